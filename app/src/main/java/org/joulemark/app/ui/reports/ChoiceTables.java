package org.joulemark.app.ui.reports;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.reports.FigureText;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the two tables of choices.
 *
 * @param texts words of this package
 * @param words the engine's terms
 */
record ChoiceTables(Texts texts, Words words) {
    private static final double TIP_WIDTH = 480;
    private static final double SCROLL_BAR = 18;

    void runs(TableView<RunChoice> table) {
        DateTimeFormatter moment =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
        check(table, RunChoice::chosenProperty, texts.get("runs.chosen"));
        column(table, "runs.started", 122, run -> moment.format(run.facts().startedAt()));
        column(table, "runs.grade", 54, run -> String.valueOf(run.facts().grade()));
        column(table, "runs.site", 70, this::site);
        column(table, "runs.preset", 66, run -> run.facts().preset());
        column(table, "runs.status", 90, run -> words.status(run.facts().status()));
        column(table, "runs.versions", 140, run -> String.join(", ", run.facts().models()));
        fillLast(table);
        tips(table, run -> run.id() + "\n" + String.join("\n", run.facts().models()));
        keys(table, Map.of(KeyCode.SPACE, run -> toggle(run.chosenProperty())));
    }

    private String site(RunChoice run) {
        String site = run.facts().site();
        return site == null ? texts.get("site.none") : site;
    }

    void versions(TableView<VersionChoice> table, Versions versions) {
        check(table, VersionChoice::includedProperty, texts.get("versions.included"));
        column(table, "versions.name", 126, version -> version.contender().label());
        TableColumn<VersionChoice, String> role = column(table, "versions.role", 112, _ -> "");
        TableColumn<VersionChoice, String> energy = column(table, "versions.energy", 88, ChoiceTables::energy);
        energy.getStyleClass().add("number-cell");
        role.setCellValueFactory(cell -> role(cell.getValue(), versions));
        column(
                table,
                "versions.run",
                150,
                version -> version.contender().run().id().value());
        fillLast(table);
        tips(table, version -> words.origin(VersionChecks.energy(version.contender())));
        keys(
                table,
                Map.of(
                        KeyCode.SPACE,
                        version -> toggle(version.includedProperty()),
                        KeyCode.B,
                        version -> versions.baselineProperty().set(version),
                        KeyCode.L,
                        version -> versions.subjectProperty().set(version)));
    }

    private static String energy(VersionChoice version) {
        return FigureText.value(VersionChecks.energy(version.contender()));
    }

    private ObservableValue<String> role(VersionChoice version, Versions versions) {
        return Bindings.createStringBinding(
                () -> {
                    boolean first = version == versions.baselineProperty().get();
                    boolean label = version == versions.subjectProperty().get();
                    return (first ? texts.get("role.baseline") : "")
                            + (first && label ? ", " : "")
                            + (label ? texts.get("role.label") : "");
                },
                versions.baselineProperty(),
                versions.subjectProperty());
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    /** The last column takes what room there is, and never less than it needs. */
    private static void fillLast(TableView<?> table) {
        TableColumn<?, ?> last = table.getColumns().getLast();
        double least = last.getPrefWidth();
        table.widthProperty().subscribe(width -> {
            double others = table.getColumns().subList(0, table.getColumns().size() - 1).stream()
                    .mapToDouble(TableColumn::getWidth)
                    .sum();
            last.setPrefWidth(Math.max(least, width.doubleValue() - others - SCROLL_BAR));
        });
    }

    private static <T> void check(TableView<T> table, Function<T, BooleanProperty> property, String words) {
        TableColumn<T, Boolean> column = new TableColumn<>("✓");
        column.setCellValueFactory(cell -> property.apply(cell.getValue()));
        column.setCellFactory(CheckBoxTableCell.forTableColumn(column));
        column.setMinWidth(34);
        column.setMaxWidth(34);
        column.setSortable(false);
        column.setReorderable(false);
        column.setUserData(words);
        table.setEditable(true);
        table.getColumns().add(column);
    }

    private <T> TableColumn<T, String> column(TableView<T> table, String key, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        table.getColumns().add(column);
        return column;
    }

    private static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        return tip;
    }

    private static <T> void tips(TableView<T> table, Function<T, String> text) {
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setTooltip(item == null || empty ? null : tip(text.apply(item)));
            }
        });
    }

    private static <T> void keys(TableView<T> table, Map<KeyCode, Consumer<T>> actions) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Consumer<T> action = actions.get(event.getCode());
            T selected = table.getSelectionModel().getSelectedItem();
            if (action != null && selected != null && !event.isShortcutDown()) {
                action.accept(selected);
                event.consume();
            }
        });
    }
}
