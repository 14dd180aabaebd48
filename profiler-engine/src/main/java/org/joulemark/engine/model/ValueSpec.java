package org.joulemark.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared input or output of a model.
 *
 * @param name name in the graph
 * @param kind tensor, sequence, map, optional or sparse tensor, in ONNX words: "tensor", "sequence", "map", …
 * @param type element type of a tensor; {@link ElementType#UNDEFINED} for other kinds
 * @param shape dimensions; null if the rank itself is not declared (an empty list is a scalar)
 * @param typeText full type in words, for example "float32[batch,1,8,8]" or "sequence(map(string,float))"
 */
public record ValueSpec(
        String name,
        String kind,
        ElementType type,
        @Nullable List<Dimension> shape,
        String typeText) {}
