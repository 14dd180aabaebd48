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
    /** Where trials follow each other without a pause, a baseline still has this share of its own length before it. */
    private static final long SETTLE_PARTS = 3;

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
        firstCelsius.putIfAbsent(device, now.getAsInt());
        while (waited < most && warm(device)) {
            cancellation.pause(LOOK_NANOS);
            waited += LOOK_NANOS;
        }
    }

    /** Waits after the last trial, so that the baseline that follows sees an idle machine and not one that cools down. */
    void beforeBaseline() throws Cancellation.CancelledException {
        long waited = settleNanos(settings);
        cancellation.pause(waited);
        while (waited < settings.coolDownMaxNanos()
                && firstCelsius.keySet().stream().anyMatch(this::warm)) {
            cancellation.pause(LOOK_NANOS);
            waited += LOOK_NANOS;
        }
    }

    /** Least wait before the baseline after the trials. */
    static long settleNanos(ProtocolSettings settings) {
        return settings.coolDownMaxNanos() > 0
                ? Math.min(LEAST_NANOS, settings.coolDownMaxNanos())
                : Math.min(LEAST_NANOS, settings.idleNanos() / SETTLE_PARTS);
    }

    /** Whether a device is warmer than before its first trial; one that does not tell is not waited for. */
    private boolean warm(DeviceId device) {
        Integer first = firstCelsius.get(device);
        OptionalInt now = watch.temperatureCelsius(device);
        return first != null && now.isPresent() && now.getAsInt() > first + NEAR_CELSIUS;
    }
}
