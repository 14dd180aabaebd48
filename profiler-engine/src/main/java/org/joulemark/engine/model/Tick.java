package org.joulemark.engine.model;

/**
 * A moment on the host's monotonic clock; never wall time, because wall time may be stepped in mid-measurement.
 *
 * @param nanos value of {@link System#nanoTime()} on the measuring host
 */
public record Tick(long nanos) implements Comparable<Tick> {
    /** The present moment. */
    public static Tick now() {
        return new Tick(System.nanoTime());
    }

    /** Nanoseconds from {@code earlier} to this tick; negative if this tick is the earlier one. */
    public long nanosSince(Tick earlier) {
        return nanos - earlier.nanos;
    }

    @Override
    public int compareTo(Tick other) {
        return Long.compare(nanos - other.nanos, 0);
    }
}
