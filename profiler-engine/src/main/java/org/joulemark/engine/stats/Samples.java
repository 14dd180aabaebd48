package org.joulemark.engine.stats;

import java.util.Arrays;

/** Location and spread of a few values. */
public final class Samples {
    private Samples() {}

    /** Arithmetic mean. @throws IllegalArgumentException if there are no values */
    public static double mean(double[] values) {
        requireSome(values);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double first = sum / values.length;
        // A second pass takes away what rounding of the first sum left.
        double rest = 0;
        for (double value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }

    /** Sample standard deviation (n − 1); 0 for one value. @throws IllegalArgumentException if there are no values */
    public static double standardDeviation(double[] values) {
        return Math.sqrt(variance(values));
    }

    /** Sample variance (n − 1); 0 for one value. @throws IllegalArgumentException if there are no values */
    public static double variance(double[] values) {
        double mean = mean(values);
        if (values.length < 2) {
            return 0;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    /** Standard error of the mean, s/√n; 0 for one value, which says nothing of the spread. */
    public static double standardError(double[] values) {
        return standardDeviation(values) / Math.sqrt(values.length);
    }

    /** Middle value, or the mean of the two middle ones. @throws IllegalArgumentException if there are no values */
    public static double median(double[] values) {
        requireSome(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Natural logarithm of each value. @throws IllegalArgumentException if one is not positive and finite */
    static double[] logs(double[] values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || values[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("no logarithm of " + values[i]);
            }
            logs[i] = Math.log(values[i]);
        }
        return logs;
    }

    private static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
    }
}
