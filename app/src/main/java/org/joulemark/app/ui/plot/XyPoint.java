package org.joulemark.app.ui.plot;

/**
 * A point of a scatter.
 *
 * @param label what a person calls it
 * @param x x
 * @param y y
 * @param xError interval around x
 * @param yError interval around y
 * @param style index of colour and marker, from 0
 * @param baseline whether others are compared with it
 */
public record XyPoint(String label, double x, double y, Interval xError, Interval yError, int style, boolean baseline) {
    /**
     * An interval around a value.
     *
     * @param low lower end; NaN if not known
     * @param high upper end; NaN if not known
     */
    public record Interval(double low, double high) {
        /** Not known. */
        public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

        /** Whether both ends are known. */
        public boolean known() {
            return low <= high;
        }

        double lowOr(double value) {
            return known() ? Math.min(low, value) : value;
        }

        double highOr(double value) {
            return known() ? Math.max(high, value) : value;
        }
    }

    /** A point without intervals. */
    public static XyPoint of(String label, double x, double y, int style) {
        return new XyPoint(label, x, y, Interval.NONE, Interval.NONE, style, false);
    }

    /** Whether both coordinates are numbers. */
    boolean drawable() {
        return Double.isFinite(x) && Double.isFinite(y);
    }
}
