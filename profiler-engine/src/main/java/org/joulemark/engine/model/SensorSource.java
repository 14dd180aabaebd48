package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/** Where the readings of a power sensor come from. */
public enum SensorSource {
    /** Energy counters of Intel and AMD processors, through the operating system. */
    RAPL(DeviceId.Kind.CPU),
    /** NVIDIA's management library. */
    NVML(DeviceId.Kind.GPU),
    /** A model of the processor's power over its load. */
    LOAD_MODEL(DeviceId.Kind.CPU),
    /** A recording that is played again. */
    REPLAY(null);

    private final DeviceId.@Nullable Kind device;

    SensorSource(DeviceId.@Nullable Kind device) {
        this.device = device;
    }

    /** Whether it can have sensors of that kind of device. */
    public boolean measures(DeviceId.Kind kind) {
        return device == null || device == kind;
    }
}
