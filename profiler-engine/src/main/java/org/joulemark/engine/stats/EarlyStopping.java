package org.joulemark.engine.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How many calls it takes before a percentile is certain, by the one-sided binomial bound of MLPerf LoadGen ("early
 * stopping"): confidence 0.99, tolerance 0.
 */
public final class EarlyStopping {
    private static final double CONFIDENCE = 0.99;

    private EarlyStopping() {}

    /**
     * Least number of calls so that, with {@code discards} slowest calls set aside, the next slowest is at or above the
     * percentile with 99 % confidence: the smallest n with P(at most {@code discards} of n above it) ≤ 1 %.
     *
     * @param percentile between 0 and 1, for example 0.99
     * @param discards slowest calls set aside, 0 or more
     */
    public static int minimumQueries(double percentile, int discards) {
        if (!(percentile > 0 && percentile < 1) || discards < 0) {
            throw new IllegalArgumentException("percentile " + percentile + ", " + discards + " discards");
        }
        int high = discards + 1;
        while (!enough(high, percentile, discards)) {
            high = Math.multiplyExact(high, 2);
        }
        int low = discards;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (enough(middle, percentile, discards)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean enough(int n, double percentile, int discards) {
        return BinomialDistribution.of(n, 1 - percentile).cumulativeProbability(discards) <= 1 - CONFIDENCE;
    }
}
