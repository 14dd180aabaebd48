package org.joulemark.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.joulemark.engine.compare.SyntheticRun.cell;

import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Task;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static double[] noisy(Random random, double mean, double[] drift) {
        double[] values = new double[drift.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean * Math.exp(0.02 * random.nextGaussian()) * drift[i];
        }
        return values;
    }

    private static final double[] DRIFT = {1, 1.1, 0.9, 1.2, 1.05};

    @Test
    void equalVersionsAreCalledDifferentInAboutOneOfTwentyRuns() {
        int wrong = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            SyntheticRun run =
                    new SyntheticRun().version("a", noisy(random, 100, DRIFT)).version("b", noisy(random, 100, DRIFT));
            Verdict verdict = cell(run.compare(), "energy.gross").verdict();
            wrong += verdict instanceof Verdict.NoDifferenceShown ? 0 : 1;
        }
        // Binomial(1000, 0.05): mean 50, standard deviation 6.9; four of them to either side.
        assertThat(wrong).isBetween(22, 78);
    }

    /** Chance among trials alone; how runs differ is in no interval, which is why nothing is judged by it. */
    @Test
    void theIntervalOfEqualVersionsOfTwoRunsMissesZeroInAboutOneOfTwentyPairs() {
        double[] flat = {1, 1, 1, 1, 1};
        int wrong = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Delta delta = cell(apart(noisy(random, 100, flat), noisy(random, 100, flat)), "energy.gross")
                    .delta();
            wrong += delta.interval95().contains(0) ? 0 : 1;
        }
        assertThat(wrong).isBetween(15, 78);
    }

    @Test
    void aDifferenceBetweenTwoRunsIsToldAndNotJudged() {
        double[] slow = {100, 101, 99, 100, 100};
        double[] fast = {90, 91, 89, 90, 90};
        Comparison comparison = apart(slow, fast);
        for (String metric : List.of("energy.gross", "latency.p50", "throughput")) {
            Comparison.Cell cell = cell(comparison, metric);

            assertThat(cell.verdict())
                    .as(metric)
                    .isEqualTo(new Verdict.NotJudged("measured in different runs, whose difference no interval holds"));
            assertThat(cell.delta()).as(metric).isNotNull();
        }
        assertThat(cell(comparison, "energy.gross").delta().value()).isCloseTo(-0.1, within(1e-3));
        assertThat(cell(comparison, "power.mean").verdict()).isEqualTo(new Verdict.NotJudged());
        assertThat(cell(comparison, "size.bytes").verdict()).isEqualTo(new Verdict.Equal());
    }

    @Test
    void answersToTheSameRowsAreJudgedAcrossRuns() {
        SyntheticRun first = new SyntheticRun().answers("v1", 600, row -> row < 5 ? -1.0 : 1.0, row -> 1.0);
        SyntheticRun second = new SyntheticRun();
        second.id = "run-2";
        second.answers("v2", 600, row -> row < 50 ? -1.0 : 1.0, row -> 1.0);
        first.predictions.putAll(second.predictions);
        Comparison comparison = Comparisons.of(
                List.of(first.contenders().getFirst(), second.contenders().getFirst()), first);

        assertThat(cell(comparison, "accuracy.top1").verdict()).isInstanceOf(Verdict.WorseThan.class);
    }

    private static Comparison apart(double[] a, double[] b) {
        SyntheticRun first = new SyntheticRun().version("a", a);
        SyntheticRun second = new SyntheticRun().version("b", b);
        second.id = "run-2";
        return Comparisons.of(
                List.of(first.contenders().getFirst(), second.contenders().getFirst()), first);
    }

    @Test
    void aKnownEffectIsFoundThroughACommonDriftAndHasItsSize() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            SyntheticRun run =
                    new SyntheticRun().version("a", noisy(random, 100, DRIFT)).version("b", noisy(random, 90, DRIFT));
            Comparison.Cell cell = cell(run.compare(), "energy.gross");
            found += cell.verdict() instanceof Verdict.BetterThan ? 1 : 0;
            assertThat(cell.delta().value()).isCloseTo(-0.1, within(0.06));
            assertThat(cell.delta().method()).contains("block-paired");
        }
        assertThat(found).isGreaterThan(190);
    }

    @Test
    void directionOfAMetricIsHonoured() {
        SyntheticRun run =
                new SyntheticRun().version("a", 100, 101, 99, 100, 100).version("b", 120, 121, 119, 120, 121);
        assertThat(cell(run.compare(), "energy.gross").verdict()).isInstanceOf(Verdict.WorseThan.class);
        assertThat(cell(run.compare(), "power.mean").verdict()).isInstanceOf(Verdict.NotJudged.class);
        assertThat(cell(run.compare(), "power.mean").delta().value()).isCloseTo(0.202, within(1e-3));
    }

    @Test
    void twoTrialsGiveADifferenceButNoIntervalAndNoVerdict() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 100).version("b", 10, 10);
        Comparison.Cell cell = cell(run.compare(), "energy.gross");
        assertThat(cell.delta().interval95()).isNull();
        assertThat(cell.verdict())
                .isEqualTo(new Verdict.NoDifferenceShown("needs at least 3 trials of each version, has 2"));
    }

    @Test
    void otherMachineGovernorOrInvalidRunIsNotComparableButTheFileIs() {
        SyntheticRun first = new SyntheticRun().version("a", 100, 101, 102);
        SyntheticRun second = new SyntheticRun().version("b", 50, 51, 52);
        second.id = "run-2";
        second.machine = "machine-2";
        second.governor = "powersave";
        Comparison comparison = Comparisons.of(
                List.of(first.contenders().getFirst(), second.contenders().getFirst()), first);
        Comparison.Cell energy = cell(comparison, "energy.gross");
        assertThat(energy.verdict().words())
                .contains("not comparable")
                .contains("different machines")
                .contains("governor");
        assertThat(energy.delta()).isNull();
        assertThat(cell(comparison, "size.bytes").verdict()).isEqualTo(new Verdict.Equal());

        SyntheticRun invalid = new SyntheticRun().version("a", 100, 101, 102).version("b", 50, 51, 52);
        invalid.grade = Grade.X;
        assertThat(cell(invalid.compare(), "energy.gross").verdict().words()).contains("not valid");
    }

    @Test
    void aMeasuredAndAnEstimatedEnergyAreNotComparable() {
        SyntheticRun first = new SyntheticRun().version("a", 100, 101, 102);
        SyntheticRun second = new SyntheticRun();
        second.id = "run-2";
        second.sensors = List.of(SyntheticRun.sensor("load:cpu", Provenance.ESTIMATED));
        second.version("b", 50, 51, 52);
        Comparison comparison = Comparisons.of(
                List.of(first.contenders().getFirst(), second.contenders().getFirst()), first);
        assertThat(cell(comparison, "energy.gross").verdict())
                .isEqualTo(new Verdict.NotComparable(
                        "different power sensors: rapl:package-0 (COUNTER) and load:cpu (ESTIMATED)"));
        assertThat(comparison.notes()).anyMatch(note -> note.contains("estimated"));
    }

    /** Answers of 600 rows: the baseline has 595 right; {@code better} of its wrong rows turn right, {@code worse} wrong. */
    private static Comparison answered(int better, int worse) {
        return new SyntheticRun()
                .answers("v1", 600, row -> row < 5 ? -1.0 : 1.0, row -> 1.0)
                .answers(
                        "v2",
                        600,
                        row -> row < 5 ? (row < better ? 1.0 : -1.0) : (row < 5 + worse ? -1.0 : 1.0),
                        row -> 1.0)
                .compare();
    }

    @Test
    void verdictsOfTheSampleModelsAreTheFairOnes() {
        Comparison.Cell v3 = cell(answered(1, 0), "accuracy.top1");
        assertThat(v3.verdict()).isInstanceOf(Verdict.NoDifferenceShown.class);
        assertThat(v3.delta().method()).contains("p = 1");
        Comparison.Cell v4 = cell(answered(2, 4), "accuracy.top1");
        assertThat(v4.verdict()).isInstanceOf(Verdict.NoDifferenceShown.class);
        assertThat(v4.delta().method()).contains("2 better, 4 worse, p = 0.69");
        Comparison.Cell v5 = cell(answered(2, 12), "accuracy.top1");
        assertThat(v5.verdict()).isInstanceOf(Verdict.WorseThan.class);
        assertThat(v5.delta().method()).contains("2 better, 12 worse, p = 0.013");
        assertThat(v5.delta().value()).isCloseTo(-10 / 600.0, within(1e-12));
        assertThat(v5.delta().interval95().high()).isNegative();
    }

    @Test
    void unreadableAnswersAreNotComparable() {
        SyntheticRun run =
                new SyntheticRun().answers("v1", 10, row -> 1.0, row -> 1.0).answers("v2", 10, row -> 1.0, row -> 1.0);
        run.predictions.clear();
        assertThat(cell(run.compare(), "accuracy.top1").verdict().words()).contains("no such blob");
    }

    @Test
    void regressionErrorsAreComparedRowByRow() {
        SyntheticRun run = new SyntheticRun();
        run.task = Task.REGRESSION;
        Random random = new Random(5);
        double[] noise = random.doubles(100, -1, 1).toArray();
        run.answers("v1", 100, row -> row + noise[(int) row], row -> row)
                .answers("v2", 100, row -> row + 2 * noise[(int) row], row -> row);
        Comparison.Cell rmse = cell(run.compare(), "accuracy.rmse");
        assertThat(rmse.verdict()).isInstanceOf(Verdict.WorseThan.class);
        assertThat(rmse.delta().interval95().contains(rmse.delta().value())).isTrue();
        assertThat(cell(run.compare(), "accuracy.r2").verdict()).isInstanceOf(Verdict.WorseThan.class);
        assertThat(run.compare().rows()).noneMatch(row -> row.metric().id().equals("accuracy.top1"));
    }

    @Test
    void whatWasSeenOnceIsNotJudged() {
        SyntheticRun run = new SyntheticRun().version("a", 1, 2, 3).version("b", 1, 2, 3);
        assertThat(cell(run.compare(), "load.time").verdict()).isInstanceOf(Verdict.NoDifferenceShown.class);
        assertThat(cell(run.compare(), "load.time").delta().interval95()).isNull();
    }
}
