package org.joulemark.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.joulemark.engine.model.Interval;
import org.junit.jupiter.api.Test;

class InferenceTest {
    @Test
    void quantilesOfStudentAreThoseOfPrintedTables() {
        assertThat(Quantiles.studentT(0.975, 4)).isCloseTo(2.776, within(5e-4));
        assertThat(Quantiles.studentT(0.975, 2)).isCloseTo(4.303, within(5e-4));
        assertThat(Quantiles.studentT(0.95, 10)).isCloseTo(1.812, within(5e-4));
        assertThat(Quantiles.normal(0.975)).isCloseTo(1.959964, within(1e-6));
    }

    @Test
    void fewerThanThreeValuesGiveNoInterval() {
        assertThat(ConfidenceIntervals.mean(new double[] {1, 2}, 0.95)).isEmpty();
        assertThat(ConfidenceIntervals.mean(new double[] {1, 2, 3}, 0.95)).isPresent();
        assertThat(ConfidenceIntervals.bca(new double[9], 0.95)).isEmpty();
        assertThat(LogDifference.paired(new double[] {1, 2}, new double[] {2, 3})
                        .interval95())
                .isEmpty();
        assertThat(LogDifference.welch(new double[] {1, 2}, new double[] {2, 3, 4})
                        .interval95())
                .isEmpty();
    }

    @Test
    void intervalOfTheMeanCoversAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 2000; seed++) {
            double[] values = normal(new Random(seed), 5, 10, 1);
            covered += ConfidenceIntervals.mean(values, 0.95).orElseThrow().contains(10) ? 1 : 0;
        }
        // Five standard deviations of a binomial count around 1900.
        assertThat(covered).isBetween(1851, 1949);
    }

    @Test
    void bootstrapCoversASkewedMeanAboutAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(60).map(u -> -Math.log(1 - u)).toArray();
            covered += ConfidenceIntervals.bca(values, 0.95).orElseThrow().contains(1) ? 1 : 0;
        }
        assertThat(covered).isBetween(176, 200);
    }

    @Test
    void bootstrapIsTheSameForEverybody() {
        double[] values = normal(new Random(3), 30, 5, 2);
        assertThat(ConfidenceIntervals.bca(values, 0.95)).isEqualTo(ConfidenceIntervals.bca(values.clone(), 0.95));
    }

    /** The sample README states these 95 % Wilson intervals for 595, 593 and 585 right answers of 600. */
    @Test
    void wilsonIntervalsAreThoseOfTheSampleModels() {
        assertWilson(595, 0.9806, 0.9964);
        assertWilson(593, 0.9761, 0.9943);
        assertWilson(585, 0.9592, 0.9848);
    }

    private static void assertWilson(long right, double low, double high) {
        Interval interval = Wilson.interval(right, 600, 0.95);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void wilsonStaysWithinZeroAndOne() {
        assertThat(Wilson.interval(0, 10, 0.95).low()).isZero();
        assertThat(Wilson.interval(10, 10, 0.95).high()).isOne();
    }

    /** The sample README: v4 2 better and 4 worse p = 0.69, v5 2 better and 12 worse p = 0.013. */
    @Test
    void mcNemarAgreesWithWholeNumberArithmetic() {
        assertThat(McNemar.exact(2, 4)).isCloseTo(0.6875, within(1e-12));
        assertThat(McNemar.exact(2, 12)).isCloseTo(0.012939453125, within(1e-12));
        assertThat(McNemar.exact(0, 0)).isOne();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int better = random.nextInt(40);
            int worse = random.nextInt(40);
            assertThat(McNemar.exact(better, worse)).isCloseTo(naiveMcNemar(better, worse), within(1e-12));
        }
    }

    private static double naiveMcNemar(int better, int worse) {
        int n = better + worse;
        BigInteger ways = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int k = 0; k <= Math.min(better, worse); k++) {
            ways = ways.add(choose);
            choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
        }
        return Math.min(1, 2 * ways.doubleValue() / Math.pow(2, n));
    }

    @Test
    void pairedShareIntervalHoldsTheDifferenceAndTurnsRoundWithIt() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            PairedShares shares = new PairedShares(
                    random.nextInt(500), random.nextInt(20), random.nextInt(20), 1 + random.nextInt(50));
            PairedShares turned =
                    new PairedShares(shares.bothRight(), shares.worse(), shares.better(), shares.bothWrong());
            Interval interval = shares.interval(0.95);
            assertThat(interval.contains(shares.difference())).isTrue();
            assertThat(turned.interval(0.95).low()).isCloseTo(-interval.high(), within(1e-12));
        }
    }

    /** Published constants of MLPerf LoadGen for one discard. */
    @Test
    void earlyStoppingCountsAreThePublishedOnes() {
        double[] percentiles = {0.5, 0.9, 0.95, 0.97, 0.99, 0.999};
        int[] one = {11, 64, 130, 219, 662, 6636};
        int[] none = {7, 44, 90, 152, 459, 4603};
        for (int i = 0; i < percentiles.length; i++) {
            assertThat(EarlyStopping.minimumQueries(percentiles[i], 1)).isEqualTo(one[i]);
            assertThat(EarlyStopping.minimumQueries(percentiles[i], 0)).isEqualTo(none[i]);
        }
    }

    @Test
    void aCommonGainCancelsInADifferenceOfLogarithms() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] old = normal(random, 5, 10, 0.5);
            double[] recent = normal(random, 5, 11, 0.5);
            LogDifference plain = LogDifference.paired(old, recent);
            LogDifference gained = LogDifference.paired(times(old, 1.2), times(recent, 1.2));
            assertThat(gained.change()).isCloseTo(plain.change(), within(1e-12));
            assertThat(gained.standardError()).isCloseTo(plain.standardError(), within(1e-12));
        }
    }

    @Test
    void detectableChangeIsSeenInAboutFourOfFiveRepetitions() {
        int seen = 0;
        double shift = Math.exp(detectableLogShift());
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            double[] old = logNormal(random, 10);
            double[] recent = times(logNormal(random, 10), shift);
            seen += LogDifference.paired(old, recent).interval95().orElseThrow().contains(0) ? 0 : 1;
        }
        assertThat(seen / 2000.0).isBetween(0.72, 0.88);
    }

    private static double detectableLogShift() {
        double trueError = 0.02 * Math.sqrt(2) / Math.sqrt(10);
        return Math.log1p(
                new LogDifference(0, trueError, 9, 10, 0).detectableChange().orElseThrow());
    }

    private static double[] logNormal(Random random, int n) {
        return random.doubles(n)
                .map(ignored -> Math.exp(0.02 * random.nextGaussian()))
                .toArray();
    }

    private static double[] normal(Random random, int n, double mean, double deviation) {
        return random.doubles(n)
                .map(ignored -> mean + deviation * random.nextGaussian())
                .toArray();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
