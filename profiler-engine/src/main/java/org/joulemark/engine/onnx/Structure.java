package org.joulemark.engine.onnx;

import java.util.Comparator;
import java.util.List;
import org.joulemark.onnx.proto.Onnx;

/**
 * What a graph is apart from its weights: equal for two trainings of one architecture. Doc strings, producer and
 * metadata do not count; names, shapes and types of weights do.
 */
final class Structure {
    private Structure() {}

    static String hash(ParsedModel model) {
        StringBuilder text = new StringBuilder();
        model.opsets().forEach((domain, version) -> line(text, "opset", domain, version));
        model.inputs().forEach(input -> line(text, "input", Specs.of(input)));
        model.outputs().forEach(output -> line(text, "output", Specs.of(output)));
        model.weights().values().forEach(weight -> line(text, "weight", weight.name(), weight.type(), weight.dims()));
        Operators.walk(model.nodes(), node -> node(text, node), 0);
        for (Onnx.FunctionProto function : model.functions()) {
            line(
                    text,
                    "function",
                    function.getDomain(),
                    function.getName(),
                    List.copyOf(function.getInputList()),
                    List.copyOf(function.getOutputList()));
            Operators.walk(function.getNodeList(), node -> node(text, node), 0);
        }
        return Hashes.ofText(text.toString());
    }

    private static void node(StringBuilder text, Onnx.NodeProto node) {
        line(text, "node", node.getDomain(), node.getOpType(), node.getInputList(), node.getOutputList());
        node.getAttributeList().stream()
                .sorted(Comparator.comparing(Onnx.AttributeProto::getName))
                .forEach(attribute -> line(text, "attribute", attribute.getName(), value(attribute)));
    }

    private static String value(Onnx.AttributeProto attribute) {
        return switch (attribute.getType()) {
            case FLOAT -> Float.toString(attribute.getF());
            case INT -> Long.toString(attribute.getI());
            case STRING -> attribute.getS().toStringUtf8();
            case INTS -> attribute.getIntsList().toString();
            case STRINGS -> attribute.getStringsList().size() + " strings";
            case FLOATS -> attribute.getFloatsCount() + " floats";
            case TENSOR ->
                attribute.getT().getDataType() + " " + attribute.getT().getDimsList();
            default -> attribute.getType().name();
        };
    }

    private static void line(StringBuilder text, Object... parts) {
        text.append(List.of(parts)).append('\n');
    }
}
