package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.nvml.ClockLimit;
import org.joulemark.engine.power.nvml.GpuState;
import org.joulemark.engine.power.nvml.GpuStates;

/** Looks at the GPU a version runs on, before and after its trials: heat, held clocks, other programs. */
final class GpuWatch implements AutoCloseable {
    /** Limits that mean less speed than the model could have had. */
    private static final Set<ClockLimit> HELD = EnumSet.of(
            ClockLimit.POWER_CAP,
            ClockLimit.HARDWARE_SLOWDOWN,
            ClockLimit.SOFTWARE_THERMAL,
            ClockLimit.HARDWARE_THERMAL,
            ClockLimit.POWER_BRAKE);

    private final Optional<GpuStates> states;

    private GpuWatch(Optional<GpuStates> states) {
        this.states = states;
    }

    static GpuWatch open(ProbeContext context) {
        return new GpuWatch(GpuStates.open(context));
    }

    private Optional<GpuState> state(DeviceId device) {
        return states.flatMap(open ->
                open.read().stream().filter(gpu -> gpu.device().equals(device)).findFirst());
    }

    /** Temperature in degrees Celsius; empty for devices that do not tell. */
    OptionalInt temperatureCelsius(DeviceId device) {
        return state(device).map(GpuState::temperatureCelsius).orElse(OptionalInt.empty());
    }

    /** What may have spoilt a trial that just ended; our own worker is one process on the device. */
    List<Finding> afterTrial(DeviceId device) {
        List<Finding> findings = new ArrayList<>();
        state(device).ifPresent(gpu -> {
            gpu.clockLimits()
                    .ifPresent(limits -> limits.stream()
                            .filter(HELD::contains)
                            .forEach(limit -> findings.add(new Finding(
                                    "throttled",
                                    Severity.WARNING,
                                    "the clocks of " + device + " were held down: " + limit.words(),
                                    "cool the device, or state its power limit with the result"))));
            if (gpu.computeProcesses().orElse(0) > 1) {
                findings.add(new Finding(
                        "foreign-process",
                        Severity.WARNING,
                        "other programs computed on " + device,
                        "end them; their energy is in the figures"));
            }
        });
        return List.copyOf(findings);
    }

    @Override
    public void close() {
        states.ifPresent(GpuStates::close);
    }
}
