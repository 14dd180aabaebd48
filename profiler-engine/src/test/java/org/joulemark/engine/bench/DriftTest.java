package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Severity;
import org.junit.jupiter.api.Test;

class DriftTest {
    /** Latencies about a millisecond that change evenly by {@code change} from the first call to the last. */
    private static LatencySeries drifting(int calls, double change, Random random) {
        return new LatencySeries(IntStream.range(0, calls)
                .mapToLong(i -> Math.round(1e6 * (1 + change * i / calls) * (1 + 0.1 * random.nextGaussian())))
                .toArray());
    }

    @Test
    void latencyThatRisesWithinATrialIsAWarningWithItsFigure() {
        Finding finding = Drift.latency(drifting(3000, 0.6, new Random(1))).orElseThrow();
        assertThat(finding.code()).isEqualTo("latency-drift");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        // From 1.1 ms in the middle of the first third to 1.5 ms in that of the last.
        assertThat(finding.text()).matches("latency rose by 3[5-8] % from the first to the last third of the trial");
    }

    @Test
    void noiseAloneIsNoDrift() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(Drift.latency(drifting(1000, 0, new Random(seed))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void fewCallsAreNotJudgedAndOneSlowCallDecidesNothing() {
        assertThat(Drift.latency(drifting(29, 2, new Random(1)))).isEmpty();
        long[] nanos = new long[60];
        Arrays.fill(nanos, 1_000_000);
        nanos[59] = 1_000_000_000;
        assertThat(Drift.latency(new LatencySeries(nanos))).isEmpty();
    }

    @Test
    void powerThatFallsIsNamedWithItsSensor() {
        assertThat(Drift.power("package-0", 100, 60).orElseThrow().text())
                .isEqualTo("the power of package-0 fell by 40 % from the first to the last third of the trial");
        assertThat(Drift.power("package-0", 100, 104)).isEmpty();
        assertThat(Drift.power("package-0", 0, 0)).isEmpty();
    }
}
