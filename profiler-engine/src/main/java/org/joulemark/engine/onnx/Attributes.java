package org.joulemark.engine.onnx;

import java.util.List;
import java.util.Optional;
import org.joulemark.onnx.proto.Onnx;

/**
 * Attributes of a node by name.
 *
 * @param node the node
 */
record Attributes(Onnx.NodeProto node) {
    Optional<Onnx.AttributeProto> find(String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }

    long integer(String name, long otherwise) {
        return find(name).map(Onnx.AttributeProto::getI).orElse(otherwise);
    }

    List<Long> integers(String name) {
        return find(name).map(Onnx.AttributeProto::getIntsList).orElse(List.of());
    }

    String text(String name) {
        return find(name).map(attribute -> attribute.getS().toStringUtf8()).orElse("");
    }
}
