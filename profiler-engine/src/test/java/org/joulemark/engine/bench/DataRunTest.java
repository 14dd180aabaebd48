package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunDigest;
import org.joulemark.engine.history.RunFilter;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.NotNumbers;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.power.ProbeContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on data and models that leave something open. */
class DataRunTest {
    private static final Path SAMPLES = Path.of("../packaging/samples");
    private static final ProtocolSettings SHORT =
            new ProtocolSettings("demo", 100_000_000L, 5, 50_000_000L, 100_000_000L, 600_000_000L, 1, 0, false);

    @TempDir
    Path folder;

    private Run run(History history, Path model, @Nullable Path data, ProviderId provider) throws UserError {
        MachineFingerprint machine = new MachineFingerprint(
                "ab".repeat(32), "test cpu", "test", 1, 2, 2, 8L << 30, "test", "", "", "", "mains", List.of());
        ProbeContext probes = new ProbeContext(
                Path.of("target", "no-sensors"), Path.of("/proc"), "test cpu", "test", 2, false, "/nowhere/libnvml.so");
        BenchEnvironment environment =
                new BenchEnvironment(new WorkerProcesses(), machine, probes, null, Workers.CACHE, "test");
        BenchPlan plan = new BenchPlan(
                PlannedModel.numbered(List.of(new ModelFile("model", model.toString()))),
                List.of(new Configuration(provider, DeviceId.CPU, Configuration.BATCH_OF_MODEL, 1)),
                data == null ? null : data.toString(),
                SHORT,
                7,
                Map.of(),
                null,
                4L << 30,
                20_000_000_000L);
        return new BenchRunner(environment, history.journal(RunDigest.none()), Run::judgement)
                .run(plan, BenchListener.silent());
    }

    /** The digits without their labels. */
    private Path unlabelled() throws Exception {
        Path file = folder.resolve("rows.npz");
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(SAMPLES.resolve("digits-test.npz")));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (!entry.getName().equals("label.npy")) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.transferTo(to);
                    to.closeEntry();
                }
            }
        }
        return file;
    }

    @Test
    void rowsWithoutLabelsGiveLatencyAndEnergyAndSayWhyThereIsNoAccuracy() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            Run run = run(history, SAMPLES.resolve("digits-v5-distilled.onnx"), unlabelled(), ProviderId.CPU);

            assertThat(run.ending().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.setting().preflight()).extracting(Finding::code).contains("no-labels");
            VersionResult version = run.versions().getFirst();
            assertThat(version.accuracy()).isNull();
            assertThat(version.trials()).hasSize(1);
            Contender contender = new Contender(run, version);
            assertThat(Metrics.byId("latency.p50").orElseThrow().of(contender)).isInstanceOf(Quantity.class);
            assertThat(Metrics.byId("accuracy.top1").orElseThrow().of(contender))
                    .isInstanceOfSatisfying(
                            Absent.class,
                            absent -> assertThat(absent.why()).isEqualTo("the evaluation set has no labels"));
            assertThat(history.run(run.id().value())).isEqualTo(run);
        }
    }

    @Test
    void madeUpIndicesThatAreRefusedAreZeros() throws Exception {
        Path model = ModelBytes.picking(folder.resolve("pick.onnx"), 64);
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            Run run = run(history, model, null, ProviderId.CPU);

            VersionResult version = run.versions().getFirst();
            assertThat(version.failure()).isNull();
            assertThat(version.findings()).containsExactly(GeneratedInputs.ZEROED);
            assertThat(version.configuration().batchSize()).isEqualTo(64);
            assertThat(version.trials().getFirst().batchSize()).isEqualTo(64);
        }
    }

    @Test
    void aModelThatAnswersNoNumbersIsFoundInItsRun() throws Exception {
        Path model = ModelBytes.rooting(folder.resolve("root.onnx"), -1, -1, -1);
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            Run run = run(history, model, null, ProviderId.CPU);

            assertThat(run.versions().getFirst().findings()).containsExactly(new NotNumbers("Y", 3, 3).finding());
        }
    }

    @Test
    void aProviderThatDoesNotWorkHereLeavesNoRunBehind() throws Exception {
        Path model = SAMPLES.resolve("digits-v5-distilled.onnx");
        try (History history = History.open(folder, Access.READ_WRITE, "test")) {
            assertThatThrownBy(() -> run(history, model, null, new ProviderId("cuda")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("provider cuda does not work here");
            assertThat(history.list(RunFilter.all())).isEmpty();
        }
    }
}
