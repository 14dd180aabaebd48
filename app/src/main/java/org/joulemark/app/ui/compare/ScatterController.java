package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.plot.AxisSpec;
import org.joulemark.app.ui.plot.Better;
import org.joulemark.app.ui.plot.ChartPanel;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.XyPlot;
import org.joulemark.app.ui.plot.XyPoint;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Interval;
import org.joulemark.reports.FigureScale;
import org.jspecify.annotations.Nullable;

/** Binds the scatter of versions between two metrics. */
final class ScatterController {
    private final AxesModel model;
    private final Words words;
    private final Texts texts;
    private final PlotServices services;
    private final XyPlot plot;

    @FXML
    private ComboBox<Metric> across;

    @FXML
    private ComboBox<Metric> up;

    @FXML
    private ComboBox<Metric> third;

    @FXML
    private Label left;

    @FXML
    private StackPane chart;

    ScatterController(AxesModel model, PlotServices services, Words words, Texts texts) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        this.services = services;
        this.plot = new XyPlot(
                axis(model.acrossProperty().get()), axis(model.upProperty().get()), services);
    }

    @FXML
    private void initialize() {
        choose(across, model.acrossProperty());
        choose(up, model.upProperty());
        choose(third, model.thirdProperty());
        chart.getChildren().setAll(new ChartPanel<>(texts.get("chart.scatter"), plot, services));
        model.tradeOffProperty().subscribe(this::show);
    }

    private void choose(ComboBox<Metric> box, ObjectProperty<Metric> metric) {
        box.setConverter(new MetricConverter(words));
        box.getItems().setAll(Metrics.ALL);
        box.valueProperty().bindBidirectional(metric);
    }

    private void show(TradeOff tradeOff) {
        plot.setAxes(axis(model.acrossProperty().get()), axis(model.upProperty().get()));
        plot.setPoints(tradeOff.points().stream().map(this::point).toList());
        left.setText(warnings(tradeOff));
    }

    private String warnings(TradeOff tradeOff) {
        List<String> lines =
                new ArrayList<>(tradeOff.left().stream().map(texts::said).toList());
        if (!tradeOff.comparable()) {
            lines.addFirst(texts.get("scatter.not-comparable"));
        }
        return String.join("\n", lines);
    }

    private XyPoint point(TradeOff.Point point) {
        FigureScale scale = FigureScale.of(point.third());
        String told = words.figures().value(point.third(), scale);
        return new XyPoint(
                (point.name() + " · " + told + " " + scale.symbol()).strip(),
                point.x(),
                point.y(),
                interval(point.xRange()),
                interval(point.yRange()),
                point.index(),
                point.index() == 0);
    }

    private static XyPoint.Interval interval(@Nullable Interval range) {
        return range == null ? XyPoint.Interval.NONE : new XyPoint.Interval(range.low(), range.high());
    }

    private AxisSpec axis(Metric metric) {
        AxisUnit unit = AxisUnit.of(metric.unit());
        String title = unit.symbol().isEmpty() ? words.metricWithUnit(metric) : words.metric(metric);
        return new AxisSpec(
                title,
                unit.symbol(),
                false,
                switch (metric.better()) {
                    case LOWER -> Better.LOWER;
                    case HIGHER -> Better.HIGHER;
                    case NEITHER -> Better.NEITHER;
                });
    }

    /** Shows metrics by name; nothing is typed. */
    private static final class MetricConverter extends StringConverter<Metric> {
        private final Words words;

        MetricConverter(Words words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable Metric metric) {
            return metric == null ? "" : words.metric(metric);
        }

        @Override
        public @Nullable Metric fromString(String text) {
            return null;
        }
    }
}
