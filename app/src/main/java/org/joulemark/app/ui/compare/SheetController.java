package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.joulemark.app.ui.fx.TableColumns;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** Binds the table: columns come and go with the grid, sorting is the model's. */
final class SheetController {
    private static final double TITLE_WIDTH = 171;
    private static final double CELL_WIDTH = 180;
    private static final double BASELINE_WIDTH = 155;

    /** Size of the text of a change, as the style sheet has it. */
    private static final double CHANGE_PIXELS = 11;

    private final CompareViewModel model;
    private final Texts texts;
    private final Consumer<String> picked;
    private boolean drawing;

    @FXML
    private TableView<Grid.Line> table;

    @FXML
    private Label detail;

    /** Tells {@code picked} the key of the version the user is at. */
    SheetController(CompareViewModel model, Texts texts, Consumer<String> picked) {
        this.model = model;
        this.texts = texts;
        this.picked = picked;
    }

    @FXML
    private void initialize() {
        table.setPlaceholder(new Label(texts.get("table.empty")));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setSortPolicy(_ -> sort());
        table.setRowFactory(_ -> new GridRow());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
        table.getFocusModel().focusedCellProperty().subscribe(_ -> tell());
        model.table().gridProperty().subscribe(this::show);
    }

    private void show(Grid grid) {
        drawing = true;
        List<TableColumn<Grid.Line, ?>> columns = new ArrayList<>();
        columns.add(titles(grid));
        for (int i = 0; i < grid.heads().size(); i++) {
            columns.add(column(grid.heads().get(i), i));
        }
        if (!headings(columns).equals(headings(table.getColumns()))) {
            table.getColumns().setAll(columns);
            showOrder();
        }
        for (int i = 0; i < grid.heads().size(); i++) {
            fit(grid, i);
        }
        table.getItems().setAll(grid.lines());
        drawing = false;
        tell();
    }

    /** As wide as its figures; judgements and reasons wrap. */
    private void fit(Grid grid, int index) {
        double least = grid.heads().get(index).baseline() ? BASELINE_WIDTH : CELL_WIDTH;
        List<SheetCell> cells = grid.lines().stream()
                .map(line -> line.cells().get(index))
                .filter(cell -> !cell.absent())
                .toList();
        double figures = TableColumns.width("", cells.stream().map(SheetCell::value));
        double changes = TableColumns.width(cells.stream().map(SheetCell::change), CHANGE_PIXELS);
        TableColumns.fit(table.getColumns().get(index + 1), Math.max(least, Math.max(figures, changes)));
    }

    private static List<String> headings(List<TableColumn<Grid.Line, ?>> columns) {
        return columns.stream().map(one -> one.getId() + one.getText()).toList();
    }

    private void showOrder() {
        TableChoice choice = model.table().choiceProperty().get();
        table.getColumns().stream()
                .filter(column -> choice.sortedBy().equals(column.getId()))
                .findFirst()
                .ifPresent(column -> {
                    column.setSortType(
                            choice.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                    table.getSortOrder().add(column);
                });
    }

    private static TableColumn<Grid.Line, Grid.Head> titles(Grid grid) {
        TableColumn<Grid.Line, Grid.Head> column = new TableColumn<>(grid.corner());
        column.setId(TableChoice.TITLE);
        column.setPrefWidth(TITLE_WIDTH);
        column.setReorderable(false);
        column.setCellValueFactory(
                line -> new ReadOnlyObjectWrapper<>(line.getValue().head()));
        column.setCellFactory(_ -> new HeadCell());
        return column;
    }

    private static TableColumn<Grid.Line, SheetCell> column(Grid.Head head, int index) {
        TableColumn<Grid.Line, SheetCell> column = new TableColumn<>();
        Label title = new Label(head.whole());
        title.setTooltip(new Tooltip(head.detail()));
        title.setWrapText(true);
        column.setGraphic(title);
        column.setId(head.key());
        column.setReorderable(false);
        column.setSortable(!head.baseline());
        column.getStyleClass().add(head.baseline() ? "baseline-column" : "grid-column");
        column.setCellValueFactory(
                line -> new ReadOnlyObjectWrapper<>(line.getValue().cells().get(index)));
        column.setCellFactory(_ -> new GridCell());
        return column;
    }

    private boolean sort() {
        if (!drawing) {
            List<TableColumn<Grid.Line, ?>> order = table.getSortOrder();
            if (order.isEmpty()) {
                model.table().sort("", false);
            } else {
                TableColumn<Grid.Line, ?> by = order.getFirst();
                model.table().sort(by.getId(), by.getSortType() == TableColumn.SortType.DESCENDING);
            }
        }
        return true;
    }

    private void tell() {
        @Nullable String version = versionHere();
        if (version != null) {
            picked.accept(version);
        }
        detail.setText(detailHere());
    }

    private String detailHere() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        if (at.getRow() < 0 || at.getRow() >= table.getItems().size()) {
            return "";
        }
        Grid.Line line = table.getItems().get(at.getRow());
        return (at.getColumn() < 1 || at.getColumn() > line.cells().size()
                        ? line.head().detail()
                        : line.cells().get(at.getColumn() - 1).detail())
                .replace("\n", "  ·  ");
    }

    private @Nullable String versionHere() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        Grid grid = model.table().gridProperty().get();
        if (model.table().choiceProperty().get().transposed()) {
            return at.getRow() < 0 || at.getRow() >= grid.lines().size()
                    ? null
                    : grid.lines().get(at.getRow()).head().key();
        }
        return at.getColumn() < 1 || at.getColumn() > grid.heads().size()
                ? null
                : grid.heads().get(at.getColumn() - 1).key();
    }

    private void steer(KeyEvent event) {
        String version = versionHere();
        if (version == null || event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.B) {
            model.picked().setBaseline(version);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.picked().remove(List.of(version));
            event.consume();
        }
    }

    /** The baseline's row is marked where versions are rows. */
    private static final class GridRow extends TableRow<Grid.Line> {
        @Override
        protected void updateItem(Grid.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("baseline-row");
            if (!empty && line != null && line.head().baseline()) {
                getStyleClass().add("baseline-row");
            }
        }
    }
}
