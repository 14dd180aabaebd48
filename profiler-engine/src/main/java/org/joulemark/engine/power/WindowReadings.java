package org.joulemark.engine.power;

import java.util.Arrays;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.jspecify.annotations.Nullable;

/**
 * The readings of a trace from which a window's energy is computed, with times from the window's start: all up to the
 * first that lies so far after the window's end that a whole sensor has moved on by then. What comes later is never
 * looked at, so that a trace that grew since gives the same energy.
 *
 * @param trace the sensor's readings
 * @param startNanos start of the window, a tick
 * @param lengthNanos length of the window
 * @param limit index of the first reading that is not looked at
 */
record WindowReadings(SensorTrace trace, long startNanos, long lengthNanos, int limit) {
    /** A pause longer than so many usual intervals is a gap; a shorter one is a reading that came late. */
    private static final int PAUSE_INTERVALS = 5;

    /** Drivers that give a mean update it about so often, however long the time it is taken over. */
    private static final long MEAN_UPDATE_NANOS = 100_000_000L;

    /** An update may come so late in any case. */
    private static final long LATE_NANOS = 25_000_000L;

    static WindowReadings of(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        long last = endNanos - startNanos + closingNanos(sensor);
        int limit = 0;
        while (limit < trace.size() && (limit == 0 || trace.tickNanos(limit - 1) - startNanos < last)) {
            limit++;
        }
        return new WindowReadings(trace, startNanos, endNanos - startNanos, limit);
    }

    /** Age that a value may have when it is read. */
    static long lagNanos(SensorInfo sensor) {
        return sensor.provenance() == Provenance.POLLED_AVERAGE
                ? Math.min(MEAN_UPDATE_NANOS, sensor.periodNanos())
                : sensor.periodNanos();
    }

    /** How long after the window's end its last reading lies: two values later, or a late one. */
    static long closingNanos(SensorInfo sensor) {
        return 2 * lagNanos(sensor) + LATE_NANOS;
    }

    /** Time of reading {@code i} from the window's start. */
    long nanos(int i) {
        return trace.tickNanos(i) - startNanos;
    }

    /** The part of a stretch of time that lies in the window. */
    long inside(long fromNanos, long toNanos) {
        return Math.max(0, Math.min(toNanos, lengthNanos) - Math.max(fromNanos, 0));
    }

    /** The last reading at or before the window's start that has a value; -1 if there is none. */
    int lastValidBefore() {
        int found = -1;
        for (int i = 0; i < limit && nanos(i) <= 0; i++) {
            found = trace.missing(i) ? found : i;
        }
        return found;
    }

    /** Whether a reading with a value lies at or after the window's end. */
    boolean validAfter() {
        for (int i = limit - 1; i >= 0 && nanos(i) >= lengthNanos; i--) {
            if (!trace.missing(i)) {
                return true;
            }
        }
        return false;
    }

    /** The usual time between two readings: their median. */
    long usualNanos() {
        if (limit < 2) {
            return 0;
        }
        long[] intervals = new long[limit - 1];
        Arrays.setAll(intervals, i -> nanos(i + 1) - nanos(i));
        Arrays.sort(intervals);
        return intervals[intervals.length / 2];
    }

    /** A longer time between two readings is a gap, where {@code usualNanos} are usual. */
    static long pauseNanos(long usualNanos) {
        return PAUSE_INTERVALS * usualNanos;
    }

    /** Why the last missing reading has no value; null if none is missing. */
    @Nullable
    MissingReason lastReason() {
        for (int i = limit - 1; i >= 0; i--) {
            if (trace.missing(i)) {
                return trace.reason(i);
            }
        }
        return null;
    }
}
