package org.joulemark.engine.history;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.jspecify.annotations.Nullable;

/** Summary of several trials' calls together, percentiles by nearest rank. */
final class LatencyPool {
    private static final int LEAST_FOR_P99 = 100;
    private static final int LEAST_FOR_P999 = 1000;

    private LatencyPool() {}

    static @Nullable LatencySummary summary(Iterable<LatencySeries> series) {
        LongStream.Builder all = LongStream.builder();
        series.forEach(each -> Arrays.stream(each.toArray()).forEach(all::add));
        long[] sorted = all.build().sorted().toArray();
        if (sorted.length == 0) {
            return null;
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted)
                .mapToDouble(nanos -> (nanos - mean) * (nanos - mean))
                .sum();
        return new LatencySummary(
                sorted.length,
                mean,
                sorted.length == 1 ? 0 : Math.sqrt(squares / (sorted.length - 1)),
                sorted[0],
                rank(sorted, 500),
                rank(sorted, 900),
                rank(sorted, 950),
                sorted.length < LEAST_FOR_P99 ? null : rank(sorted, 990),
                sorted.length < LEAST_FOR_P999 ? null : rank(sorted, 999),
                sorted[sorted.length - 1]);
    }

    /** Smallest value with at least {@code permille} ‰ of all at or below it, in whole numbers throughout. */
    private static long rank(long[] sorted, int permille) {
        long rank = Math.ceilDiv((long) sorted.length * permille, 1000);
        return sorted[(int) Math.max(0, rank - 1)];
    }
}
