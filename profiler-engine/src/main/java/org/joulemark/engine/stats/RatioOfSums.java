package org.joulemark.engine.stats;

import java.util.Arrays;

/**
 * The one estimator of a rate over repeated windows: everything counted over everything it was counted in, such as all
 * joules over all inferences. Windows weigh as much as they hold.
 *
 * @param value sum of the numerators over the sum of the denominators
 * @param standardError standard error of {@code value} by linearisation, √(n/(n−1) · Σ(aᵢ − value·bᵢ)²) / Σbᵢ (Cochran
 *     1977, "Sampling Techniques", section 2.11); with equal denominators it is s/√n. 0 for one window, which says
 *     nothing of the spread
 * @param windows number of windows
 */
public record RatioOfSums(double value, double standardError, int windows) {
    /** Ratio over windows that belong together by index. @throws IllegalArgumentException without a positive denominator */
    public static RatioOfSums of(double[] numerators, double[] denominators) {
        int n = numerators.length;
        double below = sum(denominators);
        if (n != denominators.length || !(below > 0)) {
            throw new IllegalArgumentException(n + " windows over " + Arrays.toString(denominators));
        }
        double value = sum(numerators) / below;
        if (n == 1) {
            return new RatioOfSums(value, 0, 1);
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = numerators[i] - value * denominators[i];
            squares += residual * residual;
        }
        return new RatioOfSums(value, Math.sqrt(squares * n / (n - 1)) / below, n);
    }

    private static double sum(double[] values) {
        return values.length == 0 ? 0 : Samples.mean(values) * values.length;
    }
}
