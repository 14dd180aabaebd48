package org.joulemark.engine.power.nvml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Tick;

/**
 * A GPU at a moment. What the driver does not tell is empty, never zero.
 *
 * @param tick when it was read
 * @param device device name
 * @param name marketing name, empty if unknown
 * @param uuid the driver's stable id, empty if unknown
 * @param driver driver version, empty if unknown
 * @param temperatureCelsius temperature of the die in °C
 * @param graphicsMegahertz clock of the shaders in MHz
 * @param memoryMegahertz clock of the memory in MHz
 * @param computeProcesses number of processes that compute on it
 * @param clockLimits what holds its clocks; an empty list if nothing does
 */
public record GpuState(
        Tick tick,
        DeviceId device,
        String name,
        String uuid,
        String driver,
        OptionalInt temperatureCelsius,
        OptionalInt graphicsMegahertz,
        OptionalInt memoryMegahertz,
        OptionalInt computeProcesses,
        Optional<List<ClockLimit>> clockLimits) {

    /** The state of every GPU now, in index order; one question without an answer costs no other. */
    static List<GpuState> all(NvmlScope scope) {
        NvmlValue count = scope.deviceCount();
        String driver = scope.driverVersion().text();
        return LongStream.range(0, count.ok() ? count.value() : 0)
                .mapToObj(index -> of((int) index, scope.device((int) index), driver))
                .toList();
    }

    private static GpuState of(int index, NvmlDevice gpu, String driver) {
        NvmlValue limits = gpu.clockLimits();
        return new GpuState(
                Tick.now(),
                DeviceId.gpu(index),
                gpu.name().text(),
                gpu.uuid().text(),
                driver,
                number(gpu.temperatureCelsius()),
                number(gpu.clockMegahertz(NvmlDevice.CLOCK_GRAPHICS)),
                number(gpu.clockMegahertz(NvmlDevice.CLOCK_MEMORY)),
                number(gpu.computeProcesses()),
                limits.ok() ? Optional.of(ClockLimit.of(limits.value())) : Optional.empty());
    }

    private static OptionalInt number(NvmlValue value) {
        return value.ok() && value.value() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value.value())
                : OptionalInt.empty();
    }
}
