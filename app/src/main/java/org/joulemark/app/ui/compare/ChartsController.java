package org.joulemark.app.ui.compare;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.PlotServices;

/** Binds the charts: one of them is shown. */
final class ChartsController {
    private final ChartsModel model;
    private final Texts texts;
    private final ScatterController scatter;
    private final LatenciesController latencies;
    private final TracesController traces;

    @FXML
    private ToggleButton scatterTab;

    @FXML
    private ToggleButton latenciesTab;

    @FXML
    private ToggleButton tracesTab;

    @FXML
    private StackPane pages;

    ChartsController(CompareViewModel compared, PlotServices services, Words words, Texts texts) {
        this.model = compared.charts();
        this.texts = texts;
        this.scatter = new ScatterController(model.axes(), services, words, texts);
        this.latencies = new LatenciesController(model.latencies(), services, texts);
        this.traces = new TracesController(compared, services, texts);
    }

    @FXML
    private void initialize() {
        Map<ChartKind, ToggleButton> tabs =
                Map.of(ChartKind.SCATTER, scatterTab, ChartKind.LATENCIES, latenciesTab, ChartKind.TRACES, tracesTab);
        add(ChartKind.SCATTER, ViewLoader.load(scatter, texts));
        add(ChartKind.LATENCIES, ViewLoader.load(latencies, texts));
        add(ChartKind.TRACES, ViewLoader.load(traces, texts));
        tabs.forEach((kind, tab) -> tab.setOnAction(_ -> {
            // A second click must not leave the card without a chart.
            tab.setSelected(true);
            model.kindProperty().set(kind);
        }));
        model.kindProperty().subscribe(kind -> tabs.forEach((one, tab) -> tab.setSelected(one == kind)));
    }

    private void add(ChartKind kind, Node page) {
        page.visibleProperty().bind(model.kindProperty().isEqualTo(kind));
        pages.getChildren().add(page);
    }
}
