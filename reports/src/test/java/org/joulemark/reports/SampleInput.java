package org.joulemark.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.*;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.SensorSource;
import org.jspecify.annotations.Nullable;

/** A small measured comparison: two versions, three trials, an estimated CPU sensor. */
public final class SampleInput {
    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final SensorId SENSOR = new SensorId("load:cpu");

    private String firstName = "digits-v1";
    private String secondName = "digits-v3-int8";
    private String runId = "20261121T101502Z-7f3a9c";
    private double scale = 1;
    private int gapBlock = -1;
    private String sensorNote = "";
    private boolean wholeServer;
    private double relativeUncertainty = 0.4;
    private @Nullable Site site = germany();
    private boolean accuracy = true;
    private List<Finding> trialFindings = List.of();
    private ProtocolSettings settings =
            new ProtocolSettings("standard", 30_000_000_000L, 10, 1, 1, WINDOW_NANOS, 3, 0, true);

    /** Another name for the second version. */
    public SampleInput named(String name) {
        secondName = name;
        return this;
    }

    /** Another name for the first version. */
    public SampleInput firstNamed(String name) {
        firstName = name;
        return this;
    }

    /** Another run, whose energies are {@code times} those of the first. */
    public SampleInput run(String id, double times) {
        runId = id;
        scale = times;
        return this;
    }

    /** With a gap of the sensor in the trials of this block. */
    public SampleInput gapIn(int block) {
        gapBlock = block;
        return this;
    }

    /** Measured at another site. */
    public SampleInput at(Site other) {
        site = other;
        return this;
    }

    /** A sensor that says this of its limits. */
    public SampleInput sensorNote(String note) {
        sensorNote = note;
        return this;
    }

    /** A sensor that models a share of a whole server. */
    public SampleInput serverShare() {
        wholeServer = true;
        return this;
    }

    /** A sensor with this expanded relative uncertainty. */
    public SampleInput sensorUncertainty(double relative) {
        relativeUncertainty = relative;
        return this;
    }

    /** A site of the user with a factor of the user, as sites.json gives it. */
    public static Site own(String id, double pue, double grams, @Nullable FactorMethod method) {
        return new Site(
                id,
                "DEU",
                pue,
                "operator",
                new EmissionFactor(
                        "user-" + id,
                        grams,
                        "entered by the user",
                        "contract 7",
                        2025,
                        "data year",
                        "DEU",
                        FactorBoundary.GENERATION_ONLY,
                        "CO2e",
                        "",
                        "",
                        "entered by the user",
                        "",
                        method),
                "");
    }

    /** With other programs busy in every trial. */
    public SampleInput foreignLoad() {
        trialFindings = List.of(new Finding("foreign-load", Severity.WARNING, "other programs", ""));
        return this;
    }

    /** Without a site. */
    public SampleInput withoutSite() {
        site = null;
        return this;
    }

    /** Without an evaluation set. */
    public SampleInput withoutAccuracy() {
        accuracy = false;
        return this;
    }

    /** With the preset that is too short to report. */
    public SampleInput demo() {
        settings = new ProtocolSettings("demo", 3_000_000_000L, 10, 1, 1, WINDOW_NANOS, 3, 0, false);
        return this;
    }

    private static Site germany() {
        return factor("CO2e", "");
    }

    /** Germany with a published factor of these gases, to be disclosed with this note. */
    public static Site factor(String gasSet, String note) {
        return new Site(
                "DEU",
                "DEU",
                1.25,
                "user",
                new EmissionFactor(
                        "eea-2023-DEU",
                        329,
                        "EEA",
                        "intensity",
                        2023,
                        "data year",
                        "DEU",
                        FactorBoundary.GENERATION_ONLY,
                        gasSet,
                        "CC-BY-4.0",
                        "ab".repeat(32),
                        "national",
                        note,
                        FactorMethod.LOCATION_BASED),
                "");
    }

    /** The input; the label speaks of the second version. */
    public ReportInput build() {
        return of(this);
    }

    /** The versions of several runs side by side; the label speaks of the last. */
    public static ReportInput of(SampleInput... samples) {
        List<Contender> contenders = Arrays.stream(samples)
                .map(SampleInput::run)
                .flatMap(run -> run.versions().stream().map(version -> new Contender(run, version)))
                .toList();
        return new ReportInput(
                Comparisons.of(contenders, new NoEvidence()),
                contenders.getLast(),
                new Anchor("0f0e0d0c-1111-2222-3333-444455556666", 42, "cd".repeat(32)),
                Instant.parse("2026-11-21T12:00:00Z"),
                "0.2.0");
    }

    /** Joules of trial {@code block} of version {@code index}: what the workbook must add up. */
    public static double joules(int index, int block) {
        return (index == 0 ? 280.125 : 70.25) + 0.5 * block;
    }

    private Run run() {
        return new Run(
                new RunId(runId),
                plan(),
                new RunSetting(
                        Instant.parse("2026-11-21T10:15:02Z"),
                        1_000_000_000L,
                        new MachineFingerprint(
                                "ef".repeat(32),
                                "AMD Ryzen 9 7950X",
                                "AuthenticAMD",
                                1,
                                16,
                                32,
                                64L << 30,
                                "Debian 12",
                                "6.1",
                                "",
                                "performance",
                                "mains",
                                List.of()),
                        new SoftwareVersions("0.2.0", "1.29.0", "", "25"),
                        site,
                        accuracy
                                ? new DatasetFacts("digits-test.npz", "12".repeat(32), Task.CLASSIFICATION, 600)
                                : null,
                        List.of(sensor()),
                        List.of()),
                new RunEnding(RunStatus.COMPLETED, "", Instant.parse("2026-11-21T10:30:00Z")),
                new Baselines(idle(), idle()),
                List.of(version(firstName, 0), version(secondName, 1)),
                new RunEvidence(Map.of(), new ObserverCost(0.1, 0.2, 1, 0, 1)),
                new Judgement(Grade.C, List.of("energy is estimated")));
    }

    private BenchPlan plan() {
        return new BenchPlan(
                PlannedModel.numbered(
                        List.of(new ModelFile(firstName, "v1.onnx"), new ModelFile(secondName, "v3.onnx"))),
                List.of(configuration()),
                "digits-test.npz",
                settings,
                1,
                Map.of(),
                null,
                1L << 32,
                60_000_000_000L);
    }

    private static Configuration configuration() {
        return new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1);
    }

    private SensorInfo sensor() {
        return new SensorInfo(
                SENSOR,
                SensorSource.LOAD_MODEL,
                DeviceId.CPU,
                "CPU load model (estimate)",
                SensorScope.CPU_PACKAGE,
                wholeServer,
                Provenance.ESTIMATED,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                10_000_000L,
                new SensorUncertainty(relativeUncertainty, relativeUncertainty, 0),
                new CounterRange(0, 1e9),
                null,
                sensorNote);
    }

    private static IdleWindow idle() {
        return new IdleWindow(0, 30_000_000_000L, List.of(energy(45)));
    }

    private static SensorEnergy gap() {
        return new SensorEnergy(
                SENSOR,
                new Absent(Unit.JOULES, "a gap of 4 s"),
                new Absent(Unit.WATTS, "a gap of 4 s"),
                560,
                4_000_000_000L);
    }

    private static SensorEnergy energy(double joules) {
        return new SensorEnergy(
                SENSOR,
                Quantity.of(joules, Unit.JOULES, 0.01, Provenance.ESTIMATED),
                Quantity.of(5, Unit.WATTS, 0, Provenance.ESTIMATED),
                600,
                0);
    }

    private VersionResult version(String name, int index) {
        List<Trial> trials = new ArrayList<>();
        LatencySummary latency = latency(index);
        for (int block = 0; block < 3; block++) {
            long start = 2_000_000_000L + block * 2 * WINDOW_NANOS;
            trials.add(new Trial(
                    block,
                    index,
                    start,
                    start + WINDOW_NANOS,
                    index == 0 ? 120_000 : 430_000,
                    1,
                    latency,
                    new BlobId("00".repeat(32)),
                    List.of(block == gapBlock ? gap() : energy(scale * joules(index, block))),
                    58,
                    0.1,
                    trialFindings));
        }
        return new VersionResult(
                plan().versions().get(index).key(),
                name,
                facts(index),
                configuration(),
                new LoadFacts(20_000_000, 1_000_000, 100 << 20, true, true, null, null, List.of()),
                latency,
                accuracy ? accuracy(index) : null,
                null,
                trials,
                null,
                List.of());
    }

    private static AccuracyResult accuracy(int index) {
        Quantity top1 = Quantity.of((595 + index) / 600.0, Unit.RATIO, 0.0037, Provenance.COUNTER);
        return new AccuracyResult(
                Task.CLASSIFICATION, 600, 595L + index, Map.of("top1", top1), new BlobId("11".repeat(32)));
    }

    private static LatencySummary latency(int index) {
        long p50 = index == 0 ? 500_000 : 138_000;
        return new LatencySummary(
                120_000,
                p50,
                1000,
                p50 - 5000,
                p50,
                p50 + 8000,
                p50 + 12_000,
                p50 + 40_000L,
                p50 + 90_000L,
                p50 * 4,
                new PercentileIntervals(
                        new RankInterval(p50 - 900, p50 + 900, false),
                        new RankInterval(p50 + 7000, p50 + 9000, false),
                        new RankInterval(p50 + 11_000, p50 + 13_000, false),
                        new RankInterval(p50 + 38_000L, p50 + 42_000L, false),
                        new RankInterval(p50 + 80_000L, p50 + 100_000L, false)));
    }

    private static ModelFacts facts(int index) {
        return new ModelFacts(
                new ModelId((index == 0 ? "aa" : "bb").repeat(32)),
                "cc".repeat(32),
                "v.onnx",
                969_865,
                8,
                Map.of("ai.onnx", 17L),
                "test",
                List.of(),
                List.of(),
                Map.of("Conv", 4),
                Map.of(ElementType.INT8, 961_605L),
                962_314L,
                18_913_792L,
                "",
                List.of());
    }

    /** Nothing behind the figures: what needs it says so. */
    private static final class NoEvidence implements Evidence {
        @Override
        public SensorTrace trace(BlobId id) {
            return SensorTrace.empty();
        }

        @Override
        public LatencySeries latencies(BlobId id) {
            return new LatencySeries(new long[0]);
        }

        @Override
        public Predictions predictions(BlobId id) {
            return new Predictions(new double[0], new double[0]);
        }
    }
}
