package org.joulemark.app.ui.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.joulemark.app.workbench.RecordedFigures;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.carbon.FactorCatalogue;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.*;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.SensorSource;
import org.jspecify.annotations.Nullable;

/** A whole run of two versions to be reported on: measured by a counter, with a site and an evaluation set. */
final class SampleRun {
    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final SensorId SENSOR = new SensorId("rapl:package-0");
    private static final Configuration CPU = new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1);

    String id = "20261121T101502Z-7f3a9c";
    Instant startedAt = Instant.parse("2026-11-21T10:15:02Z");

    @Nullable
    Site site;

    boolean data = true;
    Task task = Task.CLASSIFICATION;
    boolean accuracy = true;
    boolean idle = true;
    boolean energy = true;

    @Nullable
    Failure failure;

    Provenance provenance = Provenance.COUNTER;
    RunStatus status = RunStatus.COMPLETED;
    Grade grade = Grade.A;
    List<String> reasons = List.of();
    String machine = "ef";
    ProtocolSettings settings = new ProtocolSettings("standard", 30_000_000_000L, 10, 1, 1, WINDOW_NANOS, 3, 0, true);

    SampleRun() {
        site = germany("operator, 2026", FactorBoundary.GENERATION_ONLY, 2025);
    }

    static Site germany(String pueSource, FactorBoundary boundary, int year) {
        EmissionFactor factor = new EmissionFactor(
                "eea-2025-DEU",
                329,
                "European Environment Agency",
                "intensity",
                year,
                "data year",
                "DEU",
                boundary,
                "CO2e",
                "CC-BY-4.0",
                "ab".repeat(32),
                "national",
                "",
                FactorMethod.LOCATION_BASED);
        return new Site("lab", "DEU", pueSource.equals(Sites.NO_OVERHEAD) ? 1 : 1.25, pueSource, factor, "");
    }

    /** The site a person gets for a country code. */
    static Site country(String code) throws UserError {
        return new Sites(FactorCatalogue.shipped(), Path.of("nowhere")).resolve(code);
    }

    SampleRun demo() {
        settings = new ProtocolSettings("demo", 3_000_000_000L, 10, 1, 1, WINDOW_NANOS, 3, 0, false);
        provenance = Provenance.ESTIMATED;
        grade = Grade.C;
        reasons = List.of("not for reporting: preset demo is too short", "CPU load model (estimate) is estimated");
        return this;
    }

    SampleRun named(String runId, String moment) {
        id = runId;
        startedAt = Instant.parse(moment);
        return this;
    }

    /** Writes it into the history of {@code folder}. */
    Run record(Path folder) throws UserError, IOException {
        try (History history = new Workbench(folder).history(Access.READ_WRITE)) {
            RunJournal journal = history.journal(RecordedFigures::of);
            journal.started(build(List.of()));
            LongStream nanos = LongStream.range(0, 200).map(i -> 138_000 + i * 37 % 9000);
            BlobId latencies = journal.keep(new LatencySeries(nanos.toArray()));
            double[] truth = LongStream.range(0, 600).mapToDouble(i -> i % 10).toArray();
            BlobId answers = journal.keep(new Predictions(truth, truth));
            Run run = build(versions(latencies, answers));
            journal.finished(run);
            return run;
        }
    }

    /** The run alone, nothing behind its figures. */
    Run build() {
        BlobId none = new BlobId("00".repeat(32));
        return build(versions(none, none));
    }

    private List<VersionResult> versions(BlobId latencies, BlobId answers) {
        return List.of(
                version("digits-v1-baseline", 0, latencies, answers), version("digits-v3-int8", 1, latencies, answers));
    }

    private Run build(List<VersionResult> versions) {
        return new Run(
                new RunId(id),
                status,
                status == RunStatus.COMPLETED ? "" : "stopped by the user",
                startedAt,
                1_000_000_000L,
                startedAt.plusSeconds(900),
                plan(),
                new MachineFingerprint(
                        machine.repeat(32),
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
                data ? new DatasetFacts("digits-test.npz", "12".repeat(32), task, 600) : null,
                List.of(sensor()),
                List.of(),
                idle ? idleWindow() : null,
                idle ? idleWindow() : null,
                versions,
                Map.of(),
                new ObserverCost(0.1, 0.2, 1, 0, 1),
                grade,
                reasons);
    }

    private BenchPlan plan() {
        return new BenchPlan(
                PlannedModel.numbered(List.of(
                        new ModelFile("digits-v1-baseline", "v1.onnx"), new ModelFile("digits-v3-int8", "v3.onnx"))),
                List.of(CPU),
                data ? "digits-test.npz" : null,
                settings,
                1,
                Map.of(),
                null,
                1L << 32,
                60_000_000_000L);
    }

    private SensorInfo sensor() {
        return new SensorInfo(
                SENSOR,
                SensorSource.RAPL,
                DeviceId.CPU,
                provenance == Provenance.ESTIMATED ? "CPU load model (estimate)" : "package-0 (RAPL)",
                SensorScope.CPU_PACKAGE,
                false,
                provenance,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                10_000_000L,
                new SensorUncertainty(0.04, 0.04, 0),
                new CounterRange(0, 1e9),
                null,
                "");
    }

    private IdleWindow idleWindow() {
        return new IdleWindow(0, 30_000_000_000L, List.of(energy(45)));
    }

    private SensorEnergy energy(double joules) {
        Figure figure = energy
                ? Quantity.of(joules, Unit.JOULES, joules * 0.02, provenance)
                : new Absent(Unit.JOULES, "the sensor vanished");
        return new SensorEnergy(SENSOR, figure, Quantity.of(5, Unit.WATTS, 0, provenance), 600, 0);
    }

    private VersionResult version(String name, int index, BlobId latencies, BlobId answers) {
        List<Trial> trials = new ArrayList<>();
        LatencySummary latency = latency(index);
        for (int block = 0; block < 3; block++) {
            long start = 2_000_000_000L + block * 2 * WINDOW_NANOS + index * WINDOW_NANOS;
            double joules = (index == 0 ? 1260 : 690) + block * 3 + index;
            trials.add(new Trial(
                    block,
                    index,
                    start,
                    start + WINDOW_NANOS,
                    index == 0 ? 120_000 : 430_000,
                    1,
                    latency,
                    latencies,
                    List.of(energy(joules)),
                    58,
                    0.1,
                    List.of()));
        }
        return new VersionResult(
                plan().versions().get(index).key(),
                name,
                facts(index),
                CPU,
                new LoadFacts(20_000_000, 1_000_000, 100 << 20, true, true, null, null, List.of()),
                latency,
                data && accuracy ? accuracy(index, answers) : null,
                null,
                trials,
                index == 0 ? null : failure,
                List.of());
    }

    private static AccuracyResult accuracy(int index, BlobId answers) {
        Quantity top1 = Quantity.of((595 + index) / 600.0, Unit.RATIO, 0.0037, Provenance.COUNTER);
        return new AccuracyResult(Task.CLASSIFICATION, 600, 595L + index, Map.of("top1", top1), answers);
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
                null);
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
}
