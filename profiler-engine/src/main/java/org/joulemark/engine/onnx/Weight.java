package org.joulemark.engine.onnx;

import java.util.List;
import org.joulemark.engine.model.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * A stored tensor without its elements.
 *
 * @param name its name in the graph
 * @param type element type
 * @param dims sizes
 * @param integers elements of a small integer tensor (shapes, axes); null for all others
 * @param externalLocation file its elements lie in, relative to the model; null if in the model
 */
record Weight(
        String name,
        ElementType type,
        List<Long> dims,
        @Nullable List<Long> integers,
        @Nullable String externalLocation) {
    /** Number of elements; 0 if the sizes make no sense. */
    long elements() {
        long elements = 1;
        for (long dim : dims) {
            elements = Math.multiplyExact(elements, Math.max(0, dim));
        }
        return elements;
    }
}
