package org.joulemark.engine.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.SensorInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a counter said around a window, as a course that only rises: microjoules since its first reading over nanoseconds
 * from the window's start. Wraps are taken out; a step that cannot be known is a reason to refuse.
 */
final class CounterCourse {
    /**
     * A step that a reset could explain as well: then the counter gained what it shows afterwards, and what the device
     * used before the reset.
     *
     * @param afterMicrojoules what the counter shows after the step
     * @param spanNanos time of the step
     * @param stepMicrojoules the step it was taken for
     */
    private record Ambiguity(double afterMicrojoules, long spanNanos, double stepMicrojoules) {
        double doubt(double watts) {
            double least = afterMicrojoules - stepMicrojoules;
            return Math.max(Math.abs(least), Math.abs(least + microjoules(watts, spanNanos)));
        }
    }

    private final SensorInfo sensor;
    private final WindowReadings readings;
    private final List<Ambiguity> ambiguities = new ArrayList<>();
    private long[] nanos = new long[64];
    private double[] microjoules = new double[64];
    private int size;
    private long gapNanos;
    private long pauseNanos;
    private @Nullable String refusal;

    CounterCourse(SensorInfo sensor, WindowReadings readings) {
        this.sensor = sensor;
        this.readings = readings;
        int before = readings.lastValidBefore();
        if (before < 0 || !readings.validAfter()) {
            refusal = unbracketed(before);
        } else {
            walk(before);
        }
    }

    /** Why there is no course; null if there is one. */
    @Nullable
    String refusal() {
        return refusal;
    }

    int size() {
        return size;
    }

    long nanos(int i) {
        return nanos[i];
    }

    double microjoules(int i) {
        return microjoules[i];
    }

    /** A longer time between two readings is a gap. */
    long pauseNanos() {
        return pauseNanos;
    }

    /** Time in the window that no reading looked into. */
    long gapNanos() {
        return gapNanos;
    }

    /** The last reading at or before a time. */
    int before(long time) {
        int i = size - 1;
        while (i > 0 && nanos[i] > time) {
            i--;
        }
        return i;
    }

    /** The first reading at or after a time; the size if there is none. */
    int after(long time) {
        int i = 0;
        while (i < size && nanos[i] < time) {
            i++;
        }
        return i;
    }

    /** Microjoules at a time between the first and the last reading, on the straight line between its neighbours. */
    double at(long time) {
        int a = before(time);
        int b = after(time);
        if (nanos[a] == nanos[b]) {
            return microjoules[a];
        }
        double share = (double) (time - nanos[a]) / (nanos[b] - nanos[a]);
        return microjoules[a] + share * (microjoules[b] - microjoules[a]);
    }

    /** Microjoules by which steps may be wrong that a reset could explain, if the device drew {@code watts}. */
    double ambiguity(double watts) {
        return ambiguities.stream().mapToDouble(one -> one.doubt(watts)).sum();
    }

    /** Most the device can draw, in watts. */
    double maxWatts() {
        CounterRange range = sensor.counterRange();
        return range == null ? Double.POSITIVE_INFINITY : range.maxPlausibleWatts();
    }

    static double microjoules(double watts, long nanos) {
        return nanos <= 0 ? 0 : watts * nanos / 1e3;
    }

    /** From the first reading that shows what the one before the window shows: a counter that stands did so earlier. */
    private void walk(int before) {
        int first = before;
        for (int i = before; i >= 0; i--) {
            if (!readings.trace().missing(i)) {
                if (value(i) != value(before)) {
                    break;
                }
                first = i;
            }
        }
        pauseNanos = WindowReadings.pauseNanos(readings.usualNanos());
        add(readings.nanos(first), 0);
        int last = first;
        for (int i = first + 1; i < readings.limit() && refusal == null; i++) {
            if (!readings.trace().missing(i)) {
                boolean gap = i - last > 1 || readings.nanos(i) - readings.nanos(last) > pauseNanos;
                step(last, i, gap);
                last = i;
            }
        }
    }

    private void step(int a, int b, boolean gap) {
        long span = readings.nanos(b) - readings.nanos(a);
        double step = value(b) - value(a);
        boolean back = step < 0;
        if (back) {
            step += wrap();
        }
        double most = microjoules(maxWatts(), span + sensor.periodNanos());
        refusal = refusal(new double[] {step, most, span / 1e9}, back);
        if (back || (gap && value(b) <= most)) {
            ambiguities.add(new Ambiguity(value(b), span, step));
        }
        gapNanos += gap ? readings.inside(readings.nanos(a), readings.nanos(b)) : 0;
        add(readings.nanos(b), microjoules[size - 1] + step);
    }

    /** Why a step is not known: {microjoules, most microjoules, seconds}. */
    private @Nullable String refusal(double[] step, boolean back) {
        if (back && (wrap() == 0 || step[0] < 0 || step[0] > step[1])) {
            return "the counter went backwards: it was reset, or wrapped at an unknown value";
        }
        if (step[0] > step[1]) {
            return String.format(
                    Locale.ROOT,
                    "the counter jumped by more than any device draws: %.3g J in %.3g s",
                    step[0] / 1e6,
                    step[2]);
        }
        if (wrap() > 0 && step[0] + wrap() <= step[1]) {
            return String.format(
                    Locale.ROOT, "the counter may have wrapped unseen in %.3g s without a reading", step[2]);
        }
        return null;
    }

    private double wrap() {
        CounterRange range = sensor.counterRange();
        return range == null ? 0 : Math.max(0, range.wrapMicrojoules());
    }

    private long value(int i) {
        return readings.trace().value(i);
    }

    private void add(long time, double total) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            microjoules = Arrays.copyOf(microjoules, 2 * size);
        }
        nanos[size] = time;
        microjoules[size] = total;
        size++;
    }

    private String unbracketed(int before) {
        MissingReason reason = readings.lastReason();
        return "no reading " + (before < 0 ? "before" : "after") + " the window"
                + (reason == null ? "" : " (" + Reasons.words(reason) + ")");
    }
}
