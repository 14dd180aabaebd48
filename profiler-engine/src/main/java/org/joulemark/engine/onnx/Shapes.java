package org.joulemark.engine.onnx;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of the values of a graph with every free dimension taken as 1, from the declared types and, where those are
 * silent, from the operators that make them. A value this cannot follow stays unknown; nothing is guessed.
 */
final class Shapes {
    private final Map<String, List<Long>> shapes = new HashMap<>();
    private final Map<String, List<Long>> integers = new HashMap<>();
    private final Map<String, List<Float>> floats = new HashMap<>();
    private final Map<String, List<Dimension>> declared = new HashMap<>();
    private final Set<String> inputSymbols = new HashSet<>();

    private Shapes() {}

    static Shapes of(ParsedModel model) throws IOException {
        Shapes shapes = new Shapes();
        model.weights().values().forEach(shapes::weight);
        model.inputs().forEach(shapes::input);
        model.outputs().forEach(shapes::declare);
        model.valueInfos().forEach(shapes::declare);
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

    /** Elements of a small integer value, or null if unknown. */
    @Nullable
    List<Long> integers(String value) {
        return integers.get(value);
    }

    /** Elements of a small stored float value, or null if unknown. */
    @Nullable
    List<Float> floats(String value) {
        return floats.get(value);
    }

    private void weight(Weight weight) {
        shapes.put(weight.name(), weight.dims());
        if (weight.integers() != null) {
            integers.put(weight.name(), weight.integers());
        }
        if (weight.floats() != null) {
            floats.put(weight.name(), weight.floats());
        }
    }

    private void input(Onnx.ValueInfoProto value) {
        List<Dimension> shape = Specs.of(value).shape();
        if (shape == null || shapes.containsKey(value.getName())) {
            return;
        }
        for (Dimension dim : shape) {
            if (dim.free() && dim.symbol() != null) {
                inputSymbols.add(dim.symbol());
            }
        }
        shapes.put(value.getName(), sizes(shape));
    }

    private void declare(Onnx.ValueInfoProto value) {
        List<Dimension> shape = Specs.of(value).shape();
        if (shape != null) {
            declared.putIfAbsent(value.getName(), shape);
        }
    }

    private static List<Long> sizes(List<Dimension> shape) {
        return shape.stream().map(dim -> dim.free() ? 1L : dim.size()).toList();
    }

    private void infer(Onnx.NodeProto node) throws IOException {
        if (node.getOpType().equals("Constant")) {
            constant(node);
            return;
        }
        Call call = new Call(node, this);
        List<@Nullable List<Long>> inferred = ShapeRules.outputs(call);
        for (int i = 0; i < node.getOutputCount(); i++) {
            List<Long> shape = sizes(node.getOutput(i), i < inferred.size() ? inferred.get(i) : null);
            if (shape != null && shape.stream().allMatch(size -> size >= 0)) {
                shapes.put(node.getOutput(i), shape);
            }
        }
        List<Long> elements = IntegerFolding.elements(call);
        if (elements != null && node.getOutputCount() > 0) {
            integers.put(node.getOutput(0), elements);
            shapes.putIfAbsent(node.getOutput(0), List.of((long) elements.size()));
        }
    }

    /**
     * A shape declared in full is believed; else the inferred one; else the declared one if it hangs on nothing but
     * free dimensions of the inputs, which are 1. Any other free dimension was computed by the model: nobody knows it.
     */
    private @Nullable List<Long> sizes(String value, @Nullable List<Long> inferred) {
        List<Dimension> given = declared.get(value);
        if (given == null || (inferred != null && given.stream().anyMatch(Dimension::free))) {
            return inferred;
        }
        boolean known = given.stream().allMatch(dim -> !dim.free() || inputSymbols.contains(dim.symbol()));
        return known ? sizes(given) : inferred;
    }

    private void constant(Onnx.NodeProto node) throws IOException {
        if (node.getOutputCount() == 0) {
            return;
        }
        String name = node.getOutput(0);
        Attributes attributes = new Attributes(node);
        var tensor = attributes.find("value").filter(Onnx.AttributeProto::hasT);
        List<Long> values = attributes.integers("value_ints");
        if (tensor.isPresent()) {
            weight(WeightReader.of(tensor.get().getT()).named(name));
        } else if (!values.isEmpty()) {
            weight(new Weight(name, ElementType.INT64, List.of((long) values.size()), values, null, null));
        } else if (attributes.find("value_int").isPresent()) {
            List<Long> value = List.of(attributes.integer("value_int", 0));
            weight(new Weight(name, ElementType.INT64, List.of(), value, null, null));
        }
    }
}
