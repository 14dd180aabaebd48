package org.joulemark.engine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/**
 * Multiply-accumulates of one inference at batch 1: convolutions and matrix products; a fused multiply-add is 1, and
 * nothing else counts (bias, activation, pooling, normalisation, casts, quantising). FLOPs would be about twice.
 *
 * @param macs the count, or null if some product has unknown sizes or nothing here is countable
 * @param note what was left out, or why there is no count; possibly empty
 */
record MacCount(@Nullable Long macs, String note) {
    private static final Set<String> UNCOUNTED =
            Set.of("LSTM", "GRU", "RNN", "Einsum", "Attention", "MultiHeadAttention", "If", "Loop", "Scan");

    static MacCount of(ParsedModel model) throws IOException {
        if (model.nodes().stream().anyMatch(node -> node.getDomain().equals("ai.onnx.ml"))) {
            return new MacCount(null, "classic machine-learning operators (ai.onnx.ml) are not counted");
        }
        Shapes shapes = Shapes.of(model);
        Set<String> uncounted = new TreeSet<>();
        long sum = 0;
        for (Onnx.NodeProto node : model.nodes()) {
            if (UNCOUNTED.contains(node.getOpType())) {
                uncounted.add(node.getOpType());
            }
            Long macs = Products.isProduct(node) ? Products.macs(node, shapes) : Long.valueOf(0);
            if (macs == null) {
                return new MacCount(
                        null, "the sizes at " + node.getOpType() + " '" + node.getName() + "' are not known");
            }
            sum = Math.addExact(sum, macs);
        }
        return new MacCount(sum, uncounted.isEmpty() ? "" : "not counted: " + String.join(", ", uncounted));
    }

    /** The operators that multiply and add. */
    private static final class Products {
        private static final Set<String> CONVOLUTIONS = Set.of("Conv", "ConvInteger", "QLinearConv");
        private static final Set<String> MATRICES = Set.of("Gemm", "MatMul", "MatMulInteger", "QLinearMatMul");

        private Products() {}

        static boolean isProduct(Onnx.NodeProto node) {
            String op = node.getOpType();
            return CONVOLUTIONS.contains(op) || MATRICES.contains(op) || op.equals("ConvTranspose");
        }

        static @Nullable Long macs(Onnx.NodeProto node, Shapes shapes) {
            String op = node.getOpType();
            int second = op.startsWith("QLinear") ? 3 : 1;
            if (node.getInputCount() <= second || node.getOutputCount() == 0) {
                return null;
            }
            List<List<Long>> known = known(shapes, node.getInput(0), node.getInput(second), node.getOutput(0));
            return known.size() < 3 ? null : macs(node, known.getFirst(), known.get(1), known.get(2));
        }

        private static @Nullable Long macs(Onnx.NodeProto node, List<Long> a, List<Long> b, List<Long> out) {
            String op = node.getOpType();
            if (b.isEmpty() || a.isEmpty()) {
                return null;
            }
            if (MATRICES.contains(op)) {
                boolean transposed = op.equals("Gemm") && new Attributes(node).integer("transA", 0) != 0;
                return Math.multiplyExact(ShapeRules.product(out), transposed ? a.getFirst() : a.getLast());
            }
            List<Long> each = op.equals("ConvTranspose") ? a : out;
            return Math.multiplyExact(ShapeRules.product(each), ShapeRules.product(b.subList(1, b.size())));
        }

        private static List<List<Long>> known(Shapes shapes, String... values) {
            List<List<Long>> known = new ArrayList<>();
            for (String value : values) {
                List<Long> shape = shapes.of(value);
                if (shape != null) {
                    known.add(shape);
                }
            }
            return known;
        }
    }
}
