package org.joulemark.app.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.app.workbench.RecordedFigures;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.Baselines;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LoadFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.ModelId;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunEnding;
import org.joulemark.engine.model.RunEvidence;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunSetting;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.stats.LatencySummaries;

/** Runs made up for tests, written into a real history. */
public final class SampleHistory {
    static final Configuration CPU = new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1);
    static final SensorId SENSOR = new SensorId("rapl:package-0");
    static final long WINDOW = 10_000_000_000L;
    static final int ROWS = 1000;
    static final int TRIALS = 5;

    /** What a version is like: right answers of 1,000, joules a trial of ten seconds, milliseconds a call, size. */
    public record Like(String name, int right, double joules, double milliseconds, long bytes) {}

    private record Asked(String id, String machine, boolean site, List<Like> versions) {
        /** When it started, as its id says. */
        Instant start() {
            return LocalDateTime.parse(id.substring(0, 15), DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss"))
                    .toInstant(ZoneOffset.UTC);
        }
    }

    static final List<Like> FAMILY = List.of(
            new Like("v1-baseline", 972, 180, 4.8, 1_800_000),
            new Like("v2-fp16", 972, 176, 4.7, 900_000),
            new Like("v3-int8", 951, 74, 2.1, 470_000),
            new Like("v4-pruned", 940, 92, 2.6, 700_000));

    private SampleHistory() {}

    /** A history in {@code folder} with one run of the family at a site. */
    static void family(Path folder) throws UserError, IOException {
        record(folder, "20260901T101500Z-aaaa01", "desk", true, FAMILY);
    }

    public static void record(Path folder, String id, String machine, boolean site, List<Like> versions)
            throws UserError, IOException {
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            RunJournal journal = history.journal(RecordedFigures::of);
            Random random = new Random(id.hashCode());
            Asked asked = new Asked(id, machine, site, versions);
            journal.started(run(asked, List.of(), Map.of()));
            List<VersionResult> results = new ArrayList<>();
            for (int i = 0; i < versions.size(); i++) {
                results.add(version(journal, versions.get(i), i, versions.size(), random));
            }
            SensorTrace trace = trace(versions);
            journal.finished(run(asked, results, Map.of(SENSOR, journal.keep(trace))));
        }
    }

    /** Trials are interleaved: block by block, each version once, with a second between. */
    static long start(int block, int position, int versions) {
        return (long) (block * versions + position) * (WINDOW + 1_000_000_000L);
    }

    private static VersionResult version(RunJournal journal, Like like, int position, int versions, Random random)
            throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < TRIALS; block++) {
            long start = start(block, position, versions);
            trials.add(trial(journal, like, block, start, random));
        }
        return new VersionResult(
                new VersionKey("m" + (position + 1), CPU.id()),
                like.name(),
                facts(like),
                CPU,
                new LoadFacts(5_000_000, 1_000_000, 100_000_000, true, true, null, null, List.of()),
                trials.getFirst().latency(),
                accuracy(journal, like),
                null,
                trials,
                null,
                List.of());
    }

    private static Trial trial(RunJournal journal, Like like, int block, long start, Random random) throws IOException {
        long[] nanos = new long[(int) Math.round(10_000 / like.milliseconds())];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = Math.round(like.milliseconds() * 1e6 * Math.exp(0.06 * random.nextGaussian()));
        }
        double joules = like.joules() * Math.exp(0.004 * random.nextGaussian());
        SensorEnergy energy = new SensorEnergy(
                SENSOR,
                Quantity.of(joules, Unit.JOULES, joules * 1e-3, Provenance.COUNTER),
                Quantity.of(joules / 8, Unit.WATTS, 0, Provenance.COUNTER),
                100,
                0);
        return new Trial(
                block,
                0,
                start,
                start + WINDOW,
                nanos.length,
                1,
                LatencySummaries.of(nanos),
                journal.keep(new LatencySeries(nanos)),
                List.of(energy),
                8,
                0.2,
                List.of());
    }

    private static AccuracyResult accuracy(RunJournal journal, Like like) throws IOException {
        double[] predicted = new double[ROWS];
        double[] expected = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            expected[row] = row % 10;
            predicted[row] = row < like.right() ? row % 10 : (row + 1) % 10;
        }
        double share = (double) like.right() / ROWS;
        Quantity top1 = Quantity.of(share, Unit.RATIO, Math.sqrt(share * (1 - share) / ROWS), Provenance.COUNTER);
        BlobId blob = journal.keep(new Predictions(predicted, expected));
        return new AccuracyResult(Task.CLASSIFICATION, ROWS, (long) like.right(), Map.of("top1", top1), blob);
    }

    private static ModelFacts facts(Like like) {
        return new ModelFacts(
                new ModelId(like.name()),
                "s",
                like.name() + ".onnx",
                like.bytes(),
                8,
                Map.of(),
                "",
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                like.bytes() / 4,
                2_000_000L,
                "",
                List.of());
    }

    /** A counter read every 100 ms through all trials. */
    private static SensorTrace trace(List<Like> versions) {
        int count = (int) (start(TRIALS, 0, versions.size()) / 100_000_000L);
        long[] ticks = new long[count];
        long[] values = new long[count];
        double microjoules = 1e6;
        for (int i = 0; i < count; i++) {
            ticks[i] = i * 100_000_000L;
            int slot = (int) (ticks[i] / (WINDOW + 1_000_000_000L));
            boolean idle = ticks[i] % (WINDOW + 1_000_000_000L) > WINDOW;
            double watts = idle ? 4 : versions.get(slot % versions.size()).joules() / 10;
            microjoules += watts * 1e5 * (1 + 0.05 * Math.sin(i * 0.7));
            values[i] = Math.round(microjoules);
        }
        return new SensorTrace(ticks, values, new byte[count]);
    }

    private static Run run(Asked asked, List<VersionResult> results, Map<SensorId, BlobId> traces) {
        return new Run(
                new RunId(asked.id()),
                plan(asked.versions()),
                new RunSetting(
                        asked.start(),
                        0,
                        machine(asked.machine()),
                        new SoftwareVersions("0.2.0", "1.29.0", "", "25"),
                        asked.site() ? new Site("home", "DEU", 1.2, "desk", factor(), "") : null,
                        new DatasetFacts("data.npz", "sha", Task.CLASSIFICATION, ROWS),
                        List.of(sensor()),
                        List.of()),
                new RunEnding(
                        results.isEmpty() ? RunStatus.FAILED : RunStatus.COMPLETED,
                        "",
                        asked.start().plusSeconds(600)),
                Baselines.NONE,
                results,
                new RunEvidence(traces, new ObserverCost(0, 0, 0, 0, 0)),
                new Judgement(Grade.A, List.of()));
    }

    private static BenchPlan plan(List<Like> versions) {
        List<PlannedModel> models = PlannedModel.numbered(versions.stream()
                .map(like -> new ModelFile(like.name(), "/models/" + like.name() + ".onnx"))
                .toList());
        ProtocolSettings settings = new ProtocolSettings("quick", 1, 1, 1, 1, WINDOW, TRIALS, 1, true);
        return new BenchPlan(models, List.of(CPU), "data.npz", settings, 1, Map.of(), null, 1L << 32, 1);
    }

    private static MachineFingerprint machine(String hash) {
        return new MachineFingerprint(
                hash,
                "Example CPU 8840U",
                "v",
                8,
                16,
                16,
                1L << 34,
                "Linux",
                "6",
                "",
                "performance",
                "mains",
                List.of());
    }

    static SensorInfo sensor() {
        return new SensorInfo(
                SENSOR,
                SensorSource.RAPL,
                DeviceId.CPU,
                "package-0 (RAPL)",
                SensorScope.CPU_PACKAGE,
                false,
                Provenance.COUNTER,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                1_000_000,
                new SensorUncertainty(0.05, 0.2, 2),
                null,
                null,
                "");
    }

    private static EmissionFactor factor() {
        return new EmissionFactor(
                "eea-2023-DEU",
                329,
                "EEA",
                "intensity",
                2023,
                "data year",
                "DEU",
                FactorBoundary.GENERATION_ONLY,
                "CO2e",
                "CC-BY-4.0",
                "ab".repeat(32),
                "national",
                "",
                FactorMethod.LOCATION_BASED);
    }
}
