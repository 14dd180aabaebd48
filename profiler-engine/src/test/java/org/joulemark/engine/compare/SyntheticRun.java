package org.joulemark.engine.compare;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.joulemark.engine.dataset.AnswerScores;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.LoadFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ModelId;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.stats.LatencySummaries;
import org.jspecify.annotations.Nullable;

/** Runs made up for tests, with one RAPL package and windows of ten seconds. */
final class SyntheticRun implements Evidence {
    static final SensorId PACKAGE = new SensorId("rapl:package-0");
    static final long WINDOW = 10_000_000_000L;
    static final int CALLS = 1000;

    String id = "run-1";
    String machine = "machine-1";
    String governor = "performance";
    Grade grade = Grade.A;
    boolean reportable = true;
    Task task = Task.CLASSIFICATION;

    @Nullable
    Site site;

    @Nullable
    IdleWindow idle;

    /** The baseline after, where it is not the one before. */
    @Nullable
    IdleWindow idleAfter;

    ObserverCost observer = new ObserverCost(0, 0, 0, 0, 0);
    boolean oneBaseline;
    long dataRows = 600;

    List<SensorInfo> sensors = new ArrayList<>(List.of(sensor("rapl:package-0", Provenance.COUNTER)));
    List<Finding> preflight = new ArrayList<>();
    final List<VersionResult> versions = new ArrayList<>();
    final Map<BlobId, Predictions> predictions = new HashMap<>();
    final Map<BlobId, LatencySeries> latencies = new HashMap<>();

    static SensorInfo sensor(String id, Provenance provenance) {
        return sensor(id, provenance, 1_000_000);
    }

    static SensorInfo sensor(String id, Provenance provenance, long periodNanos) {
        return sensor(id, provenance, periodNanos, 0.05);
    }

    static SensorInfo sensor(String id, Provenance provenance, long periodNanos, double gross) {
        return new SensorInfo(
                new SensorId(id),
                DeviceId.CPU,
                id,
                SensorScope.CPU_PACKAGE,
                provenance,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                periodNanos,
                new SensorUncertainty(gross, 0.2, 2),
                null,
                null,
                "");
    }

    static SensorEnergy joules(SensorId sensor, double joules) {
        return new SensorEnergy(
                sensor,
                Quantity.of(joules, Unit.JOULES, 0, Provenance.COUNTER),
                Quantity.of(joules / 5, Unit.WATTS, 0, Provenance.COUNTER),
                100,
                0);
    }

    /** A baseline of five seconds at which the package took this power. */
    static IdleWindow idle(double watts) {
        return new IdleWindow(0, 5_000_000_000L, List.of(joules(PACKAGE, 5 * watts)));
    }

    /** A version whose trials used these energies, all by the first sensor. */
    SyntheticRun version(String name, double... joules) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < joules.length; block++) {
            trials.add(trial(name, block, List.of(joules(sensors.getFirst().id(), joules[block]))));
        }
        return version(name, trials, null);
    }

    SyntheticRun version(String name, List<Trial> trials, @Nullable AccuracyResult accuracy) {
        versions.add(new VersionResult(
                name,
                facts(1000),
                new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 2),
                new LoadFacts(5_000_000, 1_000_000, 100_000_000, true, true, null, null, List.of()),
                trials.isEmpty() ? null : pooled(trials),
                accuracy,
                null,
                trials,
                null,
                List.of()));
        return this;
    }

    private LatencySummary pooled(List<Trial> trials) {
        return LatencySummaries.ofAll(
                trials.stream().map(trial -> latencies.get(trial.latencies())).toList());
    }

    /** A version with these call latencies, trial by trial, and 100 J each. */
    SyntheticRun calls(String name, long[]... nanos) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < nanos.length; block++) {
            List<SensorEnergy> energies = List.of(joules(sensors.getFirst().id(), 100));
            trials.add(trial(name, block, nanos[block], WINDOW, energies));
        }
        return version(name, trials, null);
    }

    Trial trial(String name, int block, List<SensorEnergy> energies) {
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            nanos[i] = 1_000_000 + (i * 37L) % 1000 + block;
        }
        return trial(name, block, nanos, WINDOW, energies);
    }

    Trial trial(String name, int block, long[] nanos, long window, List<SensorEnergy> energies) {
        BlobId blob = new BlobId(name + block);
        latencies.put(blob, new LatencySeries(nanos));
        long start = block * 3 * WINDOW;
        LatencySummary summary = LatencySummaries.of(nanos);
        return new Trial(
                block, 0, start, start + window, nanos.length, 1, summary, blob, energies, 1, 1, new ArrayList<>());
    }

    /** A version with one stored answer a row. */
    SyntheticRun answers(String name, int rows, DoubleFunction<Double> predicted, DoubleFunction<Double> expected) {
        double[] answers = new double[rows];
        double[] labels = new double[rows];
        long correct = 0;
        for (int row = 0; row < rows; row++) {
            answers[row] = predicted.apply(row);
            labels[row] = expected.apply(row);
            correct += answers[row] == labels[row] ? 1 : 0;
        }
        BlobId blob = new BlobId("answers " + id + name);
        predictions.put(blob, new Predictions(answers, labels));
        Quantity error = Quantity.exact(1, Unit.LABEL_UNIT);
        Quantity number = Quantity.exact(1, Unit.NUMBER);
        Map<String, Figure> scores = task == Task.CLASSIFICATION
                ? AnswerScores.of(task, new Predictions(answers, labels))
                : Map.of("rmse", error, "mae", error, "r2", number);
        dataRows = rows;
        return version(
                name,
                List.of(trial(name, 0, List.of())),
                new AccuracyResult(task, rows, task == Task.CLASSIFICATION ? correct : null, scores, blob));
    }

    static ModelFacts facts(long size) {
        return new ModelFacts(
                new ModelId("m"),
                "s",
                "m.onnx",
                size,
                8,
                Map.of(),
                "",
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                10L,
                20L,
                "",
                List.of());
    }

    Run run() {
        ProtocolSettings settings = new ProtocolSettings("standard", 1, 1, 1, 1, WINDOW, 5, 1, reportable);
        List<Configuration> configurations = List.of(new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 2));
        BenchPlan plan = new BenchPlan(List.of(), configurations, "data", settings, 1, Map.of(), null, 1, 1);
        MachineFingerprint fingerprint =
                new MachineFingerprint(machine, "cpu", "v", 1, 1, 1, 1, "os", "k", "", governor, "mains", List.of());
        return new Run(
                new RunId(id),
                RunStatus.COMPLETED,
                "",
                Instant.EPOCH,
                0,
                Instant.EPOCH,
                plan,
                fingerprint,
                new SoftwareVersions("0", "1.29.0", "", "25"),
                site,
                new DatasetFacts("d", "sha", task, dataRows),
                sensors,
                preflight,
                idle,
                oneBaseline ? null : idleAfter == null ? idle : idleAfter,
                versions,
                Map.of(),
                observer,
                grade,
                List.of());
    }

    /** With the grade its record gives. */
    Run gradedRun() {
        Run run = run();
        RunGrade of = Grades.of(run);
        return run.graded(of.grade(), of.reasons());
    }

    List<Contender> contenders() {
        Run run = run();
        return versions.stream().map(version -> new Contender(run, version)).toList();
    }

    Comparison compare() {
        return Comparisons.of(contenders(), this);
    }

    static Comparison.Cell cell(Comparison comparison, String metric) {
        return comparison.rows().stream()
                .filter(row -> row.metric().id().equals(metric))
                .findFirst()
                .orElseThrow()
                .cells()
                .getFirst();
    }

    @Override
    public SensorTrace trace(BlobId blob) throws IOException {
        throw new IOException("no such blob");
    }

    @Override
    public LatencySeries latencies(BlobId blob) throws IOException {
        return kept(latencies, blob);
    }

    @Override
    public Predictions predictions(BlobId blob) throws IOException {
        return kept(predictions, blob);
    }

    private static <T> T kept(Map<BlobId, T> blobs, BlobId blob) throws IOException {
        T found = blobs.get(blob);
        if (found == null) {
            throw new IOException("no such blob");
        }
        return found;
    }
}
