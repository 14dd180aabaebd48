package org.joulemark.engine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/**
 * Elements of weights and biases, at any precision: stored tensors that reach a weight or bias input of an operator,
 * directly or through casts, transposes and dequantising. Scales, zero points, running statistics, constants that
 * normalise inputs, and tables are no parameters.
 */
final class ParameterCount {
    /** Inputs that hold weights and biases, by operator. */
    private static final Map<String, List<Integer>> ROLES = Map.ofEntries(
            Map.entry("Conv", List.of(1, 2)),
            Map.entry("ConvTranspose", List.of(1, 2)),
            Map.entry("ConvInteger", List.of(1)),
            Map.entry("QLinearConv", List.of(3, 8)),
            Map.entry("FusedConv", List.of(1, 2)),
            Map.entry("Gemm", List.of(1, 2)),
            Map.entry("FusedGemm", List.of(1, 2)),
            Map.entry("QGemm", List.of(3, 6)),
            Map.entry("DynamicQuantizeMatMul", List.of(1, 4)),
            Map.entry("MatMulIntegerToFloat", List.of(1, 6)),
            Map.entry("MatMul", List.of(0, 1)),
            Map.entry("MatMulInteger", List.of(0, 1)),
            Map.entry("QLinearMatMul", List.of(3)),
            Map.entry("LSTM", List.of(1, 2, 3, 7)),
            Map.entry("GRU", List.of(1, 2, 3)),
            Map.entry("RNN", List.of(1, 2, 3)),
            Map.entry("BatchNormalization", List.of(1, 2)),
            Map.entry("LayerNormalization", List.of(1, 2)),
            Map.entry("GroupNormalization", List.of(1, 2)),
            Map.entry("RMSNormalization", List.of(1)),
            Map.entry("InstanceNormalization", List.of(1, 2)),
            Map.entry("PRelu", List.of(1)));

    private static final Set<String> PASS_THROUGH =
            Set.of("DequantizeLinear", "Cast", "Identity", "Transpose", "Reshape", "QuantizeLinear", "Unsqueeze");
    private static final Set<String> PRODUCTS = Set.of("MatMul", "MatMulInteger", "QLinearMatMul", "Conv", "Gemm");

    private final Map<String, Weight> stored;
    private final List<Onnx.NodeProto> nodes = new ArrayList<>();
    private final Map<String, Onnx.NodeProto> producers = new HashMap<>();
    private final Set<String> counted = new HashSet<>();

    private ParameterCount(ParsedModel model) throws IOException {
        this.stored = StoredTensors.of(model).byName();
        Operators.walk(model.nodes(), nodes::add, 0);
        nodes.forEach(node -> node.getOutputList().forEach(output -> producers.put(output, node)));
    }

    /** The count, or null where classic machine-learning operators keep their numbers in attributes. */
    static @Nullable Long of(ParsedModel model) throws IOException {
        if (model.nodes().stream().anyMatch(node -> node.getDomain().equals("ai.onnx.ml"))) {
            return null;
        }
        return new ParameterCount(model).count();
    }

    private long count() {
        for (Onnx.NodeProto node : nodes) {
            for (int input : ROLES.getOrDefault(node.getOpType(), List.of())) {
                if (input < node.getInputCount()) {
                    take(node.getInput(input), 0);
                }
            }
            special(node);
        }
        return counted.stream().map(this::elements).reduce(blockQuantized(), Math::addExact);
    }

    /** Weights packed several to a byte: their number is in the attributes. */
    private long blockQuantized() {
        return nodes.stream()
                .filter(node -> node.getOpType().equals("MatMulNBits"))
                .map(Attributes::new)
                .map(attributes -> Math.multiplyExact(
                        Math.max(0, attributes.integer("K", 0)), Math.max(0, attributes.integer("N", 0))))
                .reduce(0L, Math::addExact);
    }

    private long elements(String name) {
        Weight weight = stored.get(name);
        return weight == null ? 0 : weight.elements();
    }

    /** Embeddings are looked up, and exporters write the bias of a matrix product as an addition behind it. */
    private void special(Onnx.NodeProto node) {
        switch (node.getOpType()) {
            case "Gather" -> {
                if (node.getInputCount() > 0 && node.getInput(0).matches("(?i).*(weight|embed).*")) {
                    take(node.getInput(0), 0);
                }
            }
            case "Add" -> {
                if (node.getInputCount() == 2) {
                    biasOf(node.getInput(0), node.getInput(1));
                    biasOf(node.getInput(1), node.getInput(0));
                }
            }
            default -> {}
        }
    }

    private void biasOf(String value, String bias) {
        Onnx.NodeProto producer = producers.get(value);
        if (producer != null && PRODUCTS.contains(producer.getOpType())) {
            take(bias, 0);
        }
    }

    private void take(String name, int depth) {
        if (stored.containsKey(name)) {
            counted.add(name);
            return;
        }
        Onnx.NodeProto producer = producers.get(name);
        if (producer != null
                && depth < 8
                && producer.getInputCount() > 0
                && PASS_THROUGH.contains(producer.getOpType())) {
            take(producer.getInput(0), depth + 1);
        }
    }
}
