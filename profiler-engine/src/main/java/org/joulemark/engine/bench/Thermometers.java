package org.joulemark.engine.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.device.CpuThermometer;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.nvml.GpuStates;

/** Temperatures of the machine's devices, for show. Used by one thread at a time. */
public final class Thermometers implements AutoCloseable {
    private final CpuThermometer cpu = new CpuThermometer();
    private final Optional<GpuStates> gpus;

    /** Opens what there is. */
    public Thermometers(ProbeContext context) {
        this.gpus = GpuStates.open(context);
    }

    /** Degrees Celsius now by device; a device that does not tell is left out. */
    public Map<DeviceId, Double> celsius() {
        Map<DeviceId, Double> celsius = new HashMap<>();
        cpu.celsius().ifPresent(value -> celsius.put(DeviceId.CPU, value));
        gpus.ifPresent(states -> states.read()
                .forEach(
                        gpu -> gpu.temperatureCelsius().ifPresent(value -> celsius.put(gpu.device(), (double) value))));
        return Map.copyOf(celsius);
    }

    @Override
    public void close() {
        gpus.ifPresent(GpuStates::close);
    }
}
