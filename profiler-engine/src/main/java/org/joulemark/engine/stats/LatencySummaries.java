package org.joulemark.engine.stats;

import java.util.Arrays;
import java.util.List;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.PercentileIntervals;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of latencies with one stated percentile estimator, nearest rank: the smallest value with at least p % of all
 * values at or below it (Hyndman and Fan 1996, definition 1).
 */
public final class LatencySummaries {
    /** Calls below which a 99th percentile would be little more than the slowest call. */
    public static final int LEAST_FOR_P99 = 100;

    /** Calls below which a 99.9th percentile would be little more than the slowest call. */
    public static final int LEAST_FOR_P999 = 1000;

    private LatencySummaries() {}

    /** Summary of {@code nanos}, which is left as it is. @throws IllegalArgumentException if there is none */
    public static LatencySummary of(long[] nanos) {
        return ofOwn(nanos.clone());
    }

    /** Summary over the calls of all series together. @throws IllegalArgumentException if there is none */
    public static LatencySummary ofAll(List<LatencySeries> series) {
        int total = 0;
        for (LatencySeries one : series) {
            total = Math.addExact(total, one.size());
        }
        long[] all = new long[total];
        int next = 0;
        for (LatencySeries one : series) {
            for (int i = 0; i < one.size(); i++) {
                all[next++] = one.nanos(i);
            }
        }
        return ofOwn(all);
    }

    /**
     * Nearest-rank percentile.
     *
     * @param sorted values in rising order, at least one
     * @param perMille percentile in tenths of a percent, 1 to 1000; whole numbers, so that no rounding moves a rank
     */
    public static long percentile(long[] sorted, int perMille) {
        if (perMille < 1 || perMille > 1000) {
            throw new IllegalArgumentException("not a percentile in tenths of a percent: " + perMille);
        }
        long rank = ((long) sorted.length * perMille + 999) / 1000;
        return sorted[(int) rank - 1];
    }

    private static LatencySummary ofOwn(long[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no latencies to summarise");
        }
        Arrays.sort(values);
        double mean = mean(values);
        return new LatencySummary(
                values.length,
                mean,
                standardDeviation(values, mean),
                values[0],
                percentile(values, 500),
                percentile(values, 900),
                percentile(values, 950),
                from(values, LEAST_FOR_P99, 990),
                from(values, LEAST_FOR_P999, 999),
                values[values.length - 1],
                intervals(values));
    }

    private static PercentileIntervals intervals(long[] sorted) {
        return new PercentileIntervals(
                OrderStatistics.interval95(sorted, 500),
                OrderStatistics.interval95(sorted, 900),
                OrderStatistics.interval95(sorted, 950),
                sorted.length < LEAST_FOR_P99 ? null : OrderStatistics.interval95(sorted, 990),
                sorted.length < LEAST_FOR_P999 ? null : OrderStatistics.interval95(sorted, 999));
    }

    private static @Nullable Long from(long[] sorted, int least, int perMille) {
        return sorted.length < least ? null : percentile(sorted, perMille);
    }

    /** The sum is exact: 2^63 ns are 292 years of calls. */
    private static double mean(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum = Math.addExact(sum, value);
        }
        return (double) sum / values.length;
    }

    private static double standardDeviation(long[] values, double mean) {
        if (values.length < 2) {
            return 0;
        }
        double squares = 0;
        for (long value : values) {
            double deviation = value - mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
