package org.joulemark.engine.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.joulemark.engine.model.Interval;

/**
 * Bootstrap intervals by resampling rows, bias-corrected and accelerated (Efron 1987, "Better bootstrap confidence
 * intervals", JASA 82). The seed is fixed, so that everybody computes the same interval from the same rows.
 */
public final class Bootstrap {
    private static final long SEED = 20_260_101L;
    private static final int RESAMPLES = 4_000;
    private static final int LEAST_RESAMPLES = 400;
    /** Row visits one interval may cost; large sets get fewer resamples, their intervals being narrow anyway. */
    private static final long BUDGET = 40_000_000L;

    /** Rows above which the acceleration, which costs a pass a row, is taken as zero; it shrinks with 1/√n. */
    private static final int MOST_FOR_JACKKNIFE = 4_000;

    private Bootstrap() {}

    /** Interval of {@code statistic} over {@code rows} rows. @throws IllegalArgumentException below two rows */
    public static Interval bca(int rows, RowStatistic statistic, double level) {
        if (rows < 2) {
            throw new IllegalArgumentException("nothing to resample in " + rows + " rows");
        }
        double observed = statistic.of(all(rows));
        double[] resampled = resample(rows, statistic);
        double bias = bias(resampled, observed);
        double acceleration = rows > MOST_FOR_JACKKNIFE ? 0 : acceleration(rows, statistic);
        double low = at(resampled, adjusted(0.5 - level / 2, bias, acceleration));
        double high = at(resampled, adjusted(0.5 + level / 2, bias, acceleration));
        return new Interval(Math.min(low, high), Math.max(low, high), level);
    }

    private static double[] resample(int rows, RowStatistic statistic) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[Math.clamp(BUDGET / rows, LEAST_RESAMPLES, RESAMPLES)];
        int[] chosen = new int[rows];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < rows; k++) {
                chosen[k] = random.nextInt(rows);
            }
            values[i] = statistic.of(chosen);
        }
        Arrays.sort(values);
        return values;
    }

    /** z0: how far the observed value lies from the median of the resamples, in normal units; ties count half. */
    private static double bias(double[] sorted, double observed) {
        double below = 0;
        for (double value : sorted) {
            below += value < observed ? 1 : value == observed ? 0.5 : 0;
        }
        double share = Math.clamp(below / sorted.length, 0.5 / sorted.length, 1 - 0.5 / sorted.length);
        return Quantiles.normal(share);
    }

    /** a: skewness of the statistic by leaving out one row at a time. */
    private static double acceleration(int rows, RowStatistic statistic) {
        double[] without = new double[rows];
        int[] kept = new int[rows - 1];
        for (int left = 0; left < rows; left++) {
            for (int k = 0; k < kept.length; k++) {
                kept[k] = k < left ? k : k + 1;
            }
            without[left] = statistic.of(kept);
        }
        double mean = Samples.mean(without);
        double squares = 0;
        double cubes = 0;
        for (double value : without) {
            double deviation = mean - value;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double adjusted(double probability, double bias, double acceleration) {
        double shifted = bias + Quantiles.normal(probability);
        return Quantiles.normalProbability(bias + shifted / (1 - acceleration * shifted));
    }

    private static double at(double[] sorted, double probability) {
        int rank = (int) Math.ceil(probability * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }

    private static int[] all(int rows) {
        int[] all = new int[rows];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
