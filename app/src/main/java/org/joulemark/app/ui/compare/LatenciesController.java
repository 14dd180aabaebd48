package org.joulemark.app.ui.compare;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.plot.AxisSpec;
import org.joulemark.app.ui.plot.Better;
import org.joulemark.app.ui.plot.ChartPanel;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.StepPlot;
import org.joulemark.app.ui.plot.StepSeries;

/** Binds the latency distributions. */
final class LatenciesController {
    private final LatencyModel model;
    private final Texts texts;
    private final PlotServices services;
    private final StepPlot plot;

    @FXML
    private CheckBox log;

    @FXML
    private Label left;

    @FXML
    private StackPane chart;

    LatenciesController(LatencyModel model, PlotServices services, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.services = services;
        this.plot = new StepPlot(
                new AxisSpec(texts.get("latencies.axis"), "s", false, Better.LOWER),
                new AxisSpec(texts.get("latencies.share"), "", false, Better.NEITHER),
                services);
    }

    @FXML
    private void initialize() {
        chart.getChildren().setAll(new ChartPanel<>(texts.get("chart.latencies"), plot, services));
        log.selectedProperty().bindBidirectional(model.logarithmicProperty());
        model.logarithmicProperty().subscribe(plot::setLogX);
        model.curvesProperty().subscribe(this::show);
    }

    private void show(List<LatencyCurve> curves) {
        plot.setSeries(curves.stream()
                .filter(curve -> curve.why().isEmpty())
                .map(curve -> StepSeries.ecdf(curve.name(), curve.index(), curve.seconds()))
                .toList());
        left.setText(curves.stream()
                .filter(curve -> !curve.why().isEmpty())
                .map(curve -> curve.name() + ": " + texts.said(curve.why()))
                .collect(Collectors.joining("\n")));
    }
}
