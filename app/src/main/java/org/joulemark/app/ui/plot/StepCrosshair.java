package org.joulemark.app.ui.plot;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** A line under the mouse of a step plot with x and the value of each series. */
final class StepCrosshair extends Group {
    private final PlotServices services;
    private final Line line = new Line();
    private final Label words = new Label();

    StepCrosshair(PlotServices services) {
        this.services = services;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        line.getStyleClass().add("plot-crosshair");
        words.getStyleClass().add("plot-readout");
        getChildren().addAll(line, words);
    }

    void show(AxisFrame.Area area, PlotAxis xAxis, PlotAxis yAxis, List<StepSeries> series, double mouseX) {
        double value = xAxis.axis().valueAt((mouseX - area.left()) / area.width());
        double x = Math.round(mouseX) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(area.top());
        line.setEndY(area.top() + area.height());
        String values = series.stream()
                .filter(each -> Double.isFinite(each.at(value)))
                .map(each -> each.name() + "  " + services.local(yAxis.scale().words(each.at(value))))
                .collect(Collectors.joining("\n"));
        words.setText(services.local(xAxis.scale().words(value)) + (values.isEmpty() ? "" : "\n" + values));
        double wide = words.prefWidth(-1);
        boolean left = x + 8 + wide > area.left() + area.width();
        words.resizeRelocate(left ? x - 8 - wide : x + 8, area.top() + 6, wide, words.prefHeight(-1));
        setVisible(true);
    }
}
