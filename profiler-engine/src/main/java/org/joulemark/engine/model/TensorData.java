package org.joulemark.engine.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named tensor in memory.
 *
 * @param name input or output it belongs to
 * @param type element type
 * @param shape sizes, row-major; an empty list is a scalar
 * @param bytes elements in little-endian order, read-only; empty for strings
 * @param strings elements of a string tensor; null for all other types
 */
public record TensorData(
        String name,
        ElementType type,
        List<Long> shape,
        ByteBuffer bytes,
        @Nullable List<String> strings) {
    public TensorData {
        shape = List.copyOf(shape);
        bytes = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A tensor of numbers; {@code bytes} runs from its position to its limit, little-endian. */
    public static TensorData numeric(String name, ElementType type, List<Long> shape, ByteBuffer bytes) {
        return new TensorData(name, type, shape, bytes, null);
    }

    /** A tensor of strings. */
    public static TensorData strings(String name, List<Long> shape, List<String> strings) {
        return new TensorData(name, ElementType.STRING, shape, ByteBuffer.allocate(0), List.copyOf(strings));
    }

    /** Number of elements: the product of the shape. */
    public long elements() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** A view of the elements of its own, little-endian, positioned at the first one. */
    public ByteBuffer elementBytes() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }
}
