package org.joulemark.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joulemark.engine.compare.SyntheticRun.cell;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.joulemark.engine.model.Task;
import org.junit.jupiter.api.Test;

/** How often regression scores of equals are told apart, and those of versions that differ. */
class ErrorVerdictTest {
    private static final int RUNS = 200;

    /** Verdicts with a direction; the second version's errors are {@code worse} times as large. */
    private static int verdicts(int rows, double worse, ToDoubleFunction<Random> error) {
        int told = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            SyntheticRun run = new SyntheticRun();
            run.task = Task.REGRESSION;
            run.answers("a", rows, row -> error.applyAsDouble(random), row -> 0.0);
            run.answers("b", rows, row -> worse * error.applyAsDouble(random), row -> 0.0);
            Verdict verdict = cell(run.compare(), "accuracy.rmse").verdict();
            told += verdict instanceof Verdict.BetterThan || verdict instanceof Verdict.WorseThan ? 1 : 0;
        }
        return told;
    }

    @Test
    void fewRowsOfEqualsAreToldApartNoOftenerThanTheLevelSays() {
        assertThat(verdicts(12, 1, Random::nextGaussian)).isLessThan(RUNS * 8 / 100);
    }

    @Test
    void rowsWithRareLargeErrorsOfEqualsAreToldApartNoOftenerThanTheLevelSays() {
        assertThat(verdicts(60, 1, random -> Math.exp(random.nextGaussian()))).isLessThan(RUNS * 8 / 100);
    }

    @Test
    void errorsHalfAsLargeAgainAreSeenInAHundredRows() {
        assertThat(verdicts(100, 1.5, Random::nextGaussian)).isGreaterThan(RUNS * 9 / 10);
    }
}
