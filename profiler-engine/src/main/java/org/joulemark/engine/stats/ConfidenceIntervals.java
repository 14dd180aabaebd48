package org.joulemark.engine.stats;

import java.util.Optional;
import org.joulemark.engine.model.Interval;

/** Confidence intervals of a mean; none is given where so few values would only pretend to know. */
public final class ConfidenceIntervals {
    /** Values below which there is no interval at all. */
    public static final int LEAST_FOR_T = 3;

    /** Values below which the bootstrap is not used. */
    public static final int LEAST_FOR_BOOTSTRAP = 10;

    private ConfidenceIntervals() {}

    /** Student's t interval of the mean; empty below three values. */
    public static Optional<Interval> mean(double[] values, double level) {
        if (values.length < LEAST_FOR_T) {
            return Optional.empty();
        }
        double half = halfWidth(values, level);
        double mean = Samples.mean(values);
        return Optional.of(new Interval(mean - half, mean + half, level));
    }

    /** Half the width of Student's t interval of the mean. @throws IllegalArgumentException below two values */
    public static double halfWidth(double[] values, double level) {
        if (values.length < 2) {
            throw new IllegalArgumentException("no spread in " + values.length + " values");
        }
        return Quantiles.twoSidedT(level, values.length - 1.0) * Samples.standardError(values);
    }

    /** Bias-corrected and accelerated bootstrap interval of the mean; empty below ten values. Always the same seed. */
    public static Optional<Interval> bca(double[] values, double level) {
        if (values.length < LEAST_FOR_BOOTSTRAP) {
            return Optional.empty();
        }
        RowStatistic mean = rows -> {
            double sum = 0;
            for (int row : rows) {
                sum += values[row];
            }
            return sum / rows.length;
        };
        return Optional.of(Bootstrap.bca(values.length, mean, level));
    }
}
