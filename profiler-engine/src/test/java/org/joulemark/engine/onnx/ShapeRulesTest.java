package org.joulemark.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joulemark.engine.onnx.Graphs.floats;
import static org.joulemark.engine.onnx.Graphs.integer;
import static org.joulemark.engine.onnx.Graphs.integers;
import static org.joulemark.engine.onnx.Graphs.longs;
import static org.joulemark.engine.onnx.Graphs.node;
import static org.joulemark.engine.onnx.Graphs.scalar;
import static org.joulemark.engine.onnx.Graphs.text;
import static org.joulemark.engine.onnx.Graphs.zeros;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.joulemark.onnx.proto.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inferred shapes against those ONNX Runtime really gives: the second, independent computation. */
class ShapeRulesTest {
    /**
     * One graph.
     *
     * @param name what is tried
     * @param input sizes of its float input {@code x}
     * @param weights stored tensors
     * @param nodes nodes that end in {@code y}
     */
    record Case(String name, List<Long> input, List<Onnx.TensorProto> weights, List<Onnx.NodeProto> nodes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case one(String name, List<Long> input, Onnx.NodeProto node, Onnx.TensorProto... weights) {
        return new Case(name, input, List.of(weights), List.of(node));
    }

    private static Case many(String name, List<Long> input, List<Onnx.TensorProto> weights, Onnx.NodeProto... nodes) {
        return new Case(name, input, weights, List.of(nodes));
    }

    private static final List<Long> IMAGE = List.of(1L, 4L, 13L, 9L);
    private static final List<Long> ROWS = List.of(2L, 6L);

    static Stream<Case> convolutions() {
        return Stream.of(
                one("padded", IMAGE, node("Conv", "x w", "y", integers("pads", 1, 0, 1, 2)), zeros("w", 5, 4, 3, 3)),
                one(
                        "strided and dilated",
                        IMAGE,
                        node("Conv", "x w", "y", integers("strides", 2, 3), integers("dilations", 2, 1)),
                        zeros("w", 5, 4, 3, 2)),
                one("in groups", IMAGE, node("Conv", "x w", "y", integer("group", 2)), zeros("w", 6, 2, 3, 3)),
                one(
                        "auto pad",
                        IMAGE,
                        node("Conv", "x w", "y", text("auto_pad", "SAME_UPPER"), integers("strides", 2, 2)),
                        zeros("w", 5, 4, 3, 3)),
                one(
                        "transposed",
                        IMAGE,
                        node("ConvTranspose", "x w", "y", integers("strides", 2, 3), integers("output_padding", 1, 0)),
                        zeros("w", 4, 5, 3, 3)),
                one(
                        "transposed in groups",
                        IMAGE,
                        node("ConvTranspose", "x w", "y", integer("group", 2), integers("pads", 1, 1, 0, 1)),
                        zeros("w", 4, 3, 3, 2)),
                one(
                        "max pool",
                        IMAGE,
                        node("MaxPool", "x", "y", integers("kernel_shape", 3, 2), integers("strides", 2, 2))));
    }

    static Stream<Case> poolings() {
        return Stream.of(
                one(
                        "max pool, rounded up",
                        IMAGE,
                        node(
                                "MaxPool",
                                "x",
                                "y",
                                integers("kernel_shape", 2, 2),
                                integers("strides", 2, 4),
                                integer("ceil_mode", 1))),
                one(
                        "average pool, padded",
                        IMAGE,
                        node("AveragePool", "x", "y", integers("kernel_shape", 3, 3), integers("pads", 1, 1, 1, 1))),
                one("global pool", IMAGE, node("GlobalAveragePool", "x", "y")));
    }

    static Stream<Case> layouts() {
        return Stream.of(
                one("reshape", IMAGE, node("Reshape", "x s", "y"), longs("s", 0, -1, 3)),
                one("flatten", IMAGE, node("Flatten", "x", "y", integer("axis", 2))),
                one("flatten from behind", IMAGE, node("Flatten", "x", "y", integer("axis", -1))),
                one("transpose", IMAGE, node("Transpose", "x", "y", integers("perm", 3, 0, 2, 1))),
                one("transpose all", IMAGE, node("Transpose", "x", "y")),
                one("unsqueeze", ROWS, node("Unsqueeze", "x a", "y"), longs("a", -1, 0)),
                one("squeeze", IMAGE, node("Squeeze", "x a", "y"), longs("a", 0)),
                one("squeeze all", List.of(1L, 3L, 1L), node("Squeeze", "x", "y")),
                one("concat", IMAGE, node("Concat", "x w x", "y", integer("axis", -2)), zeros("w", 1, 4, 5, 9)),
                one("pad", ROWS, node("Pad", "x p", "y"), longs("p", 1, 0, 0, 3)),
                one("tile", ROWS, node("Tile", "x r", "y"), longs("r", 3, 1)),
                one("expand", List.of(3L, 1L), node("Expand", "x s", "y"), longs("s", 2, 1, 6)),
                one("gather", IMAGE, node("Gather", "x i", "y", integer("axis", 1)), longs("i", 0, 2, 2)),
                one("gather one", IMAGE, node("Gather", "x i", "y", integer("axis", 2)), scalar("i", 1)),
                one(
                        "slice",
                        IMAGE,
                        node("Slice", "x b e a s", "y"),
                        longs("b", 1, -2),
                        longs("e", Long.MAX_VALUE, -100),
                        longs("a", 1, 2),
                        longs("s", 2, -3)),
                one("reduce", IMAGE, node("ReduceMean", "x", "y", integers("axes", 1, -1), integer("keepdims", 0))),
                one("reduce, kept", IMAGE, node("ReduceSum", "x a", "y"), longs("a", -2)),
                one("reduce all", IMAGE, node("ReduceMax", "x", "y", integer("keepdims", 0))),
                one("depth to space", IMAGE, node("DepthToSpace", "x", "y", integer("blocksize", 2))),
                one("resize by scales", IMAGE, node("Resize", "x _ c", "y"), floats("c", 1, 1, 2, 1.5f)),
                one("resize to sizes", IMAGE, node("Resize", "x _ _ c", "y"), longs("c", 1, 4, 5, 20)),
                many("split evenly", IMAGE, List.of(), node("Split", "x", "a y", integer("axis", 1))),
                many(
                        "split unevenly",
                        IMAGE,
                        List.of(longs("s", 5, 8)),
                        node("Split", "x s", "a y", integer("axis", 2))),
                many("top k", IMAGE, List.of(longs("k", 3)), node("TopK", "x k", "y i", integer("axis", 1))));
    }

    static Stream<Case> products() {
        return Stream.of(
                one("gemm", ROWS, node("Gemm", "x w", "y", integer("transB", 1)), zeros("w", 4, 6)),
                one("gemm on its side", ROWS, node("Gemm", "x w", "y", integer("transA", 1)), zeros("w", 2, 5)),
                one("matrix", ROWS, node("MatMul", "x w", "y"), zeros("w", 6, 3)),
                one("batches", List.of(3L, 1L, 2L, 6L), node("MatMul", "x w", "y"), zeros("w", 7, 6, 4)),
                one("vector behind", ROWS, node("MatMul", "x w", "y"), zeros("w", 6)),
                one("vector before", ROWS, node("MatMul", "w x", "y"), zeros("w", 2)),
                one("broadcast", List.of(3L, 1L, 6L), node("Add", "x w", "y"), zeros("w", 4, 1)));
    }

    static Stream<Case> exported() {
        return Stream.of(
                one(
                        "recurrent",
                        List.of(5L, 1L, 3L),
                        node("LSTM", "x w r", "y", integer("hidden_size", 2)),
                        zeros("w", 1, 8, 3),
                        zeros("r", 1, 8, 2)),
                many(
                        "last state",
                        List.of(5L, 1L, 3L),
                        List.of(zeros("w", 2, 6, 3), zeros("r", 2, 6, 2)),
                        node("GRU", "x w r", "a y", integer("hidden_size", 2), text("direction", "bidirectional"))),
                many(
                        "flattened as exporters compute it",
                        IMAGE,
                        List.of(scalar("zero", 0), longs("axis", 0), longs("rest", -1)),
                        node("Shape", "x", "s"),
                        node("Gather", "s zero", "b"),
                        node("Unsqueeze", "b axis", "u"),
                        node("Concat", "u rest", "t", integer("axis", 0)),
                        node("Reshape", "x t", "y")),
                many(
                        "heads of an attention",
                        List.of(1L, 7L, 12L),
                        List.of(longs("three", 3), longs("from", 0), longs("to", 2), longs("all", -1)),
                        node("Shape", "x", "s"),
                        node("Slice", "s from to", "front"),
                        node("Div", "all three", "zero"),
                        node("Add", "zero all", "open"),
                        node("Concat", "front three open", "t", integer("axis", 0)),
                        node("Reshape", "x t", "y")));
    }

    static Stream<Case> quantised() {
        return Stream.of(many(
                "dynamically quantised",
                ROWS,
                List.of(zeros("w", 6, 5)),
                node("DynamicQuantizeLinear", "x", "xq xs xz"),
                node("DynamicQuantizeLinear", "w", "wq ws wz"),
                node("MatMulInteger", "xq wq xz wz", "i"),
                node("Cast", "i", "f", integer("to", 1)),
                node("Mul", "xs ws", "scale"),
                node("Mul", "f scale", "y")));
    }

    @ParameterizedTest
    @MethodSource({"convolutions", "poolings", "layouts", "products", "exported", "quantised"})
    void inferredSizesAreThoseTheRuntimeGives(Case tried) throws Exception {
        Onnx.ModelProto model = model(tried);

        assertThat(Shapes.of(Graphs.parsed(model)).of("y")).isEqualTo(really(model, tried.input()));
    }

    @Test
    void slicesOfEveryKindHaveTheRuntimesSizes() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long size = 1 + random.nextInt(6);
            long step = random.nextBoolean() ? 1 + random.nextInt(3) : -1 - random.nextInt(3);
            Case tried = one(
                    "slice " + seed,
                    List.of(1L, size),
                    node("Slice", "x b e a s", "y"),
                    longs("b", random.nextInt(-9, 9)),
                    longs("e", random.nextInt(-9, 9)),
                    longs("a", 1),
                    longs("s", step));
            Onnx.ModelProto model = model(tried);

            assertThat(Shapes.of(Graphs.parsed(model)).of("y"))
                    .describedAs("%s", tried)
                    .isEqualTo(really(model, tried.input()));
        }
    }

    private static Onnx.ModelProto model(Case tried) {
        return Graphs.model(Onnx.GraphProto.newBuilder()
                .addInput(Graphs.value("x", Graphs.FLOAT, tried.input().toArray()))
                .addOutput(Graphs.unranked("y", Graphs.FLOAT))
                .addAllInitializer(tried.weights())
                .addAllNode(tried.nodes()));
    }

    private static List<Long> really(Onnx.ModelProto model, List<Long> input) throws OrtException, IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long elements = input.stream().reduce(1L, Math::multiplyExact);
        long[] sizes = input.stream().mapToLong(Long::longValue).toArray();
        try (OrtSession session = environment.createSession(model.toByteArray());
                OnnxTensor x = OnnxTensor.createTensor(environment, FloatBuffer.allocate((int) elements), sizes);
                OrtSession.Result result = session.run(Map.of("x", x))) {
            OnnxValue y = result.get(0);
            return LongStream.of(((TensorInfo) y.getInfo()).getShape()).boxed().toList();
        }
    }

    @Test
    void whatTheModelComputesFromItsDataIsNotGuessed() throws IOException {
        Onnx.ModelProto model = Graphs.model(Onnx.GraphProto.newBuilder()
                .addInput(Graphs.value("x", Graphs.FLOAT, "batch", 8))
                .addNode(node("NonZero", "x", "n"))
                .addNode(node("Abs", "n", "y"))
                .addValueInfo(Graphs.value("n", Graphs.INT64, 2, "found"))
                .addOutput(Graphs.value("y", Graphs.INT64, 2, "found")));

        assertThat(Shapes.of(Graphs.parsed(model)).of("y")).isNull();
    }

    @Test
    void aFreeSizeOfTheInputsIsOneWhereverItIsDeclared() throws IOException {
        Onnx.ModelProto model = Graphs.model(Onnx.GraphProto.newBuilder()
                .addInput(Graphs.value("x", Graphs.FLOAT, "batch", 8))
                .addNode(node("SomethingNew", "x", "y"))
                .addOutput(Graphs.value("y", Graphs.FLOAT, "batch", 10)));

        assertThat(Shapes.of(Graphs.parsed(model)).of("y")).isEqualTo(Arrays.asList(1L, 10L));
    }
}
