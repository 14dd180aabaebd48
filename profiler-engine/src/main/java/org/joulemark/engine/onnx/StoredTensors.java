package org.joulemark.engine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.onnx.proto.Onnx;

/** Every tensor a model stores: initialisers and Constant nodes, those of subgraphs and functions included. */
final class StoredTensors {
    private final Map<String, Weight> byName = new LinkedHashMap<>();
    private final List<Weight> all = new ArrayList<>();

    private StoredTensors() {}

    static StoredTensors of(ParsedModel model) throws IOException {
        StoredTensors stored = new StoredTensors();
        model.weights().values().forEach(stored::add);
        List<Onnx.NodeProto> nodes = new ArrayList<>();
        Operators.walk(model.nodes(), nodes::add, 0);
        model.functions().forEach(function -> Operators.walk(function.getNodeList(), nodes::add, 0));
        for (Onnx.NodeProto node : nodes) {
            stored.node(node);
        }
        return stored;
    }

    private void node(Onnx.NodeProto node) throws IOException {
        for (Onnx.AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasT()) {
                String name = node.getOpType().equals("Constant") && node.getOutputCount() > 0 ? node.getOutput(0) : "";
                add(WeightReader.of(attribute.getT()).named(name));
            }
            if (attribute.hasSparseTensor()) {
                add(WeightReader.ofSparse(attribute.getSparseTensor()));
            }
            graph(attribute.getG());
            for (Onnx.GraphProto graph : attribute.getGraphsList()) {
                graph(graph);
            }
        }
    }

    private void graph(Onnx.GraphProto graph) throws IOException {
        for (Onnx.TensorProto tensor : graph.getInitializerList()) {
            add(WeightReader.of(tensor));
        }
        for (Onnx.SparseTensorProto sparse : graph.getSparseInitializerList()) {
            add(WeightReader.ofSparse(sparse));
        }
    }

    private void add(Weight weight) {
        all.add(weight);
        if (!weight.name().isEmpty()) {
            byName.putIfAbsent(weight.name(), weight);
        }
    }

    /** All tensors. */
    List<Weight> all() {
        return all;
    }

    /** Tensors that nodes refer to, by name. */
    Map<String, Weight> byName() {
        return byName;
    }
}
