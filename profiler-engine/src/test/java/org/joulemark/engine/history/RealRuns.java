package org.joulemark.engine.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joulemark.engine.bench.BenchEnvironment;
import org.joulemark.engine.bench.BenchRunner;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.bench.WorkerProcesses;
import org.joulemark.engine.bench.Workers;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Grades;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.Recompute;
import org.joulemark.engine.compare.RunGrade;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.power.EnergyWindow;
import org.joulemark.engine.power.ProbeContext;

/** Small whole runs with real workers and the estimate of this machine's power, as the program itself makes them. */
final class RealRuns {
    private static final Path SAMPLES = Path.of("../packaging/samples").toAbsolutePath();
    private static final ProtocolSettings SHORT =
            new ProtocolSettings("demo", 200_000_000L, 5, 20_000_000L, 100_000_000L, 600_000_000L, 3, 0, false);

    private RealRuns() {}

    static BenchRunner runner(RunJournal journal) {
        MachineFingerprint machine = new MachineFingerprint(
                "ab".repeat(32), "test cpu", "test", 1, 2, 2, 8L << 30, "test", "", "", "", "mains", List.of());
        ProbeContext probes = new ProbeContext(
                Path.of("target", "no-sensors"), Path.of("/proc"), "test cpu", "test", 2, false, "/nowhere/libnvml.so");
        return new BenchRunner(
                new BenchEnvironment(
                        new WorkerProcesses(), machine, probes, null, Workers.CACHE, ProgramVersion.text()),
                journal,
                RealRuns::graded);
    }

    private static Run graded(Run run) {
        RunGrade grade = Grades.of(run);
        return run.graded(grade.grade(), grade.reasons());
    }

    /** Two versions, three trials each. */
    static BenchPlan plan() {
        return new BenchPlan(
                PlannedModel.numbered(List.of(sample("iris-v1-forest"), sample("iris-v2-logistic"))),
                List.of(new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1)),
                SAMPLES.resolve("iris-test.npz").toString(),
                SHORT,
                7,
                Map.of(),
                null,
                4L << 30,
                60_000_000_000L);
    }

    static RunDigest figures() {
        return run -> run.versions().stream()
                .collect(Collectors.toMap(VersionResult::key, version -> Metrics.figures(new Contender(run, version))));
    }

    /** Everything is checked and computed again. */
    static VerifyOptions recomputing() {
        return VerifyOptions.plain()
                .recomputing((run, recorded, evidence) ->
                        Recompute.differences(run, evidence, EnergyWindow::over, recorded));
    }

    private static ModelFile sample(String name) {
        return new ModelFile(name, SAMPLES.resolve(name + ".onnx").toString());
    }
}
