package org.joulemark.app.ui.plot;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/**
 * A chart under a small toolbar: as a table or as a chart, copy picture, copy CSV, show all. Keys while the focus is
 * inside: Ctrl+T turns, Ctrl+C copies CSV, Ctrl+Shift+C the picture.
 *
 * @param <C> what is framed
 */
public final class ChartPanel<C extends Region & Chart> extends BorderPane {
    private static final KeyCombination TURN = new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CSV = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PICTURE =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /** Up to so many columns share the width; more scroll. */
    private static final int FIT_COLUMNS = 5;

    private static final double WIDTH = 130;
    private static final double SCROLL_BAR = 18;
    private static final double HEADING_SIDES = 17;

    private final C chart;
    private final PlotServices services;
    private final ToggleButton asTable;
    private final TableView<List<String>> view = new TableView<>();
    private final RedrawLoop loop;
    private volatile ChartTable shown = new ChartTable(List.of(), List.of());

    /** Frames a chart under a title. */
    public ChartPanel(String title, C chart, PlotServices services) {
        this.chart = chart;
        this.services = services;
        getStyleClass().add("chart-panel");
        Label heading = new Label(title);
        heading.getStyleClass().add("chart-panel-title");
        heading.setLabelFor(chart);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        asTable = named(new ToggleButton(services.text("plot.table")), "plot.table.tip");
        asTable.selectedProperty().addListener((_, _, on) -> turn(on));
        HBox bar = new HBox(
                heading,
                space,
                asTable,
                button("plot.csv", this::copyCsv),
                button("plot.picture", this::copyPicture),
                button("plot.fit", chart::fit));
        bar.getStyleClass().add("chart-panel-bar");
        view.setVisible(false);
        view.getStyleClass().add("dense");
        view.setAccessibleText(title);
        view.setPlaceholder(new Label(services.text("plot.empty")));
        setTop(bar);
        setCenter(new StackPane(chart, view));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        loop = new RedrawLoop(view, services, new Rows());
        loop.rate(1);
    }

    private final class Rows implements RedrawLoop.Drawing {
        @Override
        public boolean stale() {
            return isTable() && !chart.table().equals(shown);
        }

        @Override
        public Supplier<Runnable> prepare() {
            return () -> {
                ChartTable next = chart.table();
                return () -> fill(next);
            };
        }
    }

    private Button button(String key, Runnable action) {
        Button button = named(new Button(services.text(key)), key + ".tip");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private <B extends ButtonBase> B named(B button, String tip) {
        button.getStyleClass().addAll("small", "flat");
        button.setTooltip(new Tooltip(services.text(tip)));
        button.setAccessibleText(services.text(tip));
        return button;
    }

    @Override
    public String getUserAgentStylesheet() {
        return StyledPlot.stylesheet();
    }

    /** The chart framed. */
    public C chart() {
        return chart;
    }

    /** Whether the table is shown in place of the chart. */
    public boolean isTable() {
        return asTable.isSelected();
    }

    /** Shows the table, or the chart. */
    public void setTable(boolean on) {
        asTable.setSelected(on);
    }

    private void turn(boolean table) {
        chart.setVisible(!table);
        view.setVisible(table);
        if (table) {
            fill(chart.table());
            view.requestFocus();
        } else {
            chart.requestFocus();
        }
    }

    private void fill(ChartTable next) {
        if (!next.columns().equals(shown.columns())) {
            view.getColumns().clear();
            for (int i = 0; i < next.columns().size(); i++) {
                view.getColumns().add(column(next, i));
            }
        }
        shown = next;
        view.setItems(FXCollections.observableArrayList(next.rows()));
    }

    /** The table holds numbers as files want them; people read them with their own decimal sign. */
    private TableColumn<List<String>, String> column(ChartTable table, int index) {
        TableColumn<List<String>, String> column = new TableColumn<>();
        Label heading = new Label(table.columns().get(index));
        heading.getStyleClass().add("chart-panel-heading");
        heading.setWrapText(true);
        heading.prefWidthProperty().bind(column.widthProperty().subtract(HEADING_SIDES));
        column.setGraphic(heading);
        int many = table.columns().size();
        if (many <= FIT_COLUMNS) {
            // Shared out evenly here: the table's own policies squeeze the last column while it has no width yet.
            column.prefWidthProperty()
                    .bind(view.widthProperty().subtract(SCROLL_BAR).divide(many));
        } else {
            column.setPrefWidth(WIDTH);
        }
        if (table.numeric(index)) {
            column.getStyleClass().add("plot-number");
        }
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(localised(row.getValue().get(index))));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private String localised(String cell) {
        return ChartTable.numbers(cell) ? services.local(cell) : cell;
    }

    /** Copies the data as CSV. */
    public void copyCsv() {
        services.clip().text(chart.table().csv());
    }

    /** Copies what is seen as a picture. */
    public void copyPicture() {
        services.clip().picture(picture());
    }

    /** What is seen, in the window's pixels, on its background. */
    public Image picture() {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(getScene() == null ? Color.WHITE : getScene().getFill());
        return (isTable() ? view : chart).snapshot(how, null);
    }

    private void key(KeyEvent event) {
        boolean known = true;
        if (TURN.match(event)) {
            setTable(!isTable());
        } else if (PICTURE.match(event)) {
            copyPicture();
        } else if (CSV.match(event)) {
            copyCsv();
        } else {
            known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
