package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * How sure the percentiles of a {@link LatencySummary} are, as far as the calls among themselves tell.
 *
 * @param p50 of the median
 * @param p90 of the 90th percentile
 * @param p95 of the 95th percentile
 * @param p99 of the 99th percentile; null where there is none
 * @param p999 of the 99.9th percentile; null where there is none
 */
public record PercentileIntervals(
        RankInterval p50,
        RankInterval p90,
        RankInterval p95,
        @Nullable RankInterval p99,
        @Nullable RankInterval p999) {}
