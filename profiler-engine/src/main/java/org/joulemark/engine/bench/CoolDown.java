package org.joulemark.engine.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.ProtocolSettings;

/**
 * Waits before a trial until the device is as cool as before its first one (within 2 °C), because leakage follows
 * temperature; at least 5 s, and no longer than the protocol allows. Devices without a thermometer get the 5 s.
 */
final class CoolDown {
    private static final long LEAST_NANOS = 5_000_000_000L;
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final int NEAR_CELSIUS = 2;

    private final GpuWatch watch;
    private final ProtocolSettings settings;
    private final Cancellation cancellation;
    private final Map<DeviceId, Integer> firstCelsius = new HashMap<>();

    CoolDown(GpuWatch watch, ProtocolSettings settings, Cancellation cancellation) {
        this.watch = watch;
        this.settings = settings;
        this.cancellation = cancellation;
    }

    void before(DeviceId device) throws Cancellation.CancelledException {
        long most = settings.coolDownMaxNanos();
        long waited = Math.min(LEAST_NANOS, most);
        cancellation.pause(waited);
        OptionalInt now = watch.temperatureCelsius(device);
        if (now.isEmpty() || most == 0) {
            return;
        }
        int wanted = firstCelsius.computeIfAbsent(device, _ -> now.getAsInt()) + NEAR_CELSIUS;
        while (waited < most && watch.temperatureCelsius(device).orElse(wanted) > wanted) {
            cancellation.pause(LOOK_NANOS);
            waited += LOOK_NANOS;
        }
    }
}
