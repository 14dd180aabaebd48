package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a plan before anything runs. */
class PreparedPlanTest {
    private static final Path SAMPLES = Path.of("../packaging/samples");
    private static final ProviderId CUDA = new ProviderId("cuda");

    @TempDir
    Path folder;

    private Path proc = Path.of("");
    private Map<String, Long> sizes = Map.of();
    private @Nullable Path data;
    private @Nullable String ortHome;
    private int threads = 1;
    private int batch = Configuration.BATCH_OF_MODEL;
    private ProviderId provider = ProviderId.CPU;

    @BeforeEach
    void aProcessorWithVnni() throws IOException {
        proc = Files.createDirectory(folder.resolve("proc"));
        Files.writeString(proc.resolve("cpuinfo"), "flags\t: sse4_1 avx2 avx_vnni\n");
    }

    private PreparedPlan prepared(Path... models) throws UserError {
        MachineFingerprint machine = new MachineFingerprint(
                "ab".repeat(32), "test cpu", "test", 1, 2, 2, 8L << 30, "test", "", "", "", "mains", List.of());
        ProbeContext probes = new ProbeContext(folder, proc, "test cpu", "test", 2, false, "/nowhere/libnvml.so");
        BenchEnvironment environment =
                new BenchEnvironment(new WorkerProcesses(), machine, probes, null, Workers.CACHE, "test");
        List<ModelFile> planned = new ArrayList<>();
        for (Path model : models) {
            planned.add(new ModelFile(String.valueOf(model.getFileName()), model.toString()));
        }
        Path rows = data;
        return PreparedPlan.of(
                new BenchPlan(
                        PlannedModel.numbered(planned),
                        List.of(new Configuration(provider, DeviceId.CPU, batch, threads)),
                        rows == null ? null : rows.toString(),
                        Presets.byName("demo").orElseThrow(),
                        7,
                        sizes,
                        ortHome,
                        4L << 30,
                        20_000_000_000L),
                environment);
    }

    private void assertRefused(String words, Path... models) {
        assertThatThrownBy(() -> prepared(models))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.kind()).isEqualTo(UserError.Kind.USAGE))
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    private static int batch(PreparedPlan prepared) {
        return prepared.plan().configurations().getFirst().batchSize();
    }

    private Path fixed(String name, long rows) throws IOException {
        return ModelBytes.write(
                folder.resolve(name),
                Onnx.GraphProto.newBuilder()
                        .addInput(ModelBytes.value("X", Onnx.TensorProto.DataType.FLOAT, rows, 2))
                        .addOutput(ModelBytes.value("Y", Onnx.TensorProto.DataType.FLOAT, rows, 2))
                        .addNode(ModelBytes.node("Add", "Y", "X", "X")));
    }

    @Test
    void sizesForDimensionsThatAreNoneNameThoseThereAre() throws Exception {
        Path digits = SAMPLES.resolve("digits-v5-distilled.onnx");
        sizes = Map.of("nope", 3L);
        assertRefused(
                "--dim nope=3: no input of the models has a free dimension of that name; there are batch", digits);
        assertRefused("they have none with a name", fixed("three.onnx", 3));
        sizes = Map.of("batch", 0L);
        assertRefused("--dim batch=0: a size is from 1", digits);
        sizes = Map.of("batch", 1L << 40);
        assertRefused("a size is from 1 to 2147483647", digits);
    }

    @Test
    void moreThreadsThanTheMachineCouldUseAreRefusedWithTheLimit() throws Exception {
        Path model = fixed("three.onnx", 3);
        threads = 100_000;
        assertRefused("--threads 100000: this machine has 2 logical processors; give 1 to 8", model);
        threads = 8;
        assertThat(prepared(model).versions()).hasSize(1);
    }

    @Test
    void aProviderThatDoesNotWorkHereIsRefusedWithTheRemedy() throws Exception {
        provider = CUDA;
        assertRefused("provider cuda does not work here", fixed("three.onnx", 3));
        assertRefused("--ort-home", fixed("four.onnx", 4));
        assertRefused("or use --provider cpu", fixed("five.onnx", 5));
    }

    @Test
    void aFolderWithoutOnnxRuntimeIsRefusedBeforeAnythingRuns() throws Exception {
        ortHome = folder.toString();
        assertRefused("--ort-home " + folder + " has no ", fixed("three.onnx", 3));
    }

    @Test
    void theBatchAModelFixesIsTakenWhereNoneIsGiven() throws Exception {
        Path three = fixed("three.onnx", 3);
        Path free = SAMPLES.resolve("digits-v5-distilled.onnx");

        assertThat(batch(prepared(three))).isEqualTo(3);
        assertThat(batch(prepared(free))).isEqualTo(1);
        PreparedPlan both = prepared(three, free);
        assertThat(batch(both)).isEqualTo(3);
        assertThat(both.versions().getLast().inputs().getFirst().shape().getFirst())
                .isEqualTo(3);
        assertRefused("measure them in runs of their own", three, fixed("four.onnx", 4));
        batch = 1;
        assertRefused("has the fixed batch size 3 (inputs: X float[3,2]); run it with --batch 3, not 1", three);
    }

    @Test
    void aBatchSetByItsNameIsTheBatch() throws Exception {
        Path free = SAMPLES.resolve("digits-v5-distilled.onnx");
        sizes = Map.of("batch", 4L);

        assertThat(batch(prepared(free))).isEqualTo(4);
        batch = 1;
        assertRefused("--dim batch=4 and --batch 1 contradict each other: batch is the number of rows a call", free);
    }

    /** As in a recurrent model: the first size of one input is time, of the other it is one layer. */
    @Test
    void aSizeGivenToOneInputIsNoBatchWhereAnotherFixesIts() throws Exception {
        Path model = ModelBytes.write(
                folder.resolve("steps.onnx"),
                Onnx.GraphProto.newBuilder()
                        .addInput(stepped("X", 2))
                        .addInput(ModelBytes.value("H", Onnx.TensorProto.DataType.FLOAT, 1, 2))
                        .addOutput(stepped("Y", 2))
                        .addNode(ModelBytes.node("Add", "Y", "X", "H")));
        sizes = Map.of("steps", 16L);

        PreparedPlan prepared = prepared(model);
        assertThat(batch(prepared)).isEqualTo(1);
        assertThat(prepared.versions().getFirst().inputs().getFirst().shape()).containsExactly(16L, 2L);
    }

    private static Onnx.ValueInfoProto stepped(String name, long width) {
        Onnx.ValueInfoProto.Builder value =
                ModelBytes.value(name, Onnx.TensorProto.DataType.FLOAT, 1, width).toBuilder();
        value.getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(0)
                .setDimParam("steps");
        return value.build();
    }

    @Test
    void whatIsNoticedOfDataAndModelsIsSaidOnceWithTheModelsItIsTrueOf() throws Exception {
        Files.writeString(proc.resolve("cpuinfo"), "flags\t: sse4_1 avx2\n");
        Path baseline = SAMPLES.resolve("digits-v1-baseline.onnx");
        Path int8 = SAMPLES.resolve("digits-v3-int8.onnx");
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            table.append(i == 63 ? "p63,label" : "p" + i + ",");
        }
        data = Files.writeString(folder.resolve("d.csv"), table + "\n" + "255,".repeat(64) + "1\n");

        List<Finding> findings = prepared(baseline, int8).findings();
        assertThat(findings).extracting(Finding::code).containsExactly("input-cast", "input-folded", "int8-saturation");
        assertThat(findings.getFirst().text()).startsWith("array 'input' (int64, 255 to 255) was cast to float");
        assertThat(findings.getLast().text()).startsWith("digits-v3-int8.onnx: this processor has no VNNI");
    }
}
