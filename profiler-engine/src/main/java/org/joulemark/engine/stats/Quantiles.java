package org.joulemark.engine.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of the distributions the intervals are built on. */
public final class Quantiles {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    /** Value below which a standard normal variable lies with probability {@code p} in (0, 1). */
    public static double normal(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /** Probability of a standard normal variable to lie at or below {@code z}. */
    public static double normalProbability(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** Value below which Student's t with {@code degrees} (not necessarily whole) lies with probability {@code p}. */
    public static double studentT(double p, double degrees) {
        return TDistribution.of(degrees).inverseCumulativeProbability(p);
    }

    /** Quantile for a two-sided interval of the given level, for example 1.96 for the normal at 0.95. */
    static double twoSidedT(double level, double degrees) {
        return studentT(0.5 + level / 2, degrees);
    }
}
