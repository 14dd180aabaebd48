package org.joulemark.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.junit.jupiter.api.Test;

class LatencySummariesTest {
    /** By the words of the definition: the smallest value with at least p of all values at or below it. */
    private static long naive(long[] values, double perMille) {
        return Arrays.stream(values)
                .filter(candidate ->
                        Arrays.stream(values).filter(v -> v <= candidate).count() * 1000 >= perMille * values.length)
                .min()
                .orElseThrow();
    }

    @Test
    void percentilesAgreeWithTheDefinitionForAnyValues() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long[] values = random.longs(1 + random.nextInt(150), 1, 60).toArray();
            LatencySummary summary = LatencySummaries.of(values);
            assertThat(summary.p50Nanos()).isEqualTo(naive(values, 500));
            assertThat(summary.p90Nanos()).isEqualTo(naive(values, 900));
            assertThat(summary.p95Nanos()).isEqualTo(naive(values, 950));
            if (values.length >= 100) {
                assertThat(summary.p99Nanos()).isEqualTo(naive(values, 990));
            }
        }
    }

    @Test
    void meanAndDeviationAgreeWithExactArithmetic() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long[] values = random.longs(2 + random.nextInt(50), 1, 1L << 40).toArray();
            BigDecimal n = BigDecimal.valueOf(values.length);
            BigDecimal mean = Arrays.stream(values)
                    .mapToObj(BigDecimal::valueOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(n, MathContext.DECIMAL128);
            BigDecimal squares = Arrays.stream(values)
                    .mapToObj(value -> BigDecimal.valueOf(value).subtract(mean).pow(2))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            double deviation = squares.divide(n.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
                    .sqrt(MathContext.DECIMAL128)
                    .doubleValue();
            LatencySummary summary = LatencySummaries.of(values);
            assertThat(summary.meanNanos()).isCloseTo(mean.doubleValue(), within(mean.doubleValue() * 1e-14));
            assertThat(summary.standardDeviationNanos()).isCloseTo(deviation, within(deviation * 1e-12));
        }
    }

    @Test
    void highPercentilesNeedEnoughCalls() {
        assertThat(LatencySummaries.of(new long[99]).p99Nanos()).isNull();
        assertThat(LatencySummaries.of(new long[100]).p99Nanos()).isZero();
        assertThat(LatencySummaries.of(new long[999]).p999Nanos()).isNull();
        assertThat(LatencySummaries.of(new long[1000]).p999Nanos()).isZero();
    }

    @Test
    void noCallsAreNoSummary() {
        assertThatThrownBy(() -> LatencySummaries.of(new long[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inputIsLeftAsItIs() {
        long[] values = {3, 1, 2};
        LatencySummaries.of(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void trialsTogetherAreTheCallsTogether() {
        LatencySummary together = LatencySummaries.ofAll(
                List.of(new LatencySeries(new long[] {5, 1}), new LatencySeries(new long[] {3})));
        assertThat(together).isEqualTo(LatencySummaries.of(new long[] {5, 1, 3}));
    }

    @Test
    void tenMillionCallsAreSummarised() {
        long[] values = new Random(1).longs(10_000_000, 1, 1_000_000_000).toArray();
        assertThat(LatencySummaries.of(values).p50Nanos()).isBetween(499_000_000L, 501_000_000L);
    }
}
