package org.joulemark.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.joulemark.engine.model.RankInterval;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {
    private static final int[] PERCENTILES = {500, 900, 950, 990, 999};

    /** Quantile functions: milliseconds nobody sees twice, and a tail without a mean. */
    private static final DoubleUnaryOperator EXPONENTIAL = p -> -1e6 * Math.log1p(-p);

    private static final DoubleUnaryOperator HEAVY = p -> 1e6 * Math.pow(1 - p, -1 / 0.9);

    @Test
    void closedIntervalsCoverAtLeastAsOftenAsTheySay() {
        for (DoubleUnaryOperator quantile : new DoubleUnaryOperator[] {EXPONENTIAL, HEAVY}) {
            for (int perMille : PERCENTILES) {
                for (int calls : new int[] {20, 180, 500, 4000}) {
                    assertCoverage(quantile, perMille, calls);
                }
            }
        }
    }

    private static void assertCoverage(DoubleUnaryOperator quantile, int perMille, int calls) {
        double truth = quantile.applyAsDouble(perMille / 1000.0);
        int repetitions = 1000;
        int below = 0;
        int above = 0;
        boolean open = false;
        for (int seed = 0; seed < repetitions; seed++) {
            Random random = new Random(seed);
            long[] sorted = random.doubles(calls)
                    .mapToLong(p -> Math.round(quantile.applyAsDouble(p)))
                    .sorted()
                    .toArray();
            RankInterval interval = OrderStatistics.interval95(sorted, perMille);
            below += interval.highNanos() < truth ? 1 : 0;
            above += interval.lowNanos() > truth ? 1 : 0;
            open = interval.open();
        }
        // Each tail misses 25 times of 1000 at most; five standard deviations of that count.
        String what = perMille + " ‰ of " + calls;
        assertThat(open ? Math.min(below, above) : below).as(what).isLessThanOrEqualTo(50);
        assertThat(open ? Math.min(below, above) : above).as(what).isLessThanOrEqualTo(50);
    }

    @Test
    void tooFewValuesLeaveAnEndOpenInsteadOfInventingOne() {
        long[] sorted = new long[180];
        Arrays.setAll(sorted, i -> i);
        assertThat(OrderStatistics.interval95(sorted, 990).open()).isTrue();
        assertThat(OrderStatistics.interval95(sorted, 990).highNanos()).isEqualTo(179);
        assertThat(OrderStatistics.interval95(sorted, 500).open()).isFalse();
        assertThat(OrderStatistics.interval95(new long[] {7}, 500)).isEqualTo(new RankInterval(7, 7, true));
    }

    /** Printed tables of the sign test give ranks 40 and 61 for the median of 100. */
    @Test
    void theMedianOfAHundredIsThatOfPrintedTables() {
        long[] sorted = new long[100];
        Arrays.setAll(sorted, i -> i + 1);
        assertThat(OrderStatistics.interval95(sorted, 500)).isEqualTo(new RankInterval(40, 61, false));
    }
}
