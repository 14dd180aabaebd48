package org.joulemark.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Trial;
import org.junit.jupiter.api.Test;

/** Every rate is everything counted over everything it was counted in, computed here a second way from the trials. */
class OneEstimatorTest {
    private static final double IDLE_WATTS = 4;

    /** Windows of five to fifteen seconds in which the machine is now fast, now slow. */
    private static SyntheticRun noisy(int seed) {
        Random random = new Random(seed);
        SyntheticRun run = new SyntheticRun();
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 4; block++) {
            long[] nanos = new long[200 + random.nextInt(2000)];
            Arrays.fill(nanos, 1_000_000);
            long window = 5_000_000_000L + random.nextLong(10_000_000_000L);
            double joules = 60 + 100 * random.nextDouble();
            trials.add(
                    run.trial("a", block, nanos, window, List.of(SyntheticRun.joules(SyntheticRun.PACKAGE, joules))));
        }
        run.idle =
                new IdleWindow(0, 5_000_000_000L, List.of(SyntheticRun.joules(SyntheticRun.PACKAGE, 5 * IDLE_WATTS)));
        return run.version("a", trials, null);
    }

    @Test
    void ratesAreTheRatioOfSumsWhereverTheyStand() {
        for (int seed = 0; seed < 100; seed++) {
            SyntheticRun run = noisy(seed);
            double joules = 0;
            double seconds = 0;
            double inferences = 0;
            for (Trial trial : run.versions.getFirst().trials()) {
                joules += ((Quantity) trial.energies().getFirst().energy()).value();
                seconds += trial.durationNanos() / 1e9;
                inferences += trial.calls() * trial.batchSize();
            }
            Map<String, Figure> figures = Metrics.figures(run.contenders().getFirst());
            assertValue(figures, "energy.gross", joules / inferences);
            assertValue(figures, "energy.gross.wh1000", joules / inferences * 1000 / 3600);
            assertValue(figures, "energy.net", (joules - IDLE_WATTS * seconds) / inferences);
            assertValue(figures, "energy.net.wh1000", (joules - IDLE_WATTS * seconds) / inferences * 1000 / 3600);
            assertValue(figures, "power.mean", joules / seconds);
            assertValue(figures, "throughput", inferences / seconds);
        }
    }

    private static void assertValue(Map<String, Figure> figures, String id, double expected) {
        assertThat(((Quantity) figures.get(id)).value()).as(id).isCloseTo(expected, within(Math.abs(expected) * 1e-9));
    }
}
