package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Line;

/** Names of series with samples of their lines, in one row that wraps. */
final class Legend extends Group {
    private static final double ROW = 18;
    private static final double DISTANCE = 18;

    private final List<Line> samples = new ArrayList<>();
    private final List<PlotText> names = new ArrayList<>();

    Legend() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void series(List<StepSeries> series, StyledPlot plot) {
        getChildren().clear();
        samples.clear();
        names.clear();
        for (StepSeries each : series) {
            Line sample = Dashes.sample(each.style(), plot.color(PlotRole.series(each.style())));
            PlotText name = new PlotText("plot-legend");
            samples.add(sample);
            names.add(name);
            getChildren().addAll(sample, name);
            name.words(each.name());
            name.applyCss();
        }
    }

    /** Another theme has other colours. Nothing is made anew: styles are being applied while this is called. */
    void recolor(List<StepSeries> series, StyledPlot plot) {
        for (int i = 0; i < samples.size(); i++) {
            samples.get(i).setStroke(plot.color(PlotRole.series(series.get(i).style())));
        }
    }

    /** Lays out from the given corner; gives the height used. */
    double place(double left, double top, double right) {
        double x = left;
        double y = top + ROW / 2;
        for (int i = 0; i < names.size(); i++) {
            double wide = Dashes.LENGTH + 6 + names.get(i).wide();
            if (x > left && x + wide > right) {
                x = left;
                y += ROW;
            }
            samples.get(i).setLayoutX(x);
            samples.get(i).setLayoutY(Math.round(y) + 0.5);
            names.get(i).put(x + Dashes.LENGTH + 6, y, 0);
            x += wide + DISTANCE;
        }
        return names.isEmpty() ? 0 : y + ROW / 2 - top;
    }
}
