package org.joulemark.engine.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No stated figure passes without having been looked at. */
class StatedFiguresTest {
    private static final WindowEnergy NO_SENSORS = (sensor, trace, start, end) -> {
        throw new AssertionError("no sensors");
    };
    private static final IdleWindow NOTHING_MEASURED = new IdleWindow(0, 5_000_000_000L, List.of());

    private final SyntheticRun run = new SyntheticRun().answers("v", 10, row -> 1.0, row -> 1.0);
    private final Map<VersionKey, Map<String, Figure>> stated = new HashMap<>();

    @BeforeEach
    void stateAll() {
        run.sensors.clear();
        run.idle = NOTHING_MEASURED;
        stated.put(
                SyntheticRun.key("v"),
                new HashMap<>(Metrics.figures(run.contenders().getFirst())));
    }

    @Test
    void allFiguresAsTheyAreAgree() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void figuresUnderAKeyThatTheRunDoesNotHaveAreNamed() {
        stated.put(SyntheticRun.key("v*"), Map.of("energy.gross", Quantity.exact(1, Unit.JOULES)));
        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("v*@cpu.cpu.b1.t2: the run has no such version");
    }

    @Test
    void aFigureThatNoMetricGivesIsNamed() {
        figuresOfV().put("energy.free", Quantity.exact(0, Unit.JOULES));
        assertThat(differences())
                .singleElement()
                .asString()
                .contains("v, energy.free")
                .contains("was not checked");
    }

    @Test
    void aFigureThatWasLeftOutIsNamed() {
        figuresOfV().remove("size.bytes");
        assertThat(differences()).singleElement().asString().startsWith("v, size.bytes: not stated, recomputed");
        stated.put(SyntheticRun.key("w"), requireNonNull(stated.remove(SyntheticRun.key("v"))));
        assertThat(differences()).hasSize(Metrics.ALL.size() + 1);
    }

    @Test
    void aBetterGradeThanTheRecordGivesAndReasonsThatAreLeftOutAreNamed() {
        Run honest = run.gradedRun();
        assertThat(honest.judgement().grade()).isEqualTo(Grade.C);
        assertThat(differences(honest.withJudgement(new Judgement(Grade.A, List.of()))))
                .singleElement()
                .asString()
                .startsWith("stated grade A, recomputed C: no power sensor");
        assertThat(differences(honest.withJudgement(new Judgement(Grade.C, List.of()))))
                .singleElement()
                .asString()
                .contains("reasons for grade C");
    }

    @Test
    void aScoreThatTheStoredAnswersDoNotGiveIsNamed() {
        for (String score : List.of("top1", "macroF1")) {
            Map<String, Figure> scores = new HashMap<>(accuracy().scores());
            scores.put(score, Quantity.exact(0.9999, Unit.RATIO));
            assertThat(differencesWith(new AccuracyResult(
                            Task.CLASSIFICATION, 10, 10L, scores, accuracy().predictions())))
                    .anyMatch(line -> line.startsWith("v, score " + score + ": stated 0.9999000000"));
            scores.remove(score);
            assertThat(differencesWith(new AccuracyResult(
                            Task.CLASSIFICATION, 10, 10L, scores, accuracy().predictions())))
                    .anyMatch(line -> line.startsWith("v, score " + score + ": not stated"));
        }
        Map<String, Figure> more = new HashMap<>(accuracy().scores());
        more.put("top0", Quantity.exact(0.9999, Unit.RATIO));
        assertThat(differencesWith(new AccuracyResult(
                        Task.CLASSIFICATION, 10, 10L, more, accuracy().predictions())))
                .anyMatch(line -> line.contains("score top0") && line.contains("was not checked"));
    }

    @Test
    void aClassificationThatDoesNotSayHowManyAnswersWereRightIsNamed() {
        AccuracyResult silent = new AccuracyResult(
                Task.CLASSIFICATION, 10, null, accuracy().scores(), accuracy().predictions());
        assertThat(differencesWith(silent)).contains("v: states no right answers, recomputed 10");
    }

    @Test
    void errorsOfNumbersAreComputedAgain() {
        SyntheticRun numbers = new SyntheticRun();
        numbers.task = Task.REGRESSION;
        numbers.answers("v", 3, row -> row, row -> row + 1);
        numbers.sensors.clear();
        numbers.idle = NOTHING_MEASURED;
        assertThat(Recompute.differences(numbers.gradedRun(), numbers, NO_SENSORS, Map.of()))
                .anyMatch(line -> line.startsWith("v, score r2: stated 1.000000000 ± 0.000000000, recomputed -0.5"))
                .noneMatch(line -> line.contains("right answers"));
    }

    @Test
    void anAccuracyThatIsMissingWithoutAWordIsNamed() {
        assertThat(differencesWith(null))
                .contains("v: it has no accuracy and does not say why, and the data has labels");
        run.versions.set(0, with(null, List.of(new Finding("no-accuracy", Severity.WARNING, "no classes", ""))));
        assertThat(differences()).noneMatch(line -> line.contains("does not say why"));
    }

    @Test
    void aCompletedRunWithoutItsBaselinesIsNamed() {
        run.idle = null;
        assertThat(differences())
                .contains(
                        "idle baseline before: the run is said to be completed and has none",
                        "idle baseline after: the run is said to be completed and has none");
    }

    @Test
    void aSensorOfTheRunWhoseEnergyATrialDoesNotStateIsNamed() {
        run.sensors.add(SyntheticRun.sensor("rapl:package-0", Provenance.COUNTER));
        assertThat(differences())
                .contains(
                        "v, block 0, sensor rapl:package-0: 0 energies are stated, not one",
                        "idle baseline before, sensor rapl:package-0: 0 energies are stated, not one");
    }

    private AccuracyResult accuracy() {
        return requireNonNull(run.versions.getFirst().accuracy());
    }

    private List<String> differencesWith(@Nullable AccuracyResult accuracy) {
        VersionResult honest = run.versions.getFirst();
        run.versions.set(0, with(accuracy, honest.findings()));
        List<String> differences = differences();
        run.versions.set(0, honest);
        return differences;
    }

    private VersionResult with(@Nullable AccuracyResult accuracy, List<Finding> findings) {
        VersionResult of = run.versions.getFirst();
        return new VersionResult(
                of.key(),
                of.name(),
                of.model(),
                of.configuration(),
                of.load(),
                of.latency(),
                accuracy,
                of.agreement(),
                of.trials(),
                of.failure(),
                findings);
    }

    @Test
    void anEnergyOfASensorThatTheRunDoesNotHaveIsNoPass() {
        SyntheticRun measured = new SyntheticRun().version("v", 1, 1, 1);
        measured.sensors.clear();
        assertThat(Recompute.differences(measured.gradedRun(), measured, NO_SENSORS, Map.of()))
                .anyMatch(line -> line.contains("the run has no such sensor"));
    }

    private Map<String, Figure> figuresOfV() {
        return requireNonNull(stated.get(SyntheticRun.key("v")));
    }

    private List<String> differences() {
        return differences(run.gradedRun());
    }

    private List<String> differences(Run record) {
        return Recompute.differences(record, run, NO_SENSORS, stated);
    }
}
