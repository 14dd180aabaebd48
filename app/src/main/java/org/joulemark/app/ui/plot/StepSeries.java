package org.joulemark.app.ui.plot;

import java.util.Arrays;

/**
 * One line of a {@link StepPlot}. Immutable.
 */
public final class StepSeries {
    private final String name;
    private final int style;
    private final Curve.Shape shape;
    private final double[] x;
    private final double[] y;

    private StepSeries(String name, int style, Curve.Shape shape, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("as many x as y");
        }
        this.name = name;
        this.style = style;
        this.shape = shape;
        this.x = x;
        this.y = y;
    }

    /**
     * A line from point to point.
     *
     * @param name what a person calls it
     * @param style index of colour and dash, from 0
     * @param x growing
     * @param y as many; NaN for a gap
     */
    public static StepSeries line(String name, int style, double[] x, double[] y) {
        return new StepSeries(name, style, Curve.Shape.LINE, x.clone(), y.clone());
    }

    /** Levels that each hold from the x before to their own x; the first y has no extent. */
    public static StepSeries steps(String name, int style, double[] x, double[] y) {
        return new StepSeries(name, style, Curve.Shape.STEP, x.clone(), y.clone());
    }

    /** The empirical distribution of values: at each x the share of values at or below it. */
    public static StepSeries ecdf(String name, int style, double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double[] x = new double[sorted.length * 2];
        double[] y = new double[sorted.length * 2];
        for (int i = 0; i < sorted.length; i++) {
            // A riser at each value: the level before it ends there, the level after it begins there.
            x[2 * i] = sorted[i];
            y[2 * i] = i / (double) sorted.length;
            x[2 * i + 1] = sorted[i];
            y[2 * i + 1] = (i + 1) / (double) sorted.length;
        }
        return new StepSeries(name, style, Curve.Shape.LINE, x, y);
    }

    /** What a person calls it. */
    public String name() {
        return name;
    }

    /** Index of colour and dash. */
    public int style() {
        return style;
    }

    /** Number of points. */
    public int size() {
        return x.length;
    }

    /** X of point {@code i}. */
    public double x(int i) {
        return x[i];
    }

    /** Y of point {@code i}; NaN for a gap. */
    public double y(int i) {
        return y[i];
    }

    /** The line with its x as places on an axis, as whole ticks of the given size. */
    Curve curve(ValueAxis axis, double ticks) {
        Curve curve = new Curve(shape, x.length);
        byte next = Curve.START;
        for (int i = 0; i < x.length; i++) {
            boolean gap = !Double.isFinite(y[i]);
            curve.append(Math.round(axis.share(x[i]) * ticks), (float) y[i], gap ? GapCode.PAUSE : next);
            next = gap ? Curve.RESUMED : Curve.JOINED;
        }
        return curve;
    }

    /** Y at an x; NaN outside and in gaps. */
    double at(double at) {
        int i = Arrays.binarySearch(x, at);
        int behind = i >= 0 ? i : -i - 1;
        if (behind >= x.length || (behind == 0 && i < 0)) {
            return Double.NaN;
        }
        if (i >= 0 || shape == Curve.Shape.STEP) {
            return y[behind];
        }
        double share = (at - x[behind - 1]) / (x[behind] - x[behind - 1]);
        return y[behind - 1] + share * (y[behind] - y[behind - 1]);
    }
}
