package org.joulemark.engine.power;

import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;

/** Energy from a running counter: survives gaps, honours wraps, refuses resets and stuck counters. */
final class CounterWindow {
    /** Power is shown over at least this time; finer steps are counter granularity, not power. */
    private static final long PEAK_NANOS = 100_000_000L;

    /** A counter that stands still for so long, and for so many periods, is stuck. */
    private static final long STUCK_NANOS = 1_000_000_000L;

    private static final long STUCK_PERIODS = 20;

    /** A step so many times the plausible one is no energy; a smaller excess may be a reading that came late. */
    private static final double JUMP = 10;

    private final SensorInfo sensor;
    private final SensorTrace trace;
    private final long startNanos;
    private final long endNanos;
    private double microjoules;
    private double peakWatts = Double.NaN;
    private double peakMicrojoules;
    private long peakNanos;
    private long readings;
    private long gapNanos;
    private long standingNanos;
    private long longestStandNanos;

    private CounterWindow(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        this.sensor = sensor;
        this.trace = trace;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
    }

    static SensorEnergy over(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        return new CounterWindow(sensor, trace, startNanos, endNanos).energy();
    }

    private SensorEnergy energy() {
        int from = lastValidAtOrBefore(startNanos);
        int to = firstValidAtOrAfter(endNanos);
        if (from < 0 || to < 0) {
            return EnergyWindow.absent(sensor, unbracketed(from), 0, endNanos - startNanos);
        }
        String reset = walk(from, to);
        if (reset != null) {
            return EnergyWindow.absent(sensor, reset, readings, gapNanos);
        }
        long window = endNanos - startNanos;
        if (longestStandNanos >= Math.max(STUCK_NANOS, STUCK_PERIODS * sensor.periodNanos())) {
            String stuck = "the counter did not move for %.1f s: it is stuck".formatted(longestStandNanos / 1e9);
            return EnergyWindow.absent(sensor, stuck, readings, gapNanos);
        }
        double joules = microjoules / 1e6;
        double edges = EnergyWindow.edgeJoules(sensor, joules, window);
        return new SensorEnergy(
                sensor.id(),
                Quantity.of(joules, Unit.JOULES, edges, sensor.provenance()),
                peak(joules, window),
                readings,
                gapNanos);
    }

    private Figure peak(double joules, long windowNanos) {
        double watts = Double.isNaN(peakWatts) ? joules / (windowNanos / 1e9) : peakWatts;
        return Double.isFinite(watts)
                ? Quantity.of(watts, Unit.WATTS, 0, sensor.provenance())
                : new Absent(Unit.WATTS, "no two readings in the window");
    }

    /** Adds up all steps; gives the reason if a step cannot be known. */
    private @Nullable String walk(int from, int to) {
        int last = from;
        readings = 1;
        for (int i = from + 1; i <= to; i++) {
            if (trace.missing(i)) {
                continue;
            }
            double step = step(last, i);
            if (Double.isNaN(step)) {
                return "the counter went backwards: it was reset, or wrapped at an unknown value";
            }
            if (step > JUMP * plausibleMicrojoules(last, i)) {
                return "the counter jumped by more than any device draws";
            }
            add(last, i, step);
            readings++;
            last = i;
        }
        return null;
    }

    private void add(int last, int i, double step) {
        long begin = trace.tickNanos(last);
        long span = trace.tickNanos(i) - begin;
        long inside = Math.min(trace.tickNanos(i), endNanos) - Math.max(begin, startNanos);
        standingNanos = step == 0 ? standingNanos + Math.max(0, inside) : 0;
        longestStandNanos = Math.max(longestStandNanos, standingNanos);
        if (span > 0 && inside > 0) {
            microjoules += step * inside / span;
        } else if (span == 0) {
            microjoules += step;
        }
        if (i - last > 1) {
            gapNanos += Math.max(0, inside);
        }
        if (begin >= startNanos && trace.tickNanos(i) <= endNanos) {
            track(step, span);
        }
    }

    private void track(double step, long span) {
        peakMicrojoules += step;
        peakNanos += span;
        if (peakNanos >= Math.max(PEAK_NANOS, sensor.periodNanos())) {
            double watts = peakMicrojoules * 1e3 / peakNanos;
            peakWatts = Double.isNaN(peakWatts) ? watts : Math.max(peakWatts, watts);
            peakMicrojoules = 0;
            peakNanos = 0;
        }
    }

    /** Microjoules from reading {@code a} to reading {@code b}; NaN if the counter was reset between. */
    private double step(int a, int b) {
        long difference = trace.value(b) - trace.value(a);
        if (difference >= 0) {
            return difference;
        }
        CounterRange range = sensor.counterRange();
        if (range == null || range.wrapMicrojoules() <= 0) {
            return Double.NaN;
        }
        double wrapped = (double) range.wrapMicrojoules() + difference;
        return wrapped >= 0 && wrapped <= plausibleMicrojoules(a, b) ? wrapped : Double.NaN;
    }

    /** Most the counter can have gained between two readings; it may be a period behind at the first. */
    private double plausibleMicrojoules(int a, int b) {
        CounterRange range = sensor.counterRange();
        double nanos = (double) trace.tickNanos(b) - trace.tickNanos(a) + sensor.periodNanos();
        return range == null ? Double.POSITIVE_INFINITY : range.maxPlausibleWatts() * nanos / 1e3;
    }

    private int lastValidAtOrBefore(long nanos) {
        int found = -1;
        for (int i = 0; i < trace.size() && trace.tickNanos(i) - nanos <= 0; i++) {
            found = trace.missing(i) ? found : i;
        }
        return found;
    }

    private int firstValidAtOrAfter(long nanos) {
        for (int i = 0; i < trace.size(); i++) {
            if (trace.tickNanos(i) - nanos >= 0 && !trace.missing(i)) {
                return i;
            }
        }
        return -1;
    }

    private String unbracketed(int from) {
        MissingReason reason = lastReason();
        return "no reading " + (from < 0 ? "before" : "after") + " the window"
                + (reason == null ? "" : " (" + Reasons.words(reason) + ")");
    }

    private @Nullable MissingReason lastReason() {
        for (int i = trace.size() - 1; i >= 0; i--) {
            if (trace.missing(i)) {
                return trace.reason(i);
            }
        }
        return null;
    }
}
