package org.joulemark.engine.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Everything one sensor said over a time, as columns: tick in nanoseconds, raw integer value, and why it is missing.
 * Values stay the integers the sensor gave, so that a stored trace recomputes to the same bits. Immutable.
 */
public final class SensorTrace {
    private final long[] tickNanos;
    private final long[] values;
    private final byte[] states;

    /**
     * Copies the three columns.
     *
     * @param tickNanos ticks in nanoseconds, not decreasing
     * @param values raw values (unit by {@link SensorInfo#kind()}); ignored where the state says missing
     * @param states 0 for a value, else the code of the {@link MissingReason}
     */
    public SensorTrace(long[] tickNanos, long[] values, byte[] states) {
        if (tickNanos.length != values.length || values.length != states.length) {
            throw new IllegalArgumentException("columns of different length");
        }
        this.tickNanos = tickNanos.clone();
        this.values = values.clone();
        this.states = states.clone();
    }

    /** A trace without readings. */
    public static SensorTrace empty() {
        return new SensorTrace(new long[0], new long[0], new byte[0]);
    }

    /** Number of readings. */
    public int size() {
        return tickNanos.length;
    }

    /** Tick of reading {@code i}, in nanoseconds of the host's monotonic clock. */
    public long tickNanos(int i) {
        return tickNanos[i];
    }

    /** Raw value of reading {@code i}; meaningless if {@link #missing(int)}. */
    public long value(int i) {
        return values[i];
    }

    /** Whether reading {@code i} has no value. */
    public boolean missing(int i) {
        return states[i] != 0;
    }

    /** Why reading {@code i} has no value, or null if it has one. */
    public @Nullable MissingReason reason(int i) {
        return MissingReason.ofCode(states[i]);
    }

    /** Raw state byte of reading {@code i}: 0, or a code of {@link MissingReason}. */
    public byte stateByte(int i) {
        return states[i];
    }

    /** The readings with index in [from, to). */
    public SensorTrace slice(int from, int to) {
        return new SensorTrace(
                Arrays.copyOfRange(tickNanos, from, to),
                Arrays.copyOfRange(values, from, to),
                Arrays.copyOfRange(states, from, to));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SensorTrace that
                && Arrays.equals(tickNanos, that.tickNanos)
                && Arrays.equals(values, that.values)
                && Arrays.equals(states, that.states);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(tickNanos) + Arrays.hashCode(values)) + Arrays.hashCode(states);
    }
}
