package org.joulemark.engine.power.load;

import java.io.IOException;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.PowerSensor;
import org.jspecify.annotations.Nullable;

/**
 * Estimates CPU energy from load: at each read the power of the mean load since the last read is added to a counter of
 * our own, so that no sampling error comes on top of the model's. Never more than an estimate, and marked as one.
 */
final class LoadSensor implements PowerSensor {
    /** Load is accounted in ticks of USER_HZ, 10 ms on Linux. */
    private static final long PERIOD_NANOS = 10_000_000L;

    private final PowerCurve curve;
    private final CpuTimes.Source source;
    private final SensorInfo info;
    private @Nullable CpuTimes lastTimes;
    private long lastNanos;
    private double joules;

    LoadSensor(PowerCurve curve, CpuTimes.Source source) {
        this.curve = curve;
        this.source = source;
        this.info = new SensorInfo(
                new SensorId("load:cpu"),
                SensorSource.LOAD_MODEL,
                DeviceId.CPU,
                "CPU load model (estimate)",
                SensorScope.CPU_PACKAGE,
                curve.wholeServer(),
                Provenance.ESTIMATED,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                PERIOD_NANOS,
                new SensorUncertainty(curve.relativeUncertainty(), curve.relativeUncertainty(), 0),
                new CounterRange(0, curve.watts(1)),
                null,
                "Estimated, not measured: " + curve.basis());
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public Reading read() {
        Tick tick = Tick.now();
        try {
            CpuTimes times = source.read();
            CpuTimes last = lastTimes;
            double utilisation = last == null ? Double.NaN : times.utilisationSince(last);
            if (!Double.isNaN(utilisation)) {
                joules += curve.watts(utilisation) * ((tick.nanos() - lastNanos) / 1e9);
            }
            if (last == null || !Double.isNaN(utilisation)) {
                lastTimes = times;
                lastNanos = tick.nanos();
            }
            return new Reading.Counter(tick, Math.round(joules * 1e6));
        } catch (IOException e) {
            return new Reading.Missing(tick, MissingReason.READ_FAILED);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            // Only read from; closing cannot lose anything.
            lastTimes = null;
        }
    }
}
