package org.joulemark.engine.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Latencies of the timed calls of a trial in nanoseconds, in the order they happened. Immutable. */
public final class LatencySeries {
    private final long[] nanos;

    /** Copies {@code nanos}. */
    public LatencySeries(long[] nanos) {
        this.nanos = nanos.clone();
    }

    /** Number of calls. */
    public int size() {
        return nanos.length;
    }

    /** Latency of call {@code i} in nanoseconds. */
    public long nanos(int i) {
        return nanos[i];
    }

    /** A fresh copy of all latencies in nanoseconds. */
    public long[] toArray() {
        return nanos.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LatencySeries that && Arrays.equals(nanos, that.nanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }
}
