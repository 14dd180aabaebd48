package org.joulemark.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joulemark.engine.onnx.Graphs.FLOAT;
import static org.joulemark.engine.onnx.Graphs.integer;
import static org.joulemark.engine.onnx.Graphs.node;
import static org.joulemark.engine.onnx.Graphs.tensor;
import static org.joulemark.engine.onnx.Graphs.value;
import static org.joulemark.engine.onnx.Graphs.zeros;

import java.io.IOException;
import org.joulemark.onnx.proto.Onnx;
import org.junit.jupiter.api.Test;

class MacCountTest {
    private static Onnx.GraphProto.Builder rows(int columns) {
        return Onnx.GraphProto.newBuilder().addInput(value("x", FLOAT, "batch", columns));
    }

    @Test
    void weightsInConstantNodesCountLikeInitialisers() throws IOException {
        Onnx.GraphProto.Builder stored = rows(30).addInitializer(zeros("w", 30, 20))
                .addInitializer(zeros("b", 20))
                .addNode(node("Gemm", "x w b", "y"));
        Onnx.GraphProto.Builder inNodes = rows(30).addNode(
                        node("Constant", "", "w", tensor("value", zeros("", 30, 20))))
                .addNode(node("Constant", "", "b", tensor("value", zeros("", 20))))
                .addNode(node("Gemm", "x w b", "y"));

        for (Onnx.GraphProto.Builder graph : new Onnx.GraphProto.Builder[] {stored, inNodes}) {
            ParsedModel model = Graphs.parsed(Graphs.model(graph));
            assertThat(MacCount.of(model)).isEqualTo(new MacCount(600L, ""));
            assertThat(ParameterCount.of(model)).isEqualTo(620L);
        }
    }

    @Test
    void aFunctionCountsWhereverItIsCalled() throws IOException {
        Onnx.FunctionProto dense = Onnx.FunctionProto.newBuilder()
                .setName("Dense")
                .setDomain("local")
                .addInput("a")
                .addInput("weight")
                .addOutput("c")
                .addNode(node("MatMul", "a weight", "m"))
                .addNode(node("Relu", "m", "c"))
                .build();
        Onnx.NodeProto first =
                node("Dense", "x w", "h").toBuilder().setDomain("local").build();
        Onnx.NodeProto second =
                node("Dense", "h v", "y").toBuilder().setDomain("local").build();
        Onnx.ModelProto model = Graphs.model(rows(12).addInitializer(zeros("w", 12, 7))
                        .addInitializer(zeros("v", 7, 3))
                        .addNode(first)
                        .addNode(second))
                .toBuilder()
                .addFunctions(dense)
                .build();

        ParsedModel expanded = FunctionCalls.expanded(Graphs.parsed(model));

        assertThat(MacCount.of(expanded).macs()).isEqualTo(12 * 7 + 7 * 3);
        assertThat(ParameterCount.of(expanded)).isEqualTo(12 * 7 + 7 * 3);
    }

    @Test
    void productsInALoopOrBranchHaveNoKnownNumber() throws IOException {
        Onnx.GraphProto.Builder branch =
                Onnx.GraphProto.newBuilder().addNode(node("MatMul", "x w", "m")).addOutput(Graphs.unranked("m", FLOAT));
        Onnx.GraphProto.Builder graph = rows(12).addInitializer(zeros("w", 12, 7))
                .addNode(
                        node("If", "c", "y", Graphs.graph("then_branch", branch), Graphs.graph("else_branch", branch)));

        MacCount count = MacCount.of(Graphs.parsed(Graphs.model(graph)));

        assertThat(count.macs()).isNull();
        assertThat(count.note()).contains("If 'y'");
    }

    @Test
    void anUnknownSizeIsNamedAndNotTakenForZero() throws IOException {
        Onnx.GraphProto.Builder graph = rows(12).addInitializer(zeros("w", 12, 7))
                .addNode(node("SomethingNew", "x", "s"))
                .addNode(node("MatMul", "s w", "y"));

        MacCount count = MacCount.of(Graphs.parsed(Graphs.model(graph)));

        assertThat(count.macs()).isNull();
        assertThat(count.note()).isEqualTo("the sizes at MatMul 'y' are not known");
    }

    @Test
    void everyFormOfConvolutionCountsTheSameProducts() throws IOException {
        Onnx.GraphProto.Builder plain = image().addNode(node("Conv", "x w", "y", integer("group", 2)));
        // Out 6 x 6 x 6, each from 2 channels and a 3 x 3 kernel.
        assertThat(MacCount.of(Graphs.parsed(Graphs.model(plain))).macs()).isEqualTo(6 * 6 * 6 * 2 * 9);

        Onnx.GraphProto.Builder transposed = image().addNode(node("ConvTranspose", "x t", "y"));
        // Each of the 4 x 8 x 8 inputs meets 5 channels and a 3 x 3 kernel.
        assertThat(MacCount.of(Graphs.parsed(Graphs.model(transposed))).macs()).isEqualTo(4 * 8 * 8 * 5 * 9);
    }

    private static Onnx.GraphProto.Builder image() {
        return Onnx.GraphProto.newBuilder()
                .addInput(value("x", FLOAT, "batch", 4, 8, 8))
                .addInitializer(zeros("w", 6, 2, 3, 3))
                .addInitializer(zeros("t", 4, 5, 3, 3));
    }
}
