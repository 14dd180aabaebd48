package org.joulemark.engine.power;

import java.util.function.Supplier;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.TraceKind;

/** A sensor that says what it is told to. */
record FakeSensor(SensorInfo info, Supplier<Reading> reader) implements PowerSensor {
    static final long PERIOD_NANOS = 1_000_000L;

    static final long WRAP_MICROJOULES = 262_143_328_850L;

    static FakeSensor reading(String id, Supplier<Reading> reader) {
        return new FakeSensor(counter(id, WRAP_MICROJOULES), reader);
    }

    static FakeSensor of(String id, SensorScope scope, Provenance provenance) {
        SensorInfo info = counter(id, 0);
        return new FakeSensor(
                new SensorInfo(
                        info.id(),
                        SensorSource.RAPL,
                        info.device(),
                        id,
                        scope,
                        false,
                        provenance,
                        info.kind(),
                        PERIOD_NANOS,
                        info.uncertainty(),
                        info.counterRange(),
                        null,
                        ""),
                () -> new Reading.Counter(Tick.now(), 1));
    }

    static SensorInfo counter(String id, long wrapMicrojoules) {
        return new SensorInfo(
                new SensorId(id),
                SensorSource.RAPL,
                DeviceId.CPU,
                id,
                SensorScope.CPU_PACKAGE,
                false,
                Provenance.COUNTER,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                PERIOD_NANOS,
                new SensorUncertainty(0.05, 0.05, 0),
                new CounterRange(wrapMicrojoules, 1_000),
                null,
                "");
    }

    static SensorInfo power(String id) {
        return new SensorInfo(
                new SensorId(id),
                SensorSource.NVML,
                DeviceId.gpu(0),
                id,
                SensorScope.GPU,
                false,
                Provenance.POLLED_INSTANT,
                TraceKind.POWER_MILLIWATTS,
                100_000_000L,
                new SensorUncertainty(0.11, 0.2, 10),
                null,
                null,
                "");
    }

    @Override
    public Reading read() {
        return reader.get();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
