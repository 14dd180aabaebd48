package org.joulemark.app.ui.plot;

import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.SensorInfo;

/**
 * Power of a counter's steps, by the rules of the engine's energy windows: a wrap is honoured if the counter says where
 * it wraps and the power is plausible; any other step backwards, and a jump, is a gap; so is a counter that stands
 * still for too long. A short standstill is the counter's own granularity, not zero power: it joins the next step.
 */
final class CounterSteps implements PowerSteps {
    private static final long STUCK_NANOS = 1_000_000_000L;
    private static final long STUCK_PERIODS = 20;

    private final SensorInfo sensor;
    private final Curve curve;
    private boolean based;
    private boolean stuck;
    private boolean afterMissing;
    private long baseNanos;
    private long baseMicrojoules;

    CounterSteps(SensorInfo sensor, Curve curve) {
        this.sensor = sensor;
        this.curve = curve;
    }

    @Override
    public void missing(long tickNanos, byte reason) {
        curve.append(tickNanos, Float.NaN, reason);
        afterMissing = true;
    }

    @Override
    public void reading(long tickNanos, long value) {
        if (!based) {
            rebase(tickNanos, value, curve.count() == 0 ? Curve.START : Curve.RESUMED);
            based = true;
            return;
        }
        long span = tickNanos - baseNanos;
        if (span <= 0) {
            return;
        }
        double step = microjoules(value, span);
        if (step == 0) {
            standing(tickNanos, span);
        } else {
            moved(tickNanos, value, step);
        }
    }

    private void standing(long tickNanos, long span) {
        stuck |= span >= Math.max(STUCK_NANOS, STUCK_PERIODS * sensor.periodNanos());
        if (stuck) {
            curve.append(tickNanos, Float.NaN, GapCode.STUCK);
        }
    }

    private void moved(long tickNanos, long value, double step) {
        long span = tickNanos - baseNanos;
        if (Double.isNaN(step)) {
            rebase(tickNanos, value, GapCode.RESET);
        } else if (step > plausibleMicrojoules(span)) {
            rebase(tickNanos, value, GapCode.JUMP);
        } else if (stuck) {
            rebase(tickNanos, value, GapCode.STUCK);
        } else if (afterMissing) {
            rebase(tickNanos, value, Curve.RESUMED);
        } else {
            append(tickNanos, value, (float) (step * 1e3 / span), Curve.JOINED);
        }
    }

    private void rebase(long tickNanos, long value, byte state) {
        append(tickNanos, value, Float.NaN, state);
        stuck = false;
        afterMissing = false;
    }

    private void append(long tickNanos, long value, float watts, byte state) {
        curve.append(tickNanos, watts, state);
        baseNanos = tickNanos;
        baseMicrojoules = value;
    }

    /** Microjoules since the base; NaN if the counter was reset since. */
    private double microjoules(long value, long span) {
        long difference = value - baseMicrojoules;
        if (difference >= 0) {
            return difference;
        }
        CounterRange range = sensor.counterRange();
        if (range == null || range.wrapMicrojoules() <= 0) {
            return Double.NaN;
        }
        double wrapped = (double) range.wrapMicrojoules() + difference;
        return wrapped >= 0 && wrapped <= plausibleMicrojoules(span) ? wrapped : Double.NaN;
    }

    private double plausibleMicrojoules(long span) {
        CounterRange range = sensor.counterRange();
        double nanos = (double) span + sensor.periodNanos();
        return range == null ? Double.POSITIVE_INFINITY : range.maxPlausibleWatts() * nanos / 1e3;
    }
}
