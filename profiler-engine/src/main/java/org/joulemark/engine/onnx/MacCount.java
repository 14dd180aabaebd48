package org.joulemark.engine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/**
 * Multiply-accumulates of one call, free sizes taken as 1: convolutions and matrix products; a fused multiply-add is 1, and
 * nothing else counts (bias, activation, pooling, normalisation, casts, quantising). FLOPs would be about twice.
 *
 * @param macs the count, or null if some product has unknown sizes or nothing here is countable
 * @param note what was left out, or why there is no count; possibly empty
 */
record MacCount(@Nullable Long macs, String note) {
    private static final Set<String> UNCOUNTED = Set.of(
            "LSTM",
            "GRU",
            "RNN",
            "Einsum",
            "Attention",
            "MultiHeadAttention",
            "GroupQueryAttention",
            "QAttention",
            "PackedAttention",
            "DecoderMaskedMultiHeadAttention",
            "FusedMatMul",
            "DeformConv",
            "MoE",
            "QMoE");

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
            if (holdsProducts(node)) {
                return unknown(node, "products inside %s run a number of times that is not known");
            }
            Long macs = Products.isProduct(node) ? Products.macs(node, shapes) : Long.valueOf(0);
            if (macs == null) {
                return unknown(node, "the sizes at %s are not known");
            }
            sum = Math.addExact(sum, macs);
        }
        return new MacCount(sum, uncounted.isEmpty() ? "" : "not counted: " + String.join(", ", uncounted));
    }

    /** The same for one row of the {@code rows} that a call of the model always takes. */
    MacCount perRow(int rows) {
        Long call = macs;
        if (call == null || rows == 1) {
            return this;
        }
        return call % rows == 0
                ? new MacCount(call / rows, note)
                : new MacCount(null, "the %,d of a call are not evenly those of its %d rows".formatted(call, rows));
    }

    private static MacCount unknown(Onnx.NodeProto node, String words) {
        String name = node.getName().isEmpty() ? "" : " '" + node.getName() + "'";
        return new MacCount(null, words.formatted(node.getOpType() + name));
    }

    /** Whether a branch or loop body of the node multiplies. */
    private static boolean holdsProducts(Onnx.NodeProto node) {
        List<Onnx.NodeProto> inner = new ArrayList<>();
        Operators.walk(List.of(node), inner::add, 0);
        return inner.stream().skip(1).anyMatch(Products::isProduct);
    }

    /** The operators that multiply and add. */
    private static final class Products {
        private static final Set<String> CONVOLUTIONS = Set.of("Conv", "ConvInteger", "QLinearConv", "FusedConv");
        private static final Set<String> MATRICES = Set.of(
                "Gemm",
                "FusedGemm",
                "QGemm",
                "MatMul",
                "MatMulInteger",
                "DynamicQuantizeMatMul",
                "MatMulIntegerToFloat",
                "QLinearMatMul",
                "MatMulNBits");
        private static final Set<String> WEIGHT_FOURTH = Set.of("QLinearConv", "QLinearMatMul", "QGemm");

        private Products() {}

        static boolean isProduct(Onnx.NodeProto node) {
            String op = node.getOpType();
            return CONVOLUTIONS.contains(op) || MATRICES.contains(op) || op.equals("ConvTranspose");
        }

        static @Nullable Long macs(Onnx.NodeProto node, Shapes shapes) {
            Call call = new Call(node, shapes);
            List<Long> a = call.shape(0);
            List<Long> b = call.shape(WEIGHT_FOURTH.contains(node.getOpType()) ? 3 : 1);
            List<Long> out = node.getOutputCount() == 0 ? null : shapes.of(node.getOutput(0));
            return a == null || b == null || out == null || a.isEmpty() || b.isEmpty() ? null : macs(call, a, b, out);
        }

        private static long macs(Call call, List<Long> a, List<Long> b, List<Long> out) {
            String op = call.node().getOpType();
            if (MATRICES.contains(op)) {
                boolean transposed = op.endsWith("Gemm") && call.attributes().integer("transA", 0) != 0;
                return Math.multiplyExact(ShapeRules.product(out), transposed ? a.getFirst() : a.getLast());
            }
            List<Long> each = op.equals("ConvTranspose") ? a : out;
            return Math.multiplyExact(ShapeRules.product(each), ShapeRules.product(b.subList(1, b.size())));
        }
    }
}
