package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/** Output sizes of operators from their input sizes, after the operator pages of the ONNX specification. */
final class ShapeRules {
    private static final Set<String> UNARY = Set.of(
            "Relu",
            "LeakyRelu",
            "PRelu",
            "Sigmoid",
            "Tanh",
            "Softmax",
            "LogSoftmax",
            "Identity",
            "Cast",
            "Dropout",
            "BatchNormalization",
            "LayerNormalization",
            "InstanceNormalization",
            "Clip",
            "QuantizeLinear",
            "DequantizeLinear",
            "Erf",
            "Gelu",
            "Elu",
            "Selu",
            "Softplus",
            "HardSigmoid",
            "HardSwish",
            "Sqrt",
            "Exp",
            "Log",
            "Neg",
            "Abs",
            "Reciprocal",
            "LRN",
            "Not",
            "Sign",
            "Floor",
            "Ceil",
            "DynamicQuantizeLinear");
    private static final Set<String> BROADCAST = Set.of(
            "Add",
            "Sub",
            "Mul",
            "Div",
            "Pow",
            "Max",
            "Min",
            "Sum",
            "Mean",
            "Where",
            "Equal",
            "Less",
            "Greater",
            "And",
            "Or",
            "Xor",
            "LessOrEqual",
            "GreaterOrEqual");
    private static final Set<String> SPATIAL =
            Set.of("Conv", "ConvInteger", "QLinearConv", "MaxPool", "AveragePool", "LpPool", "ConvTranspose");

    private ShapeRules() {}

    /** Integer elements of a constant value, or null. */
    interface Constants extends Function<String, @Nullable List<Long>> {}

    static @Nullable List<Long> output(Onnx.NodeProto node, List<List<Long>> inputs, Constants constants) {
        String op = node.getOpType();
        List<Long> first = inputs.getFirst();
        if (UNARY.contains(op)) {
            return first;
        }
        if (BROADCAST.contains(op)) {
            return broadcast(inputs);
        }
        if (SPATIAL.contains(op)) {
            return SpatialShapes.output(node, inputs);
        }
        return switch (op) {
            case "Gemm" -> gemm(new Attributes(node), inputs);
            case "MatMul", "MatMulInteger" -> matMul(first, inputs.get(1));
            case "QLinearMatMul" -> matMul(first, inputs.get(3));
            case "Flatten" -> flatten(first, new Attributes(node).integer("axis", 1));
            case "GlobalAveragePool", "GlobalMaxPool" -> globalPool(first);
            case "Reshape" -> reshape(first, constants.apply(node.getInput(1)));
            case "Transpose" -> transpose(first, new Attributes(node).integers("perm"));
            case "Concat" -> concat(inputs, new Attributes(node).integer("axis", 0));
            case "Gather" -> gather(inputs, new Attributes(node).integer("axis", 0));
            case "Unsqueeze", "Squeeze" -> squeeze(node, first, constants);
            default -> null;
        };
    }

    private static @Nullable List<Long> broadcast(List<List<Long>> inputs) {
        int rank = inputs.stream().mapToInt(List::size).max().orElse(0);
        List<Long> shape = new ArrayList<>(Collections.nCopies(rank, 1L));
        for (List<Long> input : inputs) {
            for (int i = 0; i < input.size(); i++) {
                int at = rank - input.size() + i;
                if (input.get(i) < 0
                        || (shape.get(at) != 1
                                && input.get(i) != 1
                                && !shape.get(at).equals(input.get(i)))) {
                    return null;
                }
                shape.set(at, Math.max(shape.get(at), input.get(i)));
            }
        }
        return shape;
    }

    private static @Nullable List<Long> gemm(Attributes attributes, List<List<Long>> inputs) {
        List<Long> a = inputs.getFirst();
        List<Long> b = inputs.get(1);
        if (a.size() != 2 || b.size() != 2) {
            return null;
        }
        return List.of(
                a.get(attributes.integer("transA", 0) == 0 ? 0 : 1),
                b.get(attributes.integer("transB", 0) == 0 ? 1 : 0));
    }

    private static @Nullable List<Long> matMul(List<Long> a, List<Long> b) {
        if (a.size() < 2 || b.size() < 2) {
            return null;
        }
        List<Long> batch = broadcast(List.of(a.subList(0, a.size() - 2), b.subList(0, b.size() - 2)));
        if (batch == null) {
            return null;
        }
        List<Long> shape = new ArrayList<>(batch);
        shape.add(a.get(a.size() - 2));
        shape.add(b.getLast());
        return shape;
    }

    private static List<Long> flatten(List<Long> shape, long axis) {
        int at = Math.clamp(axis < 0 ? axis + shape.size() : axis, 0, shape.size());
        return List.of(product(shape.subList(0, at)), product(shape.subList(at, shape.size())));
    }

    private static @Nullable List<Long> globalPool(List<Long> shape) {
        if (shape.size() < 2) {
            return null;
        }
        List<Long> pooled = new ArrayList<>(shape.subList(0, 2));
        pooled.addAll(Collections.nCopies(shape.size() - 2, 1L));
        return pooled;
    }

    private static @Nullable List<Long> reshape(List<Long> from, @Nullable List<Long> to) {
        if (to == null) {
            return null;
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            shape.add(to.get(i) == 0 && i < from.size() ? from.get(i) : to.get(i));
        }
        int open = shape.indexOf(-1L);
        if (open >= 0) {
            shape.set(open, 1L);
            long rest = product(shape);
            shape.set(open, rest <= 0 ? -1 : product(from) / rest);
        }
        // A shape exported for another batch size does not hold the elements of batch 1.
        return product(shape) == product(from) ? shape : null;
    }

    private static @Nullable List<Long> transpose(List<Long> shape, List<Long> perm) {
        if (perm.isEmpty()) {
            return shape.reversed();
        }
        if (perm.size() != shape.size() || perm.stream().anyMatch(axis -> axis < 0 || axis >= shape.size())) {
            return null;
        }
        return perm.stream().map(axis -> shape.get(axis.intValue())).toList();
    }

    private static @Nullable List<Long> concat(List<List<Long>> inputs, long axis) {
        List<Long> shape = new ArrayList<>(inputs.getFirst());
        int at = (int) (axis < 0 ? axis + shape.size() : axis);
        if (at < 0 || at >= shape.size()) {
            return null;
        }
        long sum = 0;
        for (List<Long> input : inputs) {
            if (input.size() != shape.size() || input.contains(-1L)) {
                return null;
            }
            sum += input.get(at);
        }
        shape.set(at, sum);
        return shape;
    }

    private static @Nullable List<Long> gather(List<List<Long>> inputs, long axis) {
        List<Long> data = inputs.getFirst();
        int at = (int) (axis < 0 ? axis + data.size() : axis);
        if (at < 0 || at >= data.size() || inputs.get(1).contains(-1L)) {
            return null;
        }
        List<Long> shape = new ArrayList<>(data.subList(0, at));
        shape.addAll(inputs.get(1));
        shape.addAll(data.subList(at + 1, data.size()));
        return shape;
    }

    private static @Nullable List<Long> squeeze(Onnx.NodeProto node, List<Long> shape, Constants constants) {
        List<Long> axes =
                node.getInputCount() > 1 ? constants.apply(node.getInput(1)) : new Attributes(node).integers("axes");
        if (axes == null || axes.isEmpty()) {
            return null;
        }
        boolean insert = node.getOpType().equals("Unsqueeze");
        int rank = shape.size() + (insert ? axes.size() : 0);
        List<Integer> at = axes.stream()
                .map(axis -> (int) (axis < 0 ? axis + rank : axis))
                .sorted()
                .toList();
        if (at.getFirst() < 0 || at.getLast() >= rank) {
            return null;
        }
        List<Long> result = new ArrayList<>(shape);
        if (insert) {
            at.forEach(axis -> result.add(Math.min(axis, result.size()), 1L));
        } else {
            at.reversed().forEach(axis -> result.remove(axis.intValue()));
        }
        return result;
    }

    static long product(List<Long> sizes) {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }
}
