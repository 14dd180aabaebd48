package org.joulemark.app.ui.plot;

import java.util.OptionalDouble;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * Power of one sensor over time, built from its readings as they come. Counters give the mean power of each step
 * between two readings; samples give their power at the tick. Keeps the newest readings. Thread-safe.
 */
public final class PowerSeries {
    /** Readings kept unless told otherwise: one hour at 100 Hz. */
    public static final int HOUR_AT_100_HZ = 360_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Curve curve;
    private final PowerSteps steps;
    private int taken;

    /** Keeps at least the newest {@code readings} readings of the sensor. */
    public PowerSeries(SensorInfo sensor, int readings) {
        boolean counter = sensor.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES;
        this.curve = new Curve(counter ? Curve.Shape.STEP : Curve.Shape.LINE, readings);
        this.steps = counter ? new CounterSteps(sensor, curve) : new SampleSteps(curve);
    }

    /** Takes in the readings that follow those taken so far; any that are older than the newest are left out. */
    public synchronized void append(SensorTrace next) {
        for (int i = 0; i < next.size(); i++) {
            if (empty() || next.tickNanos(i) >= lastTick()) {
                take(next.tickNanos(i), next.value(i), next.stateByte(i));
            }
        }
        taken += next.size();
    }

    private void take(long tickNanos, long value, byte state) {
        if (state == 0) {
            steps.reading(tickNanos, value);
        } else {
            steps.missing(tickNanos, state);
        }
    }

    /** Number of readings taken in; the index to pull from next. */
    public synchronized int taken() {
        return taken;
    }

    /** Whether counters are drawn as steps; samples are joined by lines. */
    public boolean drawnAsSteps() {
        return curve.shape() == Curve.Shape.STEP;
    }

    Curve curve() {
        return curve;
    }

    /** Newest power in watts; absent if the newest reading is missing or is the first of a counter. */
    public OptionalDouble currentWatts() {
        synchronized (curve) {
            int last = curve.count() - 1;
            return last < 0 ? OptionalDouble.empty() : present(curve.value(last));
        }
    }

    /** Why the newest reading has no value, in words; null if it has one. */
    public @Nullable String missingBecause() {
        synchronized (curve) {
            int last = curve.count() - 1;
            return last < 0 ? null : words(curve.state(last));
        }
    }

    /** Least, greatest and time-weighted mean power over a window of ticks; gaps count for nothing. */
    public PowerStats stats(long fromNanos, long toNanos) {
        Fold fold = new Fold();
        curve.foldWindow((double) fromNanos, (double) toNanos, fold);
        return new PowerStats(
                currentWatts(),
                fold.empty() ? OptionalDouble.empty() : present(fold.min),
                fold.empty() ? OptionalDouble.empty() : present(fold.max),
                fold.covered > 0 ? OptionalDouble.of(fold.area / fold.covered) : OptionalDouble.empty());
    }

    /** Power at a tick; absent in gaps, before the first and after the last reading. */
    public OptionalDouble wattsAt(long tickNanos) {
        synchronized (curve) {
            int i = curve.firstAtOrAfter((double) tickNanos, curve.oldest());
            if (i >= curve.count()) {
                return OptionalDouble.empty();
            }
            return curve.joined(i) ? present(curve.between(i, (double) tickNanos)) : OptionalDouble.empty();
        }
    }

    /** Why there is no power at a tick, in words; null where there is one or nothing was read. */
    public @Nullable String gapAt(long tickNanos) {
        synchronized (curve) {
            int i = curve.firstAtOrAfter((double) tickNanos, curve.oldest());
            if (i >= curve.count() || !curve.gapBefore(i)) {
                return null;
            }
            byte state = curve.state(i);
            return state > 0 || i == curve.oldest() ? words(state) : words(reasonBefore(i));
        }
    }

    private byte reasonBefore(int i) {
        byte before = curve.state(i - 1);
        return before > 0 ? before : GapCode.PAUSE;
    }

    /** Tick of the oldest reading kept; meaningless if there is none. */
    public long firstTick() {
        synchronized (curve) {
            return curve.count() == 0 ? 0 : curve.tick(curve.oldest());
        }
    }

    /** Tick of the newest reading; meaningless if there is none. */
    public long lastTick() {
        synchronized (curve) {
            return curve.count() == 0 ? 0 : curve.tick(curve.count() - 1);
        }
    }

    /** Whether nothing was read yet. */
    public boolean empty() {
        synchronized (curve) {
            return curve.count() == 0;
        }
    }

    /** Time from the first to the newest reading kept, in seconds. */
    public double seconds() {
        return (lastTick() - firstTick()) / NANOS_PER_SECOND;
    }

    private static OptionalDouble present(float watts) {
        return Float.isNaN(watts) ? OptionalDouble.empty() : OptionalDouble.of(watts);
    }

    private static @Nullable String words(byte state) {
        if (state <= 0) {
            return null;
        }
        String own = GapCode.words(state);
        MissingReason reason = own == null ? MissingReason.ofCode(state) : null;
        return reason == null ? own : Reasons.words(reason);
    }
}
