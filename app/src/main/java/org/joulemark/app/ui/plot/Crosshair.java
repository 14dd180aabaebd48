package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** A line under the mouse with the time at its foot and the power of each row beside it. */
final class Crosshair extends Group {
    private final PlotServices services;
    private final Line line = new Line();
    private final Label time = new Label();
    private final List<Label> values = new ArrayList<>();

    Crosshair(PlotServices services) {
        this.services = services;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        line.getStyleClass().add("plot-crosshair");
        time.getStyleClass().add("plot-readout");
        getChildren().addAll(line, time);
    }

    /** Shows it at a place of the window, 0 to 1. */
    void show(TimelineFrame frame, double share) {
        TimelineLayout layout = frame.layout();
        TimelineSnapshot snapshot = frame.snapshot();
        double x = Math.rint(layout.left() + share * layout.plotWidth()) + 0.5;
        long tick = snapshot.window().tickAt(share);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(TimelineLayout.LANE);
        line.setEndY(layout.plotHeight());
        time.setText(services.local(
                TimeAxis.words(tick - snapshot.originNanos(), snapshot.window().spanNanos() / 200)));
        put(time, x - time.prefWidth(-1) / 2, layout.plotHeight() + 3, layout);
        for (int row = 0; row < layout.rows(); row++) {
            Label label = value(row);
            label.setText(
                    words(snapshot.rows().get(row), frame.rows().get(row).axis().scale("W"), tick));
            boolean left = x + 8 + label.prefWidth(-1) > layout.left() + layout.plotWidth();
            put(label, left ? x - 8 - label.prefWidth(-1) : x + 8, layout.rowTop(row) + 3, layout);
            label.setVisible(!label.getText().isEmpty());
        }
        for (int row = layout.rows(); row < values.size(); row++) {
            values.get(row).setVisible(false);
        }
        setVisible(true);
    }

    private static void put(Label label, double x, double y, TimelineLayout layout) {
        double width = label.prefWidth(-1);
        double right = layout.left() + layout.plotWidth() + TimelineLayout.RIGHT;
        label.resizeRelocate(Math.rint(Math.min(x, right - width)), y, width, label.prefHeight(-1));
    }

    private Label value(int row) {
        while (values.size() <= row) {
            Label label = new Label();
            label.getStyleClass().add("plot-readout");
            values.add(label);
            getChildren().add(label);
        }
        return values.get(row);
    }

    private String words(TimelineRow row, SiScale scale, long tick) {
        boolean lone = row.series().size() == 1;
        return row.series().stream()
                .map(series -> (lone ? "" : series.name() + "  ") + words(series.power(), scale, tick))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String words(PowerSeries power, SiScale scale, long tick) {
        OptionalDouble watts = power.wattsAt(tick);
        String why = watts.isPresent() ? null : power.gapAt(tick);
        return watts.isPresent()
                ? services.local(scale.words(watts.getAsDouble()))
                : why == null ? "" : services.text("plot.gap", services.said(why));
    }
}
