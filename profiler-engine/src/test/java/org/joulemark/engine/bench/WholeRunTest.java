package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Grades;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.Recompute;
import org.joulemark.engine.compare.RunGrade;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunDigest;
import org.joulemark.engine.history.VerifyOptions;
import org.joulemark.engine.history.VerifyReport;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.power.EnergyWindow;
import org.joulemark.engine.power.ProbeContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run with real workers, the machine's own sensors and a real history. */
class WholeRunTest {
    private static final Path SAMPLES = Path.of("../packaging/samples");
    private static final ProtocolSettings SHORT =
            new ProtocolSettings("demo", 300_000_000L, 5, 50_000_000L, 200_000_000L, 1_200_000_000L, 3, 0, false);

    @TempDir
    Path folder;

    private static BenchEnvironment environment() {
        MachineFingerprint machine = new MachineFingerprint(
                "ab".repeat(32), "test cpu", "test", 1, 2, 2, 8L << 30, "test", "", "", "", "mains", List.of());
        // Only the estimate: a folder without sensors is a machine without sensors.
        ProbeContext probes = new ProbeContext(
                Path.of("target", "no-sensors"), Path.of("/proc"), "test cpu", "test", 2, false, "/nowhere/libnvml.so");
        return new BenchEnvironment(new WorkerProcesses(), machine, probes, null, Workers.CACHE, "development");
    }

    private static BenchPlan plan(ModelFile... models) {
        return new BenchPlan(
                PlannedModel.numbered(List.of(models)),
                List.of(new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1)),
                SAMPLES.resolve("digits-test.npz").toString(),
                SHORT,
                7,
                Map.of(),
                null,
                4L << 30,
                20_000_000_000L);
    }

    private static ModelFile sample(String name) {
        return new ModelFile(name, SAMPLES.resolve(name + ".onnx").toString());
    }

    private static RunDigest figures() {
        return run -> run.versions().stream()
                .collect(Collectors.toMap(VersionResult::key, version -> Metrics.figures(new Contender(run, version))));
    }

    @Test
    void aRunIsMeasuredInterleavedRememberedAndRecomputed() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            BenchRunner runner = new BenchRunner(environment(), history.journal(figures()), WholeRunTest::graded);
            Run run =
                    runner.run(plan(sample("digits-v4-pruned"), sample("digits-v5-distilled")), BenchListener.silent());

            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.versions())
                    .extracting(version -> version.accuracy().correct())
                    .containsExactly(593L, 585L);
            for (VersionResult version : run.versions()) {
                assertThat(version.trials()).extracting(Trial::block).containsExactly(0, 1, 2);
                assertThat(version.load().outputsPinned()).isTrue();
                Figure energy = Metrics.byId("energy.gross").orElseThrow().of(new Contender(run, version));
                assertThat(energy).isInstanceOfSatisfying(Quantity.class, quantity -> {
                    assertThat(quantity.worst()).isEqualTo(Provenance.ESTIMATED);
                    assertThat(quantity.value()).isPositive();
                });
            }
            assertThat(positions(run)).isEqualTo(Set.of("0:0", "0:1", "1:0", "1:1", "2:0", "2:1"));
            assertThat(order(run)).isEqualTo(Schedule.blocks(2, 3, run.plan().seed()));
            windowsHoldCallsAndBaselinesRest(run);
            holds(history);
            Run remembered = history.run(run.id().value());
            assertThat(remembered).isEqualTo(run);
            distilledIsBetterInEnergy(remembered, history);
        }
    }

    private static Run graded(Run run) {
        RunGrade grade = Grades.of(run);
        return run.graded(grade.grade(), grade.reasons());
    }

    private static Set<String> positions(Run run) {
        return run.versions().stream()
                .flatMap(version -> version.trials().stream())
                .map(trial -> trial.block() + ":" + trial.position())
                .collect(Collectors.toSet());
    }

    /** Version indices block by block, as the trials tell them. */
    private static List<List<Integer>> order(Run run) {
        Integer[][] order = new Integer[3][2];
        for (int version = 0; version < run.versions().size(); version++) {
            for (Trial trial : run.versions().get(version).trials()) {
                order[trial.block()][trial.position()] = version;
            }
        }
        return Arrays.stream(order).map(List::of).toList();
    }

    private static void windowsHoldCallsAndBaselinesRest(Run run) {
        long lastEnd = Long.MIN_VALUE;
        for (VersionResult version : run.versions()) {
            assertThat(version.load().clockOffsetBoundNanos()).isPositive();
            for (Trial trial : version.trials()) {
                double inCalls = trial.latency().meanNanos() * trial.calls();
                assertThat(inCalls).isLessThanOrEqualTo(trial.durationNanos());
                lastEnd = Math.max(lastEnd, trial.endNanos());
            }
        }
        assertThat(run.idleBefore().settledNanos()).isNull();
        // Nothing but the recorded pause, a third of the baseline here, lies between the last worker and the baseline.
        assertThat(run.idleAfter().settledNanos()).isGreaterThanOrEqualTo(SHORT.idleNanos() / 3);
        assertThat(run.idleAfter().startNanos() - lastEnd)
                .isGreaterThanOrEqualTo(run.idleAfter().settledNanos());
    }

    private static void holds(History history) throws Exception {
        VerifyReport report = history.verify(VerifyOptions.plain()
                .recomputing((run, recorded, evidence) ->
                        Recompute.differences(run, evidence, EnergyWindow::over, recorded)));
        assertThat(report.problems()).isEmpty();
        assertThat(report.holds()).isTrue();
    }

    private static void distilledIsBetterInEnergy(Run run, History history) {
        Comparison comparison = Comparisons.of(
                run.versions().stream()
                        .map(version -> new Contender(run, version))
                        .toList(),
                history.evidence());
        Comparison.Row row = comparison.rows().stream()
                .filter(one -> one.metric().id().equals("energy.gross.wh1000"))
                .findFirst()
                .orElseThrow();
        assertThat(row.cells().getFirst().delta().value()).isNegative();
    }

    @Test
    void aModelThatCrashesCostsItsOwnRow() throws Exception {
        Path crash = ModelBytes.crashing(folder.resolve("crash.onnx"));
        BenchPlan withData = plan(sample("digits-v5-distilled"), new ModelFile("crash", crash.toString()));
        BenchPlan plan = new BenchPlan(
                withData.models(),
                withData.configurations(),
                null,
                SHORT,
                7,
                Map.of(),
                null,
                4L << 30,
                20_000_000_000L);
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            Run run = new BenchRunner(environment(), history.journal(RunDigest.none()), one -> one)
                    .run(plan, BenchListener.silent());

            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.versions().getFirst().trials()).hasSize(3);
            assertThat(run.versions().getLast().failure().kind()).isEqualTo("crashed");
            assertThat(run.versions().getLast().trials()).isEmpty();
        }
    }

    @Test
    void cancellingKeepsTheTrialsThatWereFinished() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            BenchRunner runner = new BenchRunner(environment(), history.journal(RunDigest.none()), run -> run);
            BenchListener stopper = new BenchListener() {
                @Override
                public void stage(Stage stage, double doneFraction, long remainingNanos) {
                    if (stage.trial() == 2) {
                        runner.cancel();
                    }
                }
            };
            Run run = runner.run(plan(sample("digits-v4-pruned"), sample("digits-v5-distilled")), stopper);

            assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(run.versions())
                    .allSatisfy(version -> assertThat(version.trials()).hasSize(1));
            assertThat(history.run("last").status()).isEqualTo(RunStatus.CANCELLED);
        }
    }
}
