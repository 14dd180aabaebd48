package org.joulemark.engine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Dimension;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of the values of a graph with every free dimension taken as 1, from the declared types and, where those are
 * silent, from the operators that make them. A value this cannot follow stays unknown; nothing is guessed.
 */
final class Shapes {
    private final Map<String, List<Long>> shapes = new HashMap<>();
    private final Map<String, List<Long>> integers = new HashMap<>();

    private Shapes() {}

    static Shapes of(ParsedModel model) throws IOException {
        Shapes shapes = new Shapes();
        model.weights().values().forEach(shapes::weight);
        model.inputs().forEach(shapes::declared);
        model.outputs().forEach(shapes::declared);
        model.valueInfos().forEach(shapes::declared);
        for (Onnx.NodeProto node : model.nodes()) {
            shapes.infer(node);
        }
        return shapes;
    }

    /** Sizes of a value, or null if unknown. */
    @Nullable
    List<Long> of(String value) {
        return shapes.get(value);
    }

    private void weight(Weight weight) {
        shapes.put(weight.name(), weight.dims());
        if (weight.integers() != null) {
            integers.put(weight.name(), weight.integers());
        }
    }

    private void declared(Onnx.ValueInfoProto value) {
        List<Dimension> shape = Specs.of(value).shape();
        if (shape != null && !shapes.containsKey(value.getName())) {
            shapes.put(
                    value.getName(),
                    shape.stream().map(dim -> dim.free() ? 1L : dim.size()).toList());
        }
    }

    private void infer(Onnx.NodeProto node) throws IOException {
        if (node.getOpType().equals("Constant")) {
            constant(node);
            return;
        }
        if (node.getOutputCount() == 0 || shapes.containsKey(node.getOutput(0))) {
            return;
        }
        List<List<Long>> inputs = new ArrayList<>();
        for (String input : node.getInputList()) {
            List<Long> shape = shapes.get(input);
            inputs.add(shape == null ? List.of(-1L) : shape);
        }
        if (inputs.isEmpty() || inputs.getFirst().contains(-1L)) {
            return;
        }
        List<Long> shape = ShapeRules.output(node, inputs, name -> integers.get(name));
        if (shape != null && shape.stream().allMatch(size -> size >= 0)) {
            shapes.put(node.getOutput(0), shape);
        }
    }

    private void constant(Onnx.NodeProto node) throws IOException {
        var value = new Attributes(node).find("value");
        if (value.isPresent() && value.get().hasT()) {
            Weight weight = WeightReader.of(value.get().getT());
            weight(new Weight(node.getOutput(0), weight.type(), weight.dims(), weight.integers(), null));
        }
    }
}
