package org.joulemark.engine.stats;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Randomisation test of a difference between two paired columns: if both are alike, each row may as well stand in the other
 * column (Fisher 1935, "The Design of Experiments", section 21). Holds its level with few rows and whatever the errors'
 * distribution, where a bootstrap does not. The seed is fixed, so that everybody computes the same probability.
 */
public final class RowExchange {
    private static final long SEED = 20_260_102L;
    private static final int EXCHANGES = 4_000;
    private static final int LEAST_EXCHANGES = 400;

    /** Row visits one test may cost. */
    private static final long BUDGET = 20_000_000L;

    /** Relative rounding within which two differences are the same. */
    private static final double ROUNDING = 1e-9;

    private RowExchange() {}

    /**
     * Probability of a difference at least as large between equals, two-sided.
     *
     * @param rows rows, at least one
     * @param difference difference with the marked rows exchanged
     */
    public static double probability(int rows, ToDoubleFunction<boolean[]> difference) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] exchanged = new boolean[rows];
        double observed = Math.abs(difference.applyAsDouble(exchanged)) * (1 - ROUNDING);
        int exchanges = (int) Math.clamp(BUDGET / rows, (long) LEAST_EXCHANGES, EXCHANGES);
        int asLarge = 1;
        for (int i = 0; i < exchanges; i++) {
            for (int row = 0; row < rows; row++) {
                exchanged[row] = random.nextBoolean();
            }
            asLarge += Math.abs(difference.applyAsDouble(exchanged)) >= observed ? 1 : 0;
        }
        return asLarge / (exchanges + 1.0);
    }
}
