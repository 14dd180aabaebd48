package org.joulemark.engine.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** McNemar's test in its exact form: a two-sided binomial test over the rows on which two versions disagree. */
public final class McNemar {
    private McNemar() {}

    /**
     * Probability of a split at least as uneven if both versions were equally good.
     *
     * @param better rows only the new version has right
     * @param worse rows only the old version has right
     */
    public static double exact(long better, long worse) {
        if (better < 0 || worse < 0) {
            throw new IllegalArgumentException("negative count: " + better + ", " + worse);
        }
        int n = Math.toIntExact(Math.addExact(better, worse));
        if (n == 0) {
            return 1;
        }
        double tail = BinomialDistribution.of(n, 0.5).cumulativeProbability((int) Math.min(better, worse));
        return Math.min(1, 2 * tail);
    }
}
