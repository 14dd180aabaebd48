package org.joulemark.app.ui.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joulemark.app.workbench.RecordedFigures;
import org.joulemark.engine.bench.Presets;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.bench.Schedule;
import org.joulemark.engine.compare.Grades;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Baselines;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.ProviderId;
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
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.power.EnergyWindow;
import org.joulemark.engine.stats.LatencySummaries;

/** Whole runs whose figures follow from their samples, written into a real history. */
final class SampleHistory {
    private static final long SEED = 3;
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00.250Z");
    private static final Configuration CPU = new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1);
    private static final long SECOND = 1_000_000_000L;
    private static final long PERIOD = 100_000_000L;
    private static final long WINDOW = 3 * SECOND;
    private static final int BLOCKS = 2;

    private static final SensorInfo PACKAGE = new SensorInfo(
            new SensorId("rapl:package-0"),
            SensorSource.RAPL,
            DeviceId.CPU,
            "package-0 (Intel RAPL)",
            SensorScope.CPU_PACKAGE,
            false,
            Provenance.COUNTER,
            TraceKind.ENERGY_COUNTER_MICROJOULES,
            1_000_000L,
            new SensorUncertainty(0.05, 0.1, 0.5),
            new CounterRange(262_143_328_850L, 1_000),
            null,
            "Covers cores and uncore");

    private static final SensorInfo CORES = new SensorInfo(
            new SensorId("load:cores"),
            SensorSource.LOAD_MODEL,
            DeviceId.CPU,
            "cores (polled)",
            SensorScope.CPU_CORES,
            false,
            Provenance.POLLED_INSTANT,
            TraceKind.POWER_MILLIWATTS,
            PERIOD,
            new SensorUncertainty(0.1, 0.1, 0.5),
            null,
            "inside package-0",
            "");

    private SampleHistory() {}

    /** What a run is to be like. */
    record Wish(String id, Instant startedAt, RunStatus status, List<String> models, boolean sited) {
        static Wish completed(String id, Instant startedAt) {
            return new Wish(id, startedAt, RunStatus.COMPLETED, List.of("digits-v1-fp32", "digits-v2-int8"), true);
        }
    }

    /** A history of a completed, a cancelled, a failed and a running run, in this order of time. */
    static void writeFour(Path folder) throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            RunJournal journal = history.journal(RecordedFigures::of);
            record(journal, Wish.completed("20260314T120000Z-aaaaaa", NOON));
            record(
                    journal,
                    new Wish(
                            "20260314T130000Z-bbbbbb",
                            NOON.plusSeconds(3600),
                            RunStatus.CANCELLED,
                            List.of("resnet50-fp16"),
                            false));
            record(
                    journal,
                    new Wish(
                            "20260315T090000Z-cccccc",
                            NOON.plusSeconds(75_600),
                            RunStatus.FAILED,
                            List.of("mobilenet-v3"),
                            true));
            journal.started(begun(new Wish(
                    "20260315T100000Z-dddddd",
                    Instant.now().minusSeconds(5),
                    RunStatus.FAILED,
                    List.of("wine-mlp"),
                    true)));
        }
    }

    static Run record(RunJournal journal, Wish wish) throws IOException {
        Run begun = begun(wish);
        journal.started(begun);
        long start = begun.setting().startedNanos();
        int windows = 2 + BLOCKS * wish.models().size();
        int readings = (int) ((windows * 4 * SECOND + SECOND) / PERIOD);
        SensorTrace counter = counter(start, readings, wish.id().hashCode());
        SensorTrace cores = cores(start, readings, wish.id().hashCode());
        Map<SensorInfo, SensorTrace> traces = Map.of(PACKAGE, counter, CORES, cores);
        List<List<Trial>> trials = new ArrayList<>();
        wish.models().forEach(_ -> trials.add(new ArrayList<>()));
        Random random = new Random(7);
        List<List<Integer>> order = Schedule.blocks(wish.models().size(), BLOCKS, SEED);
        for (int block = 0; block < BLOCKS; block++) {
            for (int at = 0; at < wish.models().size(); at++) {
                int version = order.get(block).get(at);
                long from = start + SECOND / 2 + (1 + block * wish.models().size() + at) * 4 * SECOND;
                Trial trial = trial(journal, new int[] {block, at}, from, energies(traces, from), random);
                journal.trialDone(
                        begun.id(), begun.plan().versions().get(version).key(), trial, Map.of());
                trials.get(version).add(trial);
            }
        }
        Map<SensorId, BlobId> kept = Map.of(PACKAGE.id(), journal.keep(counter), CORES.id(), journal.keep(cores));
        long idleAfter = start + SECOND / 2 + (windows - 1) * 4 * SECOND;
        IdleWindow after = new IdleWindow(idleAfter, idleAfter + WINDOW, energies(traces, idleAfter));
        long idleBefore = start + SECOND / 2;
        IdleWindow before = new IdleWindow(idleBefore, idleBefore + WINDOW, energies(traces, idleBefore));
        Run run = ended(begun, wish, versions(wish, trials), kept, List.of(before, after));
        journal.finished(run);
        return run;
    }

    private static List<VersionResult> versions(Wish wish, List<List<Trial>> trials) {
        return IntStream.range(0, wish.models().size())
                .mapToObj(at -> new VersionResult(
                        plan(wish).versions().get(at).key(),
                        wish.models().get(at),
                        null,
                        CPU,
                        null,
                        null,
                        null,
                        null,
                        trials.get(at),
                        null,
                        List.of(new Finding(
                                "not-steady", Severity.WARNING, "not steady after warm-up", "Close other programs"))))
                .toList();
    }

    private static Trial trial(RunJournal journal, int[] place, long from, List<SensorEnergy> energies, Random random)
            throws IOException {
        long[] nanos = IntStream.range(0, 200)
                .mapToLong(i -> 400_000 + random.nextInt(50_000))
                .toArray();
        return new Trial(
                place[0],
                place[1],
                from,
                from + WINDOW,
                nanos.length,
                1,
                LatencySummaries.of(nanos),
                journal.keep(new LatencySeries(nanos)),
                energies,
                2.9,
                0.012,
                List.of());
    }

    private static List<SensorEnergy> energies(Map<SensorInfo, SensorTrace> traces, long from) {
        return List.of(PACKAGE, CORES).stream()
                .map(sensor -> EnergyWindow.over(sensor, traces.get(sensor), from, from + WINDOW))
                .toList();
    }

    private static SensorTrace counter(long start, int readings, int seed) {
        Random random = new Random(seed);
        long[] ticks = new long[readings];
        long[] values = new long[readings];
        long value = 5_000_000;
        for (int i = 0; i < readings; i++) {
            ticks[i] = start + i * PERIOD;
            value += 2_500_000 + (busy(i, readings) ? 3_000_000 : 0) + random.nextInt(300_000);
            values[i] = value;
        }
        return new SensorTrace(ticks, values, new byte[readings]);
    }

    /** With a gap of half a second. */
    private static SensorTrace cores(long start, int readings, int seed) {
        Random random = new Random(seed);
        long[] ticks = new long[readings];
        long[] values = new long[readings];
        byte[] states = new byte[readings];
        for (int i = 0; i < readings; i++) {
            ticks[i] = start + i * PERIOD;
            values[i] = 15_000 + (busy(i, readings) ? 28_000 : 0) + random.nextInt(2_000);
            states[i] = i >= 60 && i < 65 ? MissingReason.PERMISSION_DENIED.code() : 0;
        }
        return new SensorTrace(ticks, values, states);
    }

    /** Whether a trial is under way at a reading; the first and the last window are idle. */
    private static boolean busy(int reading, int readings) {
        return reading > 45 && reading < readings - 50 && reading % 40 > 5 && reading % 40 < 35;
    }

    private static Run ended(
            Run begun, Wish wish, List<VersionResult> versions, Map<SensorId, BlobId> kept, List<IdleWindow> idle) {
        boolean completed = wish.status() == RunStatus.COMPLETED;
        Run run = begun.withEnding(new RunEnding(
                        wish.status(),
                        completed
                                ? ""
                                : wish.status() == RunStatus.CANCELLED ? "stopped by the user" : "the disk is full",
                        begun.setting().startedAt().plusSeconds(25)))
                .withBaselines(new Baselines(idle.getFirst(), idle.getLast()))
                .withVersions(versions)
                .withEvidence(new RunEvidence(kept, new ObserverCost(0.043, 0.21, 4 * WINDOW, 2, 250)));
        return run.withJudgement(Grades.of(run));
    }

    /** A run as it begins. */
    static Run begun(Wish wish) {
        return Run.begun(
                new RunId(wish.id()),
                plan(wish),
                new RunSetting(
                        wish.startedAt(),
                        1_000 * SECOND,
                        machine(),
                        new SoftwareVersions("0.2.0", "1.29.0", "c0ffee00".repeat(8), "Eclipse Adoptium 25.0.3+9-LTS"),
                        wish.sited() ? new Site("lab", "DEU", 1.2, "operator's own figure", factor(), "") : null,
                        new DatasetFacts("digits-test.npz", "6b4e".repeat(16), Task.UNLABELLED, 600),
                        List.of(PACKAGE, CORES),
                        List.of(new Finding("load", Severity.NOTE, "the load average was 1.3 before the start", ""))));
    }

    private static BenchPlan plan(Wish wish) {
        return new BenchPlan(
                PlannedModel.numbered(wish.models().stream()
                        .map(name -> new ModelFile(name, "/models/" + name + ".onnx"))
                        .toList()),
                List.of(CPU),
                "/data/digits-test.npz",
                settings(),
                SEED,
                Map.of(),
                null,
                1L << 32,
                60 * SECOND);
    }

    private static ProtocolSettings settings() {
        ProtocolSettings demo = Presets.DEMO;
        return new ProtocolSettings(
                demo.name(),
                demo.idleNanos(),
                demo.warmUpMinRuns(),
                demo.warmUpMinNanos(),
                demo.warmUpMaxNanos(),
                demo.windowNanos(),
                BLOCKS,
                demo.coolDownMaxNanos(),
                true);
    }

    private static EmissionFactor factor() {
        return new EmissionFactor(
                "eea-2023-DEU",
                371.2,
                "European Environment Agency",
                "Greenhouse gas emission intensity of electricity generation, 2024 edition",
                2023,
                "data year",
                "DEU",
                FactorBoundary.GENERATION_ONLY,
                "CO2e",
                "CC BY 4.0",
                "9c1d".repeat(16),
                "country average of the newest year",
                "National average; not the supplier's mix",
                FactorMethod.LOCATION_BASED);
    }

    private static MachineFingerprint machine() {
        return new MachineFingerprint(
                "ab12".repeat(16),
                "Intel(R) Xeon(R) Gold 6338",
                "GenuineIntel",
                1,
                16,
                32,
                1L << 36,
                "Debian GNU/Linux 12 (bookworm)",
                "6.1.0-18-amd64",
                "",
                "performance",
                "mains",
                List.of());
    }

    static void sql(Path file, String sql) throws Exception {
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = attacker.createStatement()) {
            statement.execute(sql);
        }
    }

    static Set<String> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }
}
