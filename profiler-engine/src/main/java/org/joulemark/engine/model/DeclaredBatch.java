package org.joulemark.engine.model;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** The rows a call of a model takes by its own declaration: a row is what an inference is, whatever counts it. */
public final class DeclaredBatch {
    private DeclaredBatch() {}

    /** The fixed first size of the inputs; empty where it is free, or where inputs fix different ones. */
    public static OptionalInt of(List<ValueSpec> inputs) {
        long[] sizes = inputs.stream()
                .map(ValueSpec::shape)
                .filter(Objects::nonNull)
                .filter(shape -> !shape.isEmpty())
                .mapToLong(shape -> shape.getFirst().size())
                .filter(size -> size > 0 && size <= Integer.MAX_VALUE)
                .distinct()
                .toArray();
        return sizes.length == 1 ? OptionalInt.of((int) sizes[0]) : OptionalInt.empty();
    }
}
