package org.joulemark.engine.model;

/**
 * A two-sided interval.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 * @param level coverage, for example 0.95
 */
public record Interval(double low, double high, double level) {
    public Interval {
        if (!(low <= high) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("not an interval: [" + low + ", " + high + "] at " + level);
        }
    }

    /** Whether {@code value} lies in the closed interval. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
