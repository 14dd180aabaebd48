package org.joulemark.engine.device;

import java.util.OptionalDouble;
import oshi.SystemInfo;
import oshi.hardware.Sensors;

/** Temperature of the CPU package as the operating system tells it. */
public final class CpuThermometer {
    private final Sensors sensors = new SystemInfo().getHardware().getSensors();

    /** Degrees Celsius now; empty where nobody tells (virtual machines, Windows without a monitoring service). */
    public OptionalDouble celsius() {
        double value = sensors.getCpuTemperature();
        // The library says 0 or NaN for "not known"; no CPU at work is at 0 °C.
        return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
