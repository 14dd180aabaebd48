package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Output sizes of operators from their input sizes, after the operator pages of the ONNX specification. */
final class ShapeRules {
    /** Sizes of the first output, or null if they cannot be known. */
    interface Rule {
        @Nullable
        List<Long> sizes(Call call, List<Long> first);
    }

    /** Operators whose first output is as large as their first input. */
    private static final String SAME = """
        Relu LeakyRelu PRelu Sigmoid Tanh Softmax LogSoftmax Hardmax Identity Cast CastLike Dropout Clip Erf Gelu Elu
        Selu Celu Softplus Softsign HardSigmoid HardSwish Mish Swish ThresholdedRelu Shrink Sqrt Exp Log Neg Abs
        Reciprocal Sign Floor Ceil Round Sin Cos Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh Not IsNaN IsInf
        BatchNormalization LayerNormalization InstanceNormalization GroupNormalization RMSNormalization
        LpNormalization MeanVarianceNormalization LRN CumSum Trilu QuantizeLinear DequantizeLinear
        DynamicQuantizeLinear ScatterND ScatterElements Scatter ReverseSequence EyeLike Bernoulli BitwiseNot
        SimplifiedLayerNormalization SkipLayerNormalization SkipSimplifiedLayerNormalization FastGelu BiasGelu
        QuickGelu RotaryEmbedding QLinearSigmoid QLinearLeakyRelu QLinearSoftmax\
        """;

    private static final String BROADCAST = """
        Add Sub Mul Div Pow Mod Max Min Sum Mean Where Equal Less Greater And Or Xor LessOrEqual GreaterOrEqual
        BitShift BitwiseAnd BitwiseOr BitwiseXor\
        """;

    private static final String SPATIAL = """
        Conv ConvInteger QLinearConv FusedConv NhwcConv MaxPool AveragePool LpPool ConvTranspose
        QLinearAveragePool\
        """;

    private static final String REDUCE = """
        ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp
        ReduceSumSquare\
        """;

    private static final Map<String, Rule> RULES = rules();

    private ShapeRules() {}

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        put(rules, SAME, (_, first) -> first);
        put(rules, BROADCAST, (call, _) -> broadcast(call));
        put(rules, SPATIAL, SpatialShapes::output);
        put(rules, REDUCE, IndexShapes::reduced);
        put(rules, "QLinearAdd QLinearMul", (call, first) -> broadcast(first, call.shape(3)));
        put(rules, "ArgMax ArgMin", IndexShapes::argument);
        putProducts(rules);
        putLayouts(rules);
        return rules;
    }

    private static void putProducts(Map<String, Rule> rules) {
        put(rules, "Gemm FusedGemm", (call, first) -> MatrixShapes.gemm(call, first, call.shape(1)));
        put(rules, "QGemm", (call, first) -> MatrixShapes.gemm(call, first, call.shape(3)));
        put(
                rules,
                "MatMul MatMulInteger DynamicQuantizeMatMul MatMulIntegerToFloat",
                (call, first) -> MatrixShapes.product(first, call.shape(1)));
        put(rules, "QLinearMatMul", (call, first) -> MatrixShapes.product(first, call.shape(3)));
        put(rules, "MatMulNBits", MatrixShapes::blockQuantized);
        put(rules, "GlobalAveragePool GlobalMaxPool GlobalLpPool QLinearGlobalAveragePool", SpatialShapes::global);
        put(rules, "Resize Upsample", ResizeShapes::output);
        put(rules, "DepthToSpace", ResizeShapes::depthToSpace);
        put(rules, "SpaceToDepth", ResizeShapes::spaceToDepth);
    }

    private static void putLayouts(Map<String, Rule> rules) {
        put(rules, "Flatten", LayoutShapes::flatten);
        put(rules, "Reshape", LayoutShapes::reshape);
        put(rules, "Transpose", LayoutShapes::transpose);
        put(rules, "Concat", LayoutShapes::concat);
        put(rules, "Unsqueeze", LayoutShapes::unsqueeze);
        put(rules, "Squeeze", LayoutShapes::squeeze);
        put(rules, "Pad", LayoutShapes::pad);
        put(rules, "Tile", LayoutShapes::tile);
        put(rules, "Expand", (call, first) -> broadcast(first, call.integers(1)));
        put(rules, "ConstantOfShape", (call, _) -> call.integers(0));
        put(
                rules,
                "Shape",
                (call, first) ->
                        List.of((long) IntegerFolding.shape(call, first).size()));
        put(rules, "Size", (_, _) -> List.of());
        put(rules, "Gather", IndexShapes::gather);
        put(rules, "GatherElements", (call, _) -> call.shape(1));
        put(rules, "GatherND", IndexShapes::gatherNd);
        put(rules, "Slice", IndexShapes::slice);
        put(rules, "TopK", IndexShapes::topK);
        put(rules, "LSTM GRU RNN", MatrixShapes::recurrent);
    }

    private static void put(Map<String, Rule> rules, String operators, Rule rule) {
        for (String operator : operators.strip().split("\\s+", -1)) {
            rules.put(operator, rule);
        }
    }

    /** Sizes of all outputs, in order; null where unknown, and shorter where the rest is unknown. */
    static List<@Nullable List<Long>> outputs(Call call) {
        List<@Nullable List<Long>> outputs = new ArrayList<>();
        List<Long> first = call.shape(0);
        Rule rule = RULES.get(call.node().getOpType());
        if (first == null) {
            return outputs;
        }
        if (call.node().getOpType().equals("Split")) {
            return IndexShapes.split(call, first);
        }
        outputs.add(rule == null ? null : rule.sizes(call, first));
        switch (call.node().getOpType()) {
            case "DynamicQuantizeLinear" -> outputs.addAll(List.of(List.of(), List.of()));
            case "Dropout", "MaxPool", "TopK" -> outputs.add(outputs.getFirst());
            case "LSTM", "GRU", "RNN" -> outputs.addAll(MatrixShapes.lastStates(outputs.getFirst()));
            default -> {}
        }
        return outputs;
    }

    private static @Nullable List<Long> broadcast(Call call) {
        List<Long> shape = List.of();
        for (int i = 0; i < call.node().getInputCount() && shape != null; i++) {
            shape = broadcast(shape, call.shape(i));
        }
        return shape;
    }

    /** Common shape after the rules of numpy; null if there is none. */
    static @Nullable List<Long> broadcast(List<Long> a, @Nullable List<Long> b) {
        if (b == null) {
            return null;
        }
        int rank = Math.max(a.size(), b.size());
        List<Long> shape = new ArrayList<>(Collections.nCopies(rank, 1L));
        for (int i = 0; i < rank; i++) {
            long x = i < rank - a.size() ? 1 : a.get(i - rank + a.size());
            long y = i < rank - b.size() ? 1 : b.get(i - rank + b.size());
            if (x != y && x != 1 && y != 1) {
                return null;
            }
            shape.set(i, x == 1 ? y : x);
        }
        return shape;
    }

    static long product(List<Long> sizes) {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }
}
