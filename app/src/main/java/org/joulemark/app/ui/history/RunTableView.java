package org.joulemark.app.ui.history;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.TableColumns;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** The list of runs as a table that keeps choice and place when its rows are replaced. */
final class RunTableView {
    private final TableView<RunRow> table;
    private final HistoryViewModel model;
    private final Texts texts;
    private boolean replacing;

    RunTableView(TableView<RunRow> table, HistoryViewModel model, Texts texts) {
        this.table = table;
        this.model = model;
        this.texts = texts;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (RunColumn column : RunColumn.values()) {
            table.getColumns().add(column(column));
        }
    }

    /** Shows the model's rows, and tells it what is chosen and how to sort. */
    void bind() {
        sortAs(model.list().orderProperty().get());
        table.setSortPolicy(_ -> {
            model.list().orderProperty().set(order());
            return true;
        });
        model.list().pageProperty().subscribe(this::replace);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) _ -> tellChosen());
        model.toSelectProperty().subscribe(_ -> selectWanted());
        model.verify().judgementProperty().subscribe(_ -> table.refresh());
    }

    private void tellChosen() {
        if (!replacing) {
            model.choose(List.copyOf(table.getSelectionModel().getSelectedItems()));
        }
    }

    private void replace(List<RunRow> rows) {
        List<String> chosen = model.ids();
        RunRow top = firstVisible();
        replacing = true;
        table.setItems(FXCollections.observableArrayList(rows));
        table.getSelectionModel().clearSelection();
        for (String id : chosen) {
            int index = indexOf(rows, id);
            if (index >= 0) {
                table.getSelectionModel().select(index);
            }
        }
        replacing = false;
        if (top != null) {
            int index = indexOf(rows, top.id());
            table.scrollTo(Math.max(index, 0));
        }
        tellChosen();
        selectWanted();
    }

    private void selectWanted() {
        String wanted = model.toSelectProperty().get();
        int index = wanted == null ? -1 : indexOf(table.getItems(), wanted);
        if (index >= 0) {
            model.toSelectProperty().set(null);
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    /** The row at the top, unless that is the very first: who is there wants to see what is new. */
    private @Nullable RunRow firstVisible() {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> cell = flow.getFirstVisibleCell();
            int index = cell == null ? 0 : cell.getIndex();
            return index > 0 && index < table.getItems().size()
                    ? table.getItems().get(index)
                    : null;
        }
        return null;
    }

    private static int indexOf(List<RunRow> rows, String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void sortAs(RunOrder order) {
        table.getColumns().stream()
                .filter(column -> column.getId().equals(order.column().key()))
                .forEach(column -> {
                    column.setSortType(
                            order.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                    table.getSortOrder().add(column);
                });
    }

    private RunOrder order() {
        if (table.getSortOrder().isEmpty()) {
            return RunOrder.NEWEST_FIRST;
        }
        TableColumn<RunRow, ?> first = table.getSortOrder().getFirst();
        boolean ascending = first.getSortType() == TableColumn.SortType.ASCENDING;
        return RunColumn.of(first.getId())
                .map(column -> new RunOrder(column, ascending))
                .orElse(RunOrder.NEWEST_FIRST);
    }

    private TableColumn<RunRow, RunRow> column(RunColumn column) {
        TableColumn<RunRow, RunRow> made = switch (column) {
            case STARTED ->
                text(column, row -> Moments.local(row.startedAt())).tip(row -> Moments.utc(row.startedAt()));
            case STATUS -> cells(column, StatusCell::new);
            case PROOF -> cells(column, ProofCell::new);
            case GRADE -> cells(column, GradeCell::new);
            case VERSIONS ->
                text(column, row -> row.names().versions())
                        .tip(row -> row.names().versions());
            case DEVICE -> text(column, row -> row.names().devices());
            case PRESET -> text(column, row -> row.names().preset());
            case SITE ->
                text(
                                column,
                                row -> row.names().site().isEmpty()
                                        ? "–"
                                        : row.names().site())
                        .tip(row -> row.names().site().isEmpty() ? texts.get("site.none") : "");
            case DURATION ->
                text(column, row -> row.running() ? "–" : Words.duration(row.durationNanos()))
                        .numbers();
            case RUN -> text(column, RunRow::id).mono();
        };
        made.setId(column.key());
        made.setSortable(column != RunColumn.PROOF);
        made.setPrefWidth(Math.max(column.width(), TableColumns.width(made.getText(), Stream.of())));
        return made;
    }

    private TextColumn<RunRow> text(RunColumn column, Function<RunRow, String> text) {
        return new TextColumn<>(texts.get("column." + column.key()), column.width(), text);
    }

    private TableColumn<RunRow, RunRow> cells(RunColumn column, Supplier<TableCell<RunRow, RunRow>> cell) {
        TableColumn<RunRow, RunRow> made = new TableColumn<>(texts.get("column." + column.key()));
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(_ -> cell.get());
        return made;
    }

    /** A drawing and a word. */
    private static final class StatusCell extends TableCell<RunRow, RunRow> {
        private final Icon icon = new Icon();

        @Override
        protected void updateItem(@Nullable RunRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeIf(name -> name.startsWith("status-"));
            if (empty || row == null) {
                setText("");
                setGraphic(null);
                return;
            }
            StatusGlyph glyph = StatusGlyph.of(row.status());
            icon.setName(glyph.icon());
            getStyleClass().add(glyph.styleClass());
            setText(row.names().status());
            setGraphic(icon);
        }
    }

    /** What verification says, with what that means when pointed at. */
    private final class ProofCell extends TableCell<RunRow, RunRow> {
        private final Icon icon = new Icon();

        @Override
        protected void updateItem(@Nullable RunRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeIf(name -> name.startsWith("proof-"));
            if (empty || row == null) {
                setText("");
                setGraphic(null);
                setTooltip(null);
                return;
            }
            RunProof proof = model.proof(row);
            icon.setName(proof.icon());
            getStyleClass().add(proof.styleClass());
            setText(texts.get("proof." + proof.key()));
            setTooltip(TextColumn.tooltip(texts.get("proof." + proof.key() + ".tip")));
            setGraphic(proof.icon().isEmpty() ? null : icon);
        }
    }

    /** The grade, with the reasons for it when pointed at. */
    private final class GradeCell extends TableCell<RunRow, RunRow> {
        @Override
        protected void updateItem(@Nullable RunRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText("");
                setTooltip(null);
                return;
            }
            setText(row.grade() == null ? "–" : row.grade().name());
            setTooltip(tip(row));
        }

        private Tooltip tip(RunRow row) {
            Tooltip tip = new Tooltip();
            tip.setWrapText(true);
            tip.setMaxWidth(520);
            tip.setOnShowing(_ -> {
                ObservableValue<String> words = model.grade(row);
                tip.textProperty().bind(words);
            });
            return tip;
        }
    }
}
