package org.joulemark.app.ui.plot;

import java.util.Arrays;

/** One line of a {@link StepPlot}. Immutable. */
public final class StepSeries {
    private enum Kind {
        LINE,
        STEPS,
        DISTRIBUTION
    }

    private final String name;
    private final int style;
    private final Kind kind;
    private final double[] x;
    private final double[] y;

    private StepSeries(String name, int style, Kind kind, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("as many x as y");
        }
        this.name = name;
        this.style = style;
        this.kind = kind;
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
        return new StepSeries(name, style, Kind.LINE, x.clone(), y.clone());
    }

    /** Levels that each hold from the x before to their own x; the first y has no extent. */
    public static StepSeries steps(String name, int style, double[] x, double[] y) {
        return new StepSeries(name, style, Kind.STEPS, x.clone(), y.clone());
    }

    /** The empirical distribution of values: at each x the share of values at or below it. */
    public static StepSeries ecdf(String name, int style, double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double[] x = new double[sorted.length * 2];
        double[] y = new double[sorted.length * 2];
        for (int i = 0; i < sorted.length; i++) {
            // A riser at each value: the level before it ends there, the level after it begins there.
            x[2 * i] = sorted[i];
            y[2 * i] = i / (double) sorted.length;
            x[2 * i + 1] = sorted[i];
            y[2 * i + 1] = (i + 1) / (double) sorted.length;
        }
        return new StepSeries(name, style, Kind.DISTRIBUTION, x, y);
    }

    private boolean endless() {
        return kind == Kind.DISTRIBUTION && x.length > 0;
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
        Curve curve = new Curve(kind == Kind.STEPS ? Curve.Shape.STEP : Curve.Shape.LINE, x.length + 2);
        byte next = Curve.START;
        if (endless()) {
            curve.append(Math.round(Math.min(0, axis.share(x[0])) * ticks), (float) y[0], next);
            next = Curve.JOINED;
        }
        for (int i = 0; i < x.length; i++) {
            boolean gap = !Double.isFinite(y[i]);
            curve.append(Math.round(axis.share(x[i]) * ticks), (float) y[i], gap ? GapCode.PAUSE : next);
            next = gap ? Curve.RESUMED : Curve.JOINED;
        }
        if (endless()) {
            double end = Math.max(1, axis.share(x[x.length - 1]));
            curve.append(Math.round(end * ticks), (float) y[y.length - 1], next);
        }
        return curve;
    }

    /** Y at an x; NaN outside and in gaps; a distribution goes on at 0 and 1. */
    double at(double at) {
        if (endless() && (at < x[0] || at >= x[x.length - 1])) {
            return at < x[0] ? 0 : 1;
        }
        int i = Arrays.binarySearch(x, at);
        return i >= 0 ? y[i] : before(-i - 1, at);
    }

    /** Y between a point and the one before. */
    private double before(int behind, double at) {
        if (behind >= x.length || behind == 0) {
            return Double.NaN;
        }
        if (kind == Kind.STEPS) {
            return y[behind];
        }
        double share = (at - x[behind - 1]) / (x[behind] - x[behind - 1]);
        return y[behind - 1] + share * (y[behind] - y[behind - 1]);
    }
}
