package org.joulemark.engine.power;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times in a window in which a power did not change by a milliwatt: no device is so quiet for long, so that the value is
 * an old one. Takes the samples in order.
 */
final class FrozenPower {
    /** An unchanged value for so many lags is in doubt. */
    private static final long DOUBTED_LAGS = 5;

    /** An unchanged value for so many lags is frozen. */
    private static final long FROZEN_LAGS = 20;

    /** As is one that is in doubt for more than this share of the window. */
    private static final double MAX_SHARE = 0.1;

    private final WindowReadings readings;
    private final long lagNanos;
    private int first = -1;
    private int last = -1;
    private long nanos;
    private long longestNanos;
    private double watts;

    FrozenPower(WindowReadings readings, long lagNanos) {
        this.readings = readings;
        this.lagNanos = lagNanos;
    }

    void add(int i) {
        if (first < 0 || readings.trace().value(i) != readings.trace().value(first)) {
            end();
            first = i;
        }
        last = i;
    }

    /** No sample follows. */
    void end() {
        if (first < 0) {
            return;
        }
        long unchanged = readings.nanos(last) - readings.nanos(first);
        long inside = readings.inside(readings.nanos(first), readings.nanos(last));
        if (unchanged >= DOUBTED_LAGS * lagNanos && inside > 0) {
            nanos += inside;
            longestNanos = Math.max(longestNanos, inside);
            watts = readings.trace().value(first) / 1e3;
        }
    }

    /** Time in the window in which the power is in doubt. */
    long nanos() {
        return nanos;
    }

    /** Why the energy is not known; null if it is. */
    @Nullable
    String unknown() {
        return longestNanos >= FROZEN_LAGS * lagNanos || nanos > MAX_SHARE * readings.lengthNanos()
                ? String.format(
                        Locale.ROOT,
                        "the power did not change for %.1f s, lastly at %.6g W: it is frozen",
                        nanos / 1e9,
                        watts)
                : null;
    }
}
