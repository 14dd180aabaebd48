package org.joulemark.app.ui.reports;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.TableColumns;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.FigureScale;

/**
 * Columns of the two tables of choices.
 *
 * @param texts words of this package
 * @param words the engine's terms
 */
record ChoiceTables(Texts texts, Words words) {
    private static final double SCROLL_BAR = 18;

    void runs(TableView<RunChoice> table) {
        DateTimeFormatter moment =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
        check(table, RunChoice::chosenProperty, texts.get("runs.chosen"));
        columns()
                .text(
                        table,
                        "runs.started",
                        122,
                        run -> moment.format(run.facts().startedAt()));
        columns()
                .text(table, "runs.grade", 54, run -> String.valueOf(run.facts().grade()));
        columns().text(table, "runs.site", 70, this::site);
        columns().text(table, "runs.preset", 66, run -> run.facts().preset());
        columns().text(table, "runs.status", 90, run -> words.status(run.facts().status()));
        columns()
                .text(
                        table,
                        "runs.versions",
                        140,
                        run -> String.join(", ", run.facts().models()));
        fillLast(table);
        TableColumns.tips(
                table, run -> run.id() + "\n" + String.join("\n", run.facts().models()));
        keys(table, Map.of(KeyCode.SPACE, run -> toggle(run.chosenProperty())));
    }

    private String site(RunChoice run) {
        String site = run.facts().site();
        return site == null ? texts.get("site.none") : site;
    }

    void versions(TableView<VersionChoice> table, Versions versions) {
        check(table, VersionChoice::includedProperty, texts.get("versions.included"));
        columns()
                .text(
                        table,
                        "versions.name",
                        126,
                        version -> version.contender().label());
        TableColumn<VersionChoice, String> energy =
                columns().text(table, "versions.energy", 88, version -> energy(version, scale(table)));
        energy.getStyleClass().add("number-cell");
        table.getItems().subscribe(() -> show(energy, table));
        TableColumn<VersionChoice, String> role = columns().text(table, "versions.role", 112, _ -> "");
        role.setCellValueFactory(cell -> role(cell.getValue(), versions));
        columns()
                .text(
                        table,
                        "versions.run",
                        150,
                        version -> version.contender().run().id().value());
        fillLast(table);
        TableColumns.tips(table, version -> words.origin(VersionChecks.energy(version.contender())));
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

    /** One unit for the whole column, in its title. */
    private void show(TableColumn<VersionChoice, String> energy, TableView<VersionChoice> table) {
        FigureScale scale = scale(table);
        energy.setText(texts.format("versions.energy", scale.bareSymbol()));
        TableColumns.fit(
                energy,
                TableColumns.width(energy.getText(), table.getItems().stream().map(version -> energy(version, scale))));
    }

    private static FigureScale scale(TableView<VersionChoice> table) {
        return FigureScale.of(
                Unit.WATT_HOURS_PER_1000,
                table.getItems().stream()
                        .map(version -> VersionChecks.energy(version.contender()))
                        .toList());
    }

    private String energy(VersionChoice version, FigureScale scale) {
        return words.figures().withUncertainty(VersionChecks.energy(version.contender()), scale);
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

    private TableColumns columns() {
        return new TableColumns(texts);
    }
}
