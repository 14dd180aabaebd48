package org.joulemark.engine.history;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.bench.Schedule;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunEnding;
import org.joulemark.engine.model.RunEvidence;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunSetting;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.stats.LatencySummaries;

/** Small whole runs to write into a history. */
final class SampleRuns {
    static final SensorId SENSOR = new SensorId("rapl:package-0");
    static final Configuration CPU = new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1);
    private static final long SEED = Long.MIN_VALUE;
    private static final List<String> MODELS = List.of("v1-fp32", "v2-int8");

    private SampleRuns() {}

    /** Key of one of the models. */
    static VersionKey key(String model) {
        return new VersionKey("m" + (MODELS.indexOf(model) + 1), CPU.id());
    }

    /** A run as it begins. */
    static Run begun(String id, Instant startedAt) {
        return begun(id, startedAt, 2);
    }

    /** A run of so many trials as it begins. */
    static Run begun(String id, Instant startedAt, int trials) {
        return begun(id, startedAt, plan(MODELS, List.of(CPU), trials));
    }

    /** A plan for models of these names in these configurations. */
    static BenchPlan plan(List<String> names, List<Configuration> configurations, int trials) {
        List<PlannedModel> models = PlannedModel.numbered(names.stream()
                .map(name -> new ModelFile(name, "/models/" + name + ".onnx"))
                .toList());
        ProtocolSettings settings = new ProtocolSettings("demo", 1, 1, 1, 1, 3_000_000_000L, trials, 0, false);
        return new BenchPlan(models, configurations, null, settings, SEED, Map.of("n", 1L), null, 1L << 40, 1);
    }

    /** A run of this plan as it begins. */
    static Run begun(String id, Instant startedAt, BenchPlan plan) {
        return Run.begun(
                new RunId(id),
                plan,
                new RunSetting(
                        startedAt,
                        (1L << 60) + 1,
                        new MachineFingerprint(
                                "ab", "cpu", "v", 1, 2, 2, 1L << 33, "Linux", "6", "", "", "mains", List.of()),
                        new SoftwareVersions("0.2.0", "", "", "25"),
                        new Site("home", "DEU", 1.0, "desktop", null, "none"),
                        null,
                        List.of(),
                        List.of()));
    }

    /** A trial of the first version whose latencies are kept in the journal. */
    static Trial trial(RunJournal journal, int block, Random random) throws IOException {
        return trial(journal, block, 0, random);
    }

    private static Trial trial(RunJournal journal, int block, int version, Random random) throws IOException {
        return placed(journal, block, position(block, version), random);
    }

    /** A trial in a place of its block whose latencies are kept in the journal. */
    static Trial placed(RunJournal journal, int block, int position, Random random) throws IOException {
        long[] nanos = IntStream.range(0, 200)
                .mapToLong(i -> 400_000 + random.nextInt(50_000))
                .toArray();
        LatencySeries series = new LatencySeries(nanos);
        return new Trial(
                block,
                position,
                (1L << 60) + block * 10L,
                (1L << 60) + block * 10L + 9,
                200,
                1,
                LatencySummaries.ofAll(List.of(series)),
                journal.keep(series),
                List.of(),
                -1,
                0.5,
                List.of());
    }

    /** Place of a version in a block of the drawn order. */
    static int position(int block, int version) {
        return Schedule.blocks(MODELS.size(), block + 1, SEED).get(block).indexOf(version);
    }

    static SensorTrace trace(int from, int size) {
        long[] ticks = IntStream.range(from, from + size)
                .mapToLong(i -> (1L << 60) + i * 100_000_000L)
                .toArray();
        long[] values = IntStream.range(from, from + size)
                .mapToLong(i -> 1_000_000L + i * 5_000_123L)
                .toArray();
        return new SensorTrace(ticks, values, new byte[size]);
    }

    /** Writes a whole completed run. */
    static Run record(RunJournal journal, String id, Instant startedAt) throws IOException {
        return record(journal, begun(id, startedAt));
    }

    /** Writes a whole completed run that began so. */
    static Run record(RunJournal journal, Run begun) throws IOException {
        Random random = new Random(begun.id().value().hashCode());
        journal.started(begun);
        journal.samples(begun.id(), SENSOR, trace(0, 10));
        Map<String, List<Trial>> trials = new HashMap<>();
        for (int block = 0; block < 2; block++) {
            for (String model : MODELS) {
                Trial trial = trial(journal, block, MODELS.indexOf(model), random);
                journal.trialDone(begun.id(), key(model), trial, Map.of());
                trials.computeIfAbsent(model, name -> new ArrayList<>()).add(trial);
            }
        }
        Run run = completed(journal, begun, trials);
        journal.finished(run);
        return run;
    }

    private static Run completed(RunJournal journal, Run begun, Map<String, List<Trial>> trials) throws IOException {
        BlobId predictions = journal.keep(new Predictions(new double[] {1, 2, 3}, new double[] {1, 2, 4}));
        AccuracyResult accuracy = new AccuracyResult(
                Task.CLASSIFICATION, 3, 2L, Map.of("top1", Quantity.exact(2.0 / 3, Unit.RATIO)), predictions);
        List<VersionResult> versions = MODELS.stream()
                .map(name -> new VersionResult(
                        key(name),
                        name,
                        null,
                        CPU,
                        null,
                        null,
                        accuracy,
                        null,
                        Objects.requireNonNull(trials.get(name)),
                        null,
                        List.of()))
                .toList();
        return begun.withEnding(new RunEnding(
                        RunStatus.COMPLETED, "", begun.setting().startedAt().plusSeconds(10)))
                .withVersions(versions)
                .withEvidence(new RunEvidence(
                        Map.of(SENSOR, journal.keep(trace(0, 10))),
                        begun.evidence().observer()))
                .withJudgement(new Judgement(Grade.B, List.of("polled")));
    }
}
