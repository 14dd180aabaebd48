package org.joulemark.engine.onnx;

import java.util.List;
import java.util.Optional;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/**
 * A node with what is known of its inputs.
 *
 * @param node the node
 * @param shapes sizes known so far
 */
record Call(Onnx.NodeProto node, Shapes shapes) {
    Attributes attributes() {
        return new Attributes(node);
    }

    /** Whether the node has an input at this place. */
    boolean has(int index) {
        return index < node.getInputCount() && !node.getInput(index).isEmpty();
    }

    /** Sizes of an input, or null if unknown or absent. */
    @Nullable
    List<Long> shape(int index) {
        return has(index) ? shapes.of(node.getInput(index)) : null;
    }

    /** Elements of a small integer input, or null if unknown or absent. */
    @Nullable
    List<Long> integers(int index) {
        return has(index) ? shapes.integers(node.getInput(index)) : null;
    }

    /** Elements of a small float input, or null if unknown or absent. */
    @Nullable
    List<Float> floats(int index) {
        return has(index) ? shapes.floats(node.getInput(index)) : null;
    }

    /** Integers that older operator sets keep in an attribute and newer ones in an input; null if unknown. */
    @Nullable
    List<Long> integers(String attribute, int index) {
        List<Long> given = attributes().integers(attribute);
        return given.isEmpty() && has(index) ? integers(index) : given;
    }

    /** An axis of a value of {@code rank} dimensions, counted from the front; empty if there is no such axis. */
    Optional<Integer> axis(long otherwise, int rank) {
        return at(attributes().integer("axis", otherwise), rank);
    }

    static Optional<Integer> at(long axis, int rank) {
        long index = axis < 0 ? axis + rank : axis;
        return index >= 0 && index < rank ? Optional.of((int) index) : Optional.empty();
    }

    /** Axes counted from the front, in order and each once; null if some axis does not exist. */
    static @Nullable List<Integer> at(List<Long> axes, int rank) {
        List<Integer> found = axes.stream()
                .flatMap(axis -> at(axis, rank).stream())
                .distinct()
                .sorted()
                .toList();
        return found.size() == axes.size() ? found : null;
    }
}
