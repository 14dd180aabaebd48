package org.joulemark.engine.power.nvml;

import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.PowerSensor;

/** Energy or power of one GPU. A lost GPU stays lost: its counter would start anew. */
final class NvmlSensor implements PowerSensor {
    /** ±5 % under load; idle readings may be off by 20 % or 10 W, whichever is more (energy-peers §5.4). */
    private static final SensorUncertainty UNCERTAINTY = new SensorUncertainty(0.05, 0.20, 10);

    private static final double MAX_PLAUSIBLE_WATTS = 2_000;

    private final NvmlDevice device;
    private final NvmlSource source;
    private final Runnable onClose;
    private final SensorInfo info;
    private boolean lost;
    private boolean closed;

    NvmlSensor(int index, NvmlDevice device, NvmlSource source, Runnable onClose) {
        this.device = device;
        this.source = source;
        this.onClose = onClose;
        String uuid = device.uuid();
        this.info = new SensorInfo(
                new SensorId("nvml:" + (uuid.isEmpty() ? "gpu-" + index : uuid)),
                new DeviceId("gpu:" + index),
                (device.name().isEmpty() ? "NVIDIA GPU " + index : device.name()) + " (" + source.words() + ")",
                SensorScope.GPU,
                source.provenance(),
                source.kind(),
                source.periodNanos(),
                UNCERTAINTY,
                source.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES ? new CounterRange(0, MAX_PLAUSIBLE_WATTS) : null,
                null,
                "");
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
        NvmlValue value = source.read(device);
        if (!value.ok()) {
            lost = value.code() == NvmlReturn.GPU_IS_LOST;
            return new Reading.Missing(tick, NvmlReturn.reason(value.code()));
        }
        return source.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES
                ? new Reading.Counter(tick, value.value())
                : new Reading.Sample(tick, value.value());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }
}
