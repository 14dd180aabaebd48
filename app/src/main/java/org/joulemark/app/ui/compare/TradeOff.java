package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Versions as points between two metrics; a third one is told at each point.
 *
 * @param points versions that have both figures
 * @param left why the others are left out, one sentence each
 * @param comparable whether nothing stands in the way of comparing them
 */
record TradeOff(List<Point> points, List<String> left, boolean comparable) {
    /** No versions. */
    static final TradeOff NONE = new TradeOff(List.of(), List.of(), true);

    /**
     * One version, in the units of the axes, see {@link AxisUnit}.
     *
     * @param name its name
     * @param index its place among the versions, which gives it its colour everywhere
     * @param x value on the first axis
     * @param xRange its 95 % interval, as the table prints it; null where there is none
     * @param y value on the second axis
     * @param yRange its 95 % interval
     * @param third figure of the third metric
     */
    record Point(
            String name,
            int index,
            double x,
            @Nullable Interval xRange,
            double y,
            @Nullable Interval yRange,
            Figure third) {}

    /** All versions of a comparison between two metrics. */
    static TradeOff of(Compared compared, Metric across, Metric up, Metric third) {
        List<Point> points = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int i = 0; i < compared.contenders().size(); i++) {
            Contender one = compared.contenders().get(i);
            String name = compared.headings().get(i);
            Figure x = across.of(one);
            Figure y = up.of(one);
            if (x instanceof Quantity a && y instanceof Quantity b) {
                double xScale = AxisUnit.of(across.unit()).factor();
                double yScale = AxisUnit.of(up.unit()).factor();
                points.add(new Point(
                        name,
                        i,
                        a.value() * xScale,
                        range(a, xScale),
                        b.value() * yScale,
                        range(b, yScale),
                        third.of(one)));
            } else {
                left.add(name + ": " + (x instanceof Absent absent ? absent : (Absent) y).why());
            }
        }
        boolean comparable = compared.badge().state() == Badge.State.COMPARABLE;
        return new TradeOff(List.copyOf(points), List.copyOf(left), comparable);
    }

    private static @Nullable Interval range(Quantity figure, double scale) {
        Interval stated = figure.interval95();
        if (stated != null) {
            return new Interval(stated.low() * scale, stated.high() * scale, stated.level());
        }
        double half = figure.expandedUncertainty();
        return half > 0 ? new Interval((figure.value() - half) * scale, (figure.value() + half) * scale, 0.95) : null;
    }
}
