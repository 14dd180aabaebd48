package org.joulemark.engine.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.joulemark.engine.model.RankInterval;

/**
 * Intervals of a percentile by order statistics, without any assumption on the shape of the distribution: as many of n
 * independent values lie at or below the true percentile as a binomial count says (Hahn and Meeker 1991, "Statistical
 * Intervals", section 5.2). Values that hang together give intervals that are too narrow.
 */
public final class OrderStatistics {
    private static final double TAIL = 0.025;

    private OrderStatistics() {}

    /**
     * 95 % interval of a percentile.
     *
     * @param sorted values in rising order, at least one
     * @param perMille percentile in tenths of a percent, 1 to 999
     */
    public static RankInterval interval95(long[] sorted, int perMille) {
        int n = sorted.length;
        BinomialDistribution below = BinomialDistribution.of(n, perMille / 1000.0);
        int low = below.inverseCumulativeProbability(TAIL);
        int high = below.inverseCumulativeProbability(1 - TAIL) + 1;
        return new RankInterval(sorted[Math.max(low, 1) - 1], sorted[Math.min(high, n) - 1], low < 1 || high > n);
    }
}
