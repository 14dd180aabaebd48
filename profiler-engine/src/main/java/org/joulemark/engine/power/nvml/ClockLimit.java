package org.joulemark.engine.power.nvml;

import java.util.Arrays;
import java.util.List;

/** What holds a GPU's clocks at the moment (nvml.h, nvmlClocksEventReason*). */
public enum ClockLimit {
    IDLE(0x1, "idle"),
    APPLICATION_CLOCKS(0x2, "application clocks set by a user"),
    POWER_CAP(0x4, "software power cap"),
    HARDWARE_SLOWDOWN(0x8, "hardware slowdown"),
    SYNC_BOOST(0x10, "sync boost with other GPUs"),
    SOFTWARE_THERMAL(0x20, "temperature (software)"),
    HARDWARE_THERMAL(0x40, "temperature (hardware)"),
    POWER_BRAKE(0x80, "power brake by the machine's supply"),
    DISPLAY(0x100, "display clocks");

    private final long bit;
    private final String words;

    ClockLimit(long bit, String words) {
        this.bit = bit;
        this.words = words;
    }

    /** A few words for a table or a sentence. */
    public String words() {
        return words;
    }

    /** Limits whose bits are set; bits this version does not know are left out. */
    static List<ClockLimit> of(long bits) {
        return Arrays.stream(values()).filter(limit -> (bits & limit.bit) != 0).toList();
    }
}
