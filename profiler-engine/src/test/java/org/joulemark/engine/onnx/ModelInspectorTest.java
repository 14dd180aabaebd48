package org.joulemark.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelInspectorTest {
    private static final Path SAMPLES = Path.of("../packaging/samples");

    @TempDir
    Path folder;

    static Stream<CSVRecord> samples() throws IOException {
        try (Reader reader = Files.newBufferedReader(SAMPLES.resolve("samples.csv"))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleModelsHaveTheCountsTheirBuilderWroteDown(CSVRecord sample) throws UserError {
        ModelFacts facts = ModelInspector.inspect(SAMPLES.resolve(sample.get("file")));

        assertThat(facts.sizeBytes()).isEqualTo(Long.parseLong(sample.get("bytes")));
        assertThat(text(facts.parameters())).isEqualTo(sample.get("parameters"));
        assertThat(text(facts.macs())).isEqualTo(sample.get("macs_batch_1"));
        assertThat(facts.irVersion()).isEqualTo(8);
        assertThat(facts.opsets()).containsEntry("ai.onnx", 17L);
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }

    @Test
    void aRetrainedModelOfTheSameArchitectureHasTheSameStructureAndAnotherIdentity() throws Exception {
        Path v1 = SAMPLES.resolve("digits-v1-baseline.onnx");
        byte[] bytes = Files.readAllBytes(v1);
        bytes[bytes.length / 2] ^= 1;
        Path retrained = Files.write(folder.resolve("retrained.onnx"), bytes);

        assertThat(ModelInspector.inspect(retrained).structuralHash())
                .isEqualTo(ModelInspector.inspect(v1).structuralHash());
        assertThat(ModelInspector.inspect(retrained).id())
                .isNotEqualTo(ModelInspector.inspect(v1).id());
        assertThat(ModelInspector.inspect(SAMPLES.resolve("digits-v5-distilled.onnx"))
                        .structuralHash())
                .isNotEqualTo(ModelInspector.inspect(v1).structuralHash());
    }

    @Test
    void whatIsNoModelIsNamedForWhatItIs() throws IOException {
        assertRefused("", "empty");
        assertRefused("version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS pointer");
        assertRefused("<!DOCTYPE html><html>", "web page");
        assertRefused("PK\3\4 and so on", "zip archive");
        assertRefused("just some text that is no model at all", "not an ONNX model");
        assertThatThrownBy(() -> ModelInspector.inspect(folder.resolve("nowhere.onnx")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> ModelInspector.inspect(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a folder");
    }

    private void assertRefused(String content, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("given.onnx"), content, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ModelInspector.inspect(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aTruncatedModelIsNeverTakenForAWholeOne() throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("digits-v5-distilled.onnx"));
        for (int length : List.of(1, 10, 100, 1_000, bytes.length / 2, bytes.length - 1)) {
            Path file = folder.resolve("cut.onnx");
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelInspector.inspect(file)).isInstanceOf(UserError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wine-v1-mlp", "tumour-v2-logistic", "iris-v1-forest", "digits-v5-distilled"})
    void damagedModelsEndInOneClearLineOrInFacts(String sample) throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve(sample + ".onnx"));
        Path file = folder.resolve("damaged.onnx");
        int refused = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = bytes.clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                damaged[place(random, damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            refused += refusal(file);
        }
        assertThat(refused).isPositive();
    }

    /** Half of all damage near the ends, where the structure is and not the weights. */
    private static int place(Random random, int length) {
        int near = Math.min(length, 600);
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(near);
            case 1 -> length - 1 - random.nextInt(near);
            default -> random.nextInt(length);
        };
    }

    @Test
    void nodesWithoutTheirInputsAreNoReasonToFail() throws Exception {
        String operators = """
            Conv Gemm MatMul QLinearConv QLinearMatMul QGemm ConvTranspose MatMulNBits Gather Slice Split Reshape Concat
            Transpose Unsqueeze Squeeze Pad Tile Expand Resize Upsample TopK ReduceSum ArgMax LSTM GRU Where Range
            Constant ConstantOfShape Shape Size Cast Add Div DequantizeLinear BatchNormalization MaxPool
            GlobalAveragePool GatherND GatherElements DepthToSpace Flatten If Loop Dropout DynamicQuantizeLinear\
            """;
        Path file = folder.resolve("odd.onnx");
        for (String operator : operators.strip().split("\\s+", -1)) {
            for (String inputs : List.of("", "_", "x", "x _", "x v", "v x", "v v v v v", "x x x x x x x x x")) {
                for (String outputs : List.of("", "y", "y z _ u")) {
                    Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder()
                            .addInput(Graphs.value("x", Graphs.FLOAT, 2, 0, 3))
                            .addInitializer(Graphs.longs("v", 0, -7, Long.MAX_VALUE, Long.MIN_VALUE))
                            .addNode(Graphs.node(operator, inputs, outputs))
                            .addNode(Graphs.node("MatMul", "y x", "end"));
                    Files.write(file, Graphs.model(graph).toByteArray());
                    assertThat(refusal(file)).isBetween(0, 1);
                }
            }
        }
    }

    @Test
    void aDownloadThatStoppedHalfwayIsSaidToBeTruncated() throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("digits-v5-distilled.onnx"));
        Path file = Files.write(folder.resolve("half.onnx"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> ModelInspector.inspect(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is truncated");
    }

    @Test
    void deepNestingIsRefusedAndNotFollowed() throws IOException {
        Onnx.GraphProto graph = Onnx.GraphProto.getDefaultInstance();
        for (int i = 0; i < 300; i++) {
            graph = Onnx.GraphProto.newBuilder()
                    .addNode(Graphs.node("If", "c", "y", Graphs.graph("then_branch", graph.toBuilder())))
                    .build();
        }
        Path file = Files.write(
                folder.resolve("deep.onnx"), Graphs.model(graph.toBuilder()).toByteArray());

        assertThatThrownBy(() -> ModelInspector.inspect(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nested");
    }

    @Test
    void functionsThatCallThemselvesAreRefused() throws IOException {
        Onnx.NodeProto call =
                Graphs.node("Again", "x", "y").toBuilder().setDomain("local").build();
        Onnx.FunctionProto function = Onnx.FunctionProto.newBuilder()
                .setName("Again")
                .setDomain("local")
                .addInput("x")
                .addOutput("y")
                .addNode(call)
                .addNode(call)
                .build();
        Path file = Files.write(
                folder.resolve("again.onnx"),
                Graphs.model(Onnx.GraphProto.newBuilder().addNode(call)).toBuilder()
                        .addFunctions(function)
                        .build()
                        .toByteArray());

        assertThatThrownBy(() -> ModelInspector.inspect(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("without end");
    }

    private static int refusal(Path file) {
        try {
            assertThat(ModelInspector.inspect(file).id().value()).hasSize(64);
            return 0;
        } catch (UserError e) {
            assertThat(e.line()).doesNotContain("\n");
            return 1;
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSparseInitialiserIsAWeightAndNoInput() throws Exception {
        Onnx.SparseTensorProto sparse = Onnx.SparseTensorProto.newBuilder()
                .setValues(Graphs.floats("w", 1, 2, 3))
                .setIndices(Graphs.longs("", 0, 5, 11))
                .addDims(3)
                .addDims(4)
                .build();
        Path file = Files.write(
                folder.resolve("sparse.onnx"),
                Graphs.model(Onnx.GraphProto.newBuilder()
                                .addInput(Graphs.value("x", Graphs.FLOAT, "batch", 3))
                                .addInput(Graphs.value("w", Graphs.FLOAT, 3, 4))
                                .addSparseInitializer(sparse)
                                .addNode(Graphs.node("MatMul", "x w", "y"))
                                .addOutput(Graphs.value("y", Graphs.FLOAT, "batch", 4)))
                        .toByteArray());

        ModelFacts facts = ModelInspector.inspect(file);
        assertThat(facts.inputs()).extracting(ValueSpec::name).containsExactly("x");
        assertThat(facts.parameters()).isEqualTo(12);
        assertThat(facts.macs()).isEqualTo(12);
    }

    /** One matrix product of 4 by 3 a row, whether a call takes one row or always three. */
    @Test
    void macsAreThoseOfOneRowAlsoWhereTheBatchIsFixed() throws Exception {
        for (Object batch : new Object[] {"batch", 3, 1}) {
            Path file = Files.write(
                    folder.resolve(batch + ".onnx"),
                    Graphs.model(Onnx.GraphProto.newBuilder()
                                    .addInput(Graphs.value("x", Graphs.FLOAT, batch, 4))
                                    .addInitializer(Graphs.zeros("w", 4, 3))
                                    .addNode(Graphs.node("MatMul", "x w", "y"))
                                    .addOutput(Graphs.value("y", Graphs.FLOAT, batch, 3)))
                            .toByteArray());

            assertThat(ModelInspector.inspect(file).macs()).isEqualTo(12);
        }
    }
}
