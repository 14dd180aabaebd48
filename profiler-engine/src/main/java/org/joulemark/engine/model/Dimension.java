package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One dimension of a declared shape.
 *
 * @param size fixed size, or -1 if free
 * @param symbol name of a free dimension, for example "batch"; null if it has none or is fixed
 */
public record Dimension(long size, @Nullable String symbol) {
    /** Whether the size is left open by the model. */
    public boolean free() {
        return size < 0;
    }

    @Override
    public String toString() {
        return free() ? (symbol == null ? "?" : symbol) : Long.toString(size);
    }
}
