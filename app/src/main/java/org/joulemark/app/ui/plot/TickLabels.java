package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.Group;

/** Labels of one axis; laid out again only when the ticks change. */
final class TickLabels extends Group {
    private final List<PlotText> labels = new ArrayList<>();
    private final double anchor;
    private final PlotServices services;
    private List<AxisTick> ticks = List.of();
    private double lastPlace = Double.NaN;

    /** Labels that hang with their left end, middle or right end (0, 0.5, 1) at their place. */
    TickLabels(double anchor, PlotServices services) {
        this.anchor = anchor;
        this.services = services;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Shows labels along x at a fixed y. */
    void along(List<AxisTick> next, ToDoubleFunction<AxisTick> x, double y) {
        show(next, place(next, x) + y, (label, tick) -> label.put(x.applyAsDouble(tick), y, anchor));
    }

    /** Shows labels up y at a fixed x. */
    void up(List<AxisTick> next, ToDoubleFunction<AxisTick> y, double x) {
        show(next, place(next, y) + x, (label, tick) -> label.put(x, y.applyAsDouble(tick), anchor));
    }

    private static double place(List<AxisTick> ticks, ToDoubleFunction<AxisTick> at) {
        return ticks.isEmpty() ? 0 : at.applyAsDouble(ticks.getFirst()) * 3 + at.applyAsDouble(ticks.getLast());
    }

    private interface Placing {
        void place(PlotText label, AxisTick tick);
    }

    private void show(List<AxisTick> next, double place, Placing placing) {
        List<AxisTick> named =
                next.stream().filter(tick -> !tick.label().isEmpty()).toList();
        if (named.equals(ticks) && place == lastPlace) {
            return;
        }
        ticks = named;
        lastPlace = place;
        while (labels.size() < named.size()) {
            PlotText label = new PlotText("plot-tick");
            labels.add(label);
            getChildren().add(label);
            label.applyCss();
        }
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setVisible(i < named.size());
            if (i < named.size()) {
                labels.get(i).words(services.local(named.get(i).label()));
                placing.place(labels.get(i), named.get(i));
            }
        }
    }
}
