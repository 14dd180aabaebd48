package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.junit.jupiter.api.Test;

class LatencyPoolTest {
    @Test
    void percentilesAreTheSmallestValueWithEnoughAtOrBelow() {
        for (int seed = 0; seed < 200; seed++) {
            long[] nanos = new Random(seed).longs(1 + seed * 7, 100, 100_000).toArray();
            LatencySummary summary = requireNonNull(LatencyPool.summary(List.of(new LatencySeries(nanos))));
            assertThat(summary.p50Nanos()).isEqualTo(smallest(nanos, 0.5));
            assertThat(summary.p90Nanos()).isEqualTo(smallest(nanos, 0.9));
            assertThat(summary.p95Nanos()).isEqualTo(smallest(nanos, 0.95));
            assertThat(summary.p99Nanos()).isEqualTo(nanos.length < 100 ? null : (Long) smallest(nanos, 0.99));
            assertThat(summary.p999Nanos()).isEqualTo(nanos.length < 1000 ? null : (Long) smallest(nanos, 0.999));
            assertThat(summary.meanNanos()).isCloseTo(Arrays.stream(nanos).sum() / (double) nanos.length, within(1e-6));
        }
    }

    @Test
    void trialsAreTakenTogetherAndNoneIsNoSummary() {
        LatencySeries one = new LatencySeries(new long[] {1, 3});
        LatencySeries two = new LatencySeries(new long[] {2});
        LatencySummary summary = requireNonNull(LatencyPool.summary(List.of(one, two)));
        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.standardDeviationNanos()).isEqualTo(1);
        assertThat(summary.maxNanos()).isEqualTo(3);
        assertThat(LatencyPool.summary(List.of())).isNull();
    }

    /** By counting, straight from the definition. */
    private static long smallest(long[] nanos, double share) {
        return Arrays.stream(nanos)
                .filter(candidate ->
                        Arrays.stream(nanos).filter(each -> each <= candidate).count() >= share * nanos.length - 1e-9)
                .min()
                .orElseThrow();
    }
}
