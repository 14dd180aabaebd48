package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Summary of latencies; percentiles by nearest rank (smallest value with at least p % of all values at or below it).
 *
 * @param count calls
 * @param meanNanos arithmetic mean
 * @param standardDeviationNanos sample standard deviation; 0 for one call
 * @param minNanos fastest call
 * @param p50Nanos median
 * @param p90Nanos 90th percentile
 * @param p95Nanos 95th percentile
 * @param p99Nanos 99th percentile; null below 100 calls
 * @param p999Nanos 99.9th percentile; null below 1000 calls
 * @param maxNanos slowest call
 * @param intervals how sure the percentiles are; null in records of version 0.1, which did not keep it
 */
public record LatencySummary(
        long count,
        double meanNanos,
        double standardDeviationNanos,
        long minNanos,
        long p50Nanos,
        long p90Nanos,
        long p95Nanos,
        @Nullable Long p99Nanos,
        @Nullable Long p999Nanos,
        long maxNanos,
        @Nullable PercentileIntervals intervals) {}
