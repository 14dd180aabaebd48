package org.joulemark.engine.power.nvml;

import java.util.ArrayList;
import java.util.List;

/**
 * State of a GPU at one moment; −1 where the driver does not tell.
 *
 * @param temperatureCelsius temperature
 * @param smClockMegahertz clock of the multiprocessors
 * @param throttling why the clocks are held down, in words; empty if they are not
 */
record GpuState(long temperatureCelsius, long smClockMegahertz, List<String> throttling) {
    /** Bits of {@code nvmlClocksEventReason*} that mean less speed than asked for. */
    private enum Reason {
        POWER_CAP(0x4, "power cap"),
        HW_SLOWDOWN(0x8, "hardware slowdown"),
        SW_THERMAL(0x20, "temperature (driver)"),
        HW_THERMAL(0x40, "temperature (hardware)"),
        POWER_BRAKE(0x80, "power brake");

        private final long bit;
        private final String words;

        Reason(long bit, String words) {
            this.bit = bit;
            this.words = words;
        }
    }

    static GpuState of(NvmlDevice device) {
        NvmlValue reasons = device.clockEventReasons();
        List<String> throttling = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            if (reasons.ok() && (reasons.value() & reason.bit) != 0) {
                throttling.add(reason.words);
            }
        }
        return new GpuState(
                orUnknown(device.temperatureCelsius()), orUnknown(device.smClockMegahertz()), List.copyOf(throttling));
    }

    private static long orUnknown(NvmlValue value) {
        return value.ok() ? value.value() : -1;
    }
}
