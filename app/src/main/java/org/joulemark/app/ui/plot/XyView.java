package org.joulemark.app.ui.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What part of a scatter is in view; pure.
 *
 * @param x horizontal axis
 * @param y vertical axis
 */
record XyView(PlotAxis x, PlotAxis y) {
    /** All points with their intervals. */
    static XyView all(List<XyPoint> points, AxisSpec x, AxisSpec y) {
        List<XyPoint> drawn = points.stream().filter(XyPoint::drawable).toList();
        return new XyView(
                axis(drawn, x, p -> p.xError().lowOr(p.x()), p -> p.xError().highOr(p.x())),
                axis(drawn, y, p -> p.yError().lowOr(p.y()), p -> p.yError().highOr(p.y())));
    }

    private static PlotAxis axis(
            List<XyPoint> points, AxisSpec spec, ToDoubleFunction<XyPoint> low, ToDoubleFunction<XyPoint> high) {
        double least = points.stream().mapToDouble(low).min().orElse(0);
        double greatest = points.stream().mapToDouble(high).max().orElse(1);
        boolean log = spec.log() && least > 0;
        return new PlotAxis(spec, ValueAxis.around(least, greatest, log));
    }

    /** Zoomed around a place of the area, 0 to 1 from the left and from the foot. */
    XyView zoom(double shareX, double shareY, double factor) {
        return new XyView(
                new PlotAxis(x.spec(), x.axis().zoom(x.axis().valueAt(shareX), factor)),
                new PlotAxis(y.spec(), y.axis().zoom(y.axis().valueAt(shareY), factor)));
    }

    /** Moved by shares of the area. */
    XyView pan(double shareX, double shareY) {
        return new XyView(
                new PlotAxis(x.spec(), x.axis().pan(shareX)),
                new PlotAxis(y.spec(), y.axis().pan(shareY)));
    }

    boolean holds(XyPoint point) {
        return point.drawable() && inside(x.axis(), point.x()) && inside(y.axis(), point.y());
    }

    private static boolean inside(ValueAxis axis, double value) {
        return value >= axis.from() && value <= axis.to();
    }
}
