package org.joulemark.engine.power.nvml;

import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.PowerSensor;

/** Energy counter or power of one GPU. A GPU that is lost once stays lost: a later value would be another session's. */
final class NvmlSensor implements PowerSensor {
    private static final long MICROJOULES_PER_MILLIJOULE = 1_000;

    private final NvmlDevice gpu;
    private final NvmlSource source;
    private final SensorInfo info;
    private final NvmlLease lease;
    private volatile boolean lost;
    private boolean closed;

    NvmlSensor(NvmlDevice gpu, NvmlSource source, SensorInfo info, NvmlLease lease) {
        this.gpu = gpu;
        this.source = source;
        this.info = info;
        this.lease = lease.taken();
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public Reading read() {
        Tick tick = Tick.now();
        if (lost) {
            return new Reading.Missing(tick, MissingReason.DEVICE_LOST);
        }
        NvmlValue answer = source.ask(gpu);
        return answer.ok() ? reading(tick, answer.value()) : missing(tick, NvmlCode.reason(answer.code()));
    }

    private Reading reading(Tick tick, long value) {
        if (value == 0 || value > Long.MAX_VALUE / MICROJOULES_PER_MILLIJOULE) {
            return missing(tick, MissingReason.NOT_PLAUSIBLE);
        }
        return source.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES
                ? new Reading.Counter(tick, value * MICROJOULES_PER_MILLIJOULE)
                : new Reading.Sample(tick, value);
    }

    private Reading missing(Tick tick, MissingReason reason) {
        lost |= reason == MissingReason.DEVICE_LOST;
        return new Reading.Missing(tick, reason);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            lease.givenBack();
        }
    }
}
