package org.joulemark.engine.onnx;

import java.util.List;
import org.joulemark.engine.model.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * A stored tensor without its elements.
 *
 * @param name its name in the graph
 * @param type element type
 * @param dims sizes, none negative
 * @param integers elements of a small integer tensor (shapes, axes); null for all others
 * @param floats elements of a small float32 tensor (scales of a resize); null for all others
 * @param external file its elements lie in; null if they lie in the model
 */
record Weight(
        String name,
        ElementType type,
        List<Long> dims,
        @Nullable List<Long> integers,
        @Nullable List<Float> floats,
        @Nullable External external) {
    /**
     * A part of a file beside the model.
     *
     * @param location path relative to the model
     * @param end bytes the file must have at least
     */
    record External(String location, long end) {}

    /** Number of elements. @throws ArithmeticException beyond 2^63 */
    long elements() {
        return dims.stream().reduce(1L, Math::multiplyExact);
    }

    Weight named(String other) {
        return new Weight(other, type, dims, integers, floats, external);
    }
}
