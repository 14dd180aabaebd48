package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.plot.AxisSpec;
import org.joulemark.app.ui.plot.Better;
import org.joulemark.app.ui.plot.ChartPanel;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.StepPlot;
import org.joulemark.app.ui.plot.StepSeries;
import org.jspecify.annotations.Nullable;

/** Binds the power of two trials over each other. */
final class TracesController {
    private final CompareViewModel compared;
    private final TraceModel model;
    private final Texts texts;
    private final PlotServices services;
    private final StepPlot plot;

    @FXML
    private ComboBox<String> firstVersion;

    @FXML
    private ComboBox<Integer> firstTrial;

    @FXML
    private ComboBox<String> secondVersion;

    @FXML
    private ComboBox<Integer> secondTrial;

    @FXML
    private Label left;

    @FXML
    private StackPane chart;

    TracesController(CompareViewModel compared, PlotServices services, Texts texts) {
        this.compared = compared;
        this.model = compared.charts().traces();
        this.texts = texts;
        this.services = services;
        this.plot = new StepPlot(
                new AxisSpec(texts.get("traces.time"), "s", false, Better.NEITHER),
                new AxisSpec(texts.get("traces.power"), "W", false, Better.NEITHER),
                services);
    }

    @FXML
    private void initialize() {
        chart.getChildren().setAll(new ChartPanel<>(texts.get("chart.traces"), plot, services));
        Picker first = new Picker(firstVersion, firstTrial, model.firstProperty());
        Picker second = new Picker(secondVersion, secondTrial, model.secondProperty());
        compared.comparedProperty().subscribe(now -> {
            first.offer(now);
            second.offer(now);
        });
        model.tracesProperty().subscribe(this::show);
    }

    private void show(List<TraceModel.Traced> traces) {
        List<StepSeries> series = new ArrayList<>();
        for (TraceModel.Traced trace : traces) {
            trace.sensors().stream()
                    .filter(power -> power.why().isEmpty())
                    .forEach(power -> series.add(series(trace, power, series.size())));
        }
        plot.setSeries(series);
        left.setText(traces.stream()
                .flatMap(trace -> trace.sensors().stream()
                        .filter(power -> !power.why().isEmpty())
                        .map(power -> trace.name() + ", " + power.sensor() + ": " + texts.said(power.why())))
                .collect(Collectors.joining("\n")));
    }

    private static StepSeries series(TraceModel.Traced trace, TrialPower power, int style) {
        String name = trace.sensors().size() > 1 ? trace.name() + ", " + power.sensor() : trace.name();
        return power.steps()
                ? StepSeries.steps(name, style, power.seconds(), power.watts())
                : StepSeries.line(name, style, power.seconds(), power.watts());
    }

    /** Two boxes that choose a trial: its version, and its number from 1. */
    private static final class Picker {
        private final ComboBox<String> version;
        private final ComboBox<Integer> trial;
        private final ObjectProperty<TracePick> pick;
        private List<Integer> trials = List.of();
        private boolean offering;

        Picker(ComboBox<String> version, ComboBox<Integer> trial, ObjectProperty<TracePick> pick) {
            this.version = version;
            this.trial = trial;
            this.pick = pick;
            version.setOnAction(_ -> choose());
            trial.setOnAction(_ -> choose());
        }

        void offer(@Nullable Compared compared) {
            if (compared == null) {
                return;
            }
            offering = true;
            trials = compared.contenders().stream()
                    .map(one -> one.version().trials().size())
                    .toList();
            version.getItems().setAll(compared.headings());
            int wanted = Math.min(pick.get().version(), trials.size() - 1);
            select(new TracePick(wanted, pick.get().trial()));
            offering = false;
        }

        private void select(TracePick wanted) {
            version.getSelectionModel().select(wanted.version());
            int count = wanted.version() < trials.size() ? trials.get(wanted.version()) : 0;
            List<Integer> numbers = IntStream.rangeClosed(1, count).boxed().toList();
            if (!trial.getItems().equals(numbers)) {
                trial.getItems().setAll(numbers);
            }
            int number = Math.clamp(wanted.trial(), 0, Math.max(0, count - 1));
            trial.getSelectionModel().select(number);
            pick.set(new TracePick(wanted.version(), number));
        }

        private void choose() {
            if (!offering && version.getSelectionModel().getSelectedIndex() >= 0) {
                offering = true;
                select(new TracePick(
                        version.getSelectionModel().getSelectedIndex(),
                        Math.max(0, trial.getSelectionModel().getSelectedIndex())));
                offering = false;
            }
        }
    }
}
