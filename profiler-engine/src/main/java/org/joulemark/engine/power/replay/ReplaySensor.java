package org.joulemark.engine.power.replay;

import java.util.function.LongSupplier;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.PowerSensor;

/**
 * Plays a recorded trace from the moment it is made: each read gives what the recorded sensor had last said by then,
 * with the tick of now. Name and note say that it is a replay. Before its first and after its last reading there is no
 * data. In scaled time a counter's energies stay the same and its powers grow by the factor.
 */
public final class ReplaySensor implements PowerSensor {
    private final SensorInfo info;
    private final SensorTrace trace;
    private final double speed;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private int next;

    /** Plays {@code trace} of the sensor {@code recorded}, {@code speed} times as fast as it was recorded. */
    public ReplaySensor(SensorInfo recorded, SensorTrace trace, double speed) {
        this(recorded, trace, speed, System::nanoTime);
    }

    ReplaySensor(SensorInfo recorded, SensorTrace trace, double speed, LongSupplier nanoClock) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be positive: " + speed);
        }
        this.info = replayed(recorded);
        this.trace = trace;
        this.speed = speed;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    private static SensorInfo replayed(SensorInfo recorded) {
        return new SensorInfo(
                new SensorId("replay:" + recorded.id().value()),
                SensorSource.REPLAY,
                recorded.device(),
                recorded.name() + " (replay)",
                recorded.scope(),
                recorded.wholeServer(),
                recorded.provenance(),
                recorded.kind(),
                recorded.periodNanos(),
                recorded.uncertainty(),
                recorded.counterRange(),
                recorded.notCountedBecause(),
                ("Replayed from a recording, not measured now. " + recorded.note()).strip());
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public Reading read() {
        Tick now = new Tick(nanoClock.getAsLong());
        double played = (now.nanos() - startNanos) * speed;
        while (next < trace.size() && recordedNanos(next) <= played) {
            next++;
        }
        boolean over = next == trace.size() && (next == 0 || recordedNanos(next - 1) < played);
        return next == 0 || over ? new Reading.Missing(now, MissingReason.NO_DATA) : reading(now, next - 1);
    }

    /** Time from the first reading of the recording to reading {@code i}. */
    private long recordedNanos(int i) {
        return trace.tickNanos(i) - trace.tickNanos(0);
    }

    private Reading reading(Tick now, int i) {
        MissingReason reason = trace.reason(i);
        if (reason != null) {
            return new Reading.Missing(now, reason);
        }
        return info.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES
                ? new Reading.Counter(now, trace.value(i))
                : new Reading.Sample(now, trace.value(i));
    }

    @Override
    public void close() {
        // A recording in memory; nothing is open.
    }
}
