package org.joulemark.engine.onnx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.joulemark.onnx.proto.Onnx;

/** Walks the nodes of a model, those of subgraphs and functions included. */
final class Operators {
    private static final int MAX_DEPTH = 32;

    private Operators() {}

    static Map<String, Integer> histogram(ParsedModel model) {
        Map<String, Integer> histogram = new TreeMap<>();
        walk(model.nodes(), node -> histogram.merge(name(node), 1, Integer::sum), 0);
        model.functions()
                .forEach(function ->
                        walk(function.getNodeList(), node -> histogram.merge(name(node), 1, Integer::sum), 0));
        return histogram;
    }

    /** Calls {@code each} for all nodes, outer before inner. */
    static void walk(List<Onnx.NodeProto> nodes, Consumer<Onnx.NodeProto> each, int depth) {
        for (Onnx.NodeProto node : nodes) {
            each.accept(node);
            for (Onnx.AttributeProto attribute : node.getAttributeList()) {
                if (depth < MAX_DEPTH && attribute.hasG()) {
                    walk(attribute.getG().getNodeList(), each, depth + 1);
                }
                for (Onnx.GraphProto graph :
                        depth < MAX_DEPTH ? attribute.getGraphsList() : List.<Onnx.GraphProto>of()) {
                    walk(graph.getNodeList(), each, depth + 1);
                }
            }
        }
    }

    private static String name(Onnx.NodeProto node) {
        boolean standard = node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx");
        return standard ? node.getOpType() : node.getDomain() + "." + node.getOpType();
    }
}
