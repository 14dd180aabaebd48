package org.joulemark.engine.power.rapl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.SensorProbe;

/** RAPL energy counters of Intel and AMD CPUs through Linux powercap. */
public final class RaplProbe implements SensorProbe {
    /** RAPL updates about every millisecond, without a time stamp (Intel SDM vol. 3B, 16.10). */
    private static final long PERIOD_NANOS = 1_000_000L;

    /** No package draws more; a larger step backwards is a reset and not a wrap. */
    private static final double MAX_PLAUSIBLE_WATTS = 1_000;

    /** A platform may hold several packages and more. */
    private static final double MAX_PLAUSIBLE_PLATFORM_WATTS = 10_000;

    /** Words, then shell commands, then what to do. */
    static final String REMEDY = "let a group of its own read the counters (never everybody: CVE-2020-8694): "
            + "sudo groupadd -f power; sudo usermod -aG power $USER; "
            + "echo 'SUBSYSTEM==\"powercap\", ACTION==\"add\", RUN+=\"/bin/chgrp power /sys%p/energy_uj\", "
            + "RUN+=\"/bin/chmod g+r /sys%p/energy_uj\"' "
            + "| sudo tee /etc/udev/rules.d/70-joulemark-rapl.rules; then reboot";

    @Override
    public SensorSource source() {
        return SensorSource.RAPL;
    }

    @Override
    public String title() {
        return "CPU energy counters (RAPL through Linux powercap)";
    }

    @Override
    public Found look(ProbeContext context) {
        try {
            List<RaplZone> zones = RaplZone.under(context.sysRoot());
            return zones.isEmpty() ? absent(context) : here(zones, context);
        } catch (IOException | UncheckedIOException e) {
            return new Found.Absent("the powercap folder cannot be listed: " + e.getMessage(), "");
        }
    }

    private static Found absent(ProbeContext context) {
        return context.virtualMachine()
                ? new Found.Absent(
                        "a virtual machine, which does not see the CPU's energy counters",
                        "measure on the host, or ask its operator to pass powercap through")
                : new Found.Absent(
                        "no powercap zones (kernel without intel_rapl, container, or CPU without RAPL)",
                        "sudo modprobe intel_rapl_msr; in a container, mount the host's powercap folder read-only");
    }

    private static Found here(List<RaplZone> zones, ProbeContext context) {
        Map<String, PowerSensor> byName = new LinkedHashMap<>();
        List<PowerSensor> sensors = new ArrayList<>();
        List<Found.Blocked> blocked = new ArrayList<>();
        for (RaplZone zone : zones) {
            open(zone, context, blocked).ifPresent(sensor -> {
                PowerSensor first = byName.putIfAbsent(zone.fullName(), sensor);
                sensors.add(
                        first == null
                                ? sensor
                                : new Renamed(
                                        sensor,
                                        sensor.info()
                                                .notCounted("mirrors "
                                                        + first.info().name() + ", which is counted")));
            });
        }
        return new Found.Here(MirroredDies.marked(sensors), blocked);
    }

    private static Optional<PowerSensor> open(RaplZone zone, ProbeContext context, List<Found.Blocked> blocked) {
        var scope = zone.scope();
        String title = zone.fullName() + " (" + zone.controlType() + ")";
        if (scope.isEmpty()) {
            blocked.add(new Found.Blocked(title, "a zone of a kind this version does not know", ""));
            return Optional.empty();
        }
        try {
            PowerSensor sensor = new RaplSensor(zone, info(zone, scope.get(), context));
            if (sensor.read() instanceof Reading.Counter) {
                return Optional.of(sensor);
            }
            sensor.close();
            blocked.add(new Found.Blocked(title, "its counter cannot be read as a number", ""));
        } catch (AccessDeniedException e) {
            blocked.add(new Found.Blocked(
                    title, "permission denied: since Linux 5.10 only root may read energy_uj", REMEDY));
        } catch (IOException e) {
            blocked.add(new Found.Blocked(title, "its counter cannot be opened: " + e.getMessage(), ""));
        }
        return Optional.empty();
    }

    private static SensorInfo info(RaplZone zone, SensorScope scope, ProbeContext context) {
        boolean amd = context.cpuVendor().toLowerCase(Locale.ROOT).contains("amd");
        String suffix = zone.controlType().equals("intel-rapl") ? "" : "@mmio";
        return new SensorInfo(
                new SensorId("rapl:" + zone.fullName() + suffix),
                SensorSource.RAPL,
                DeviceId.CPU,
                zone.fullName() + (amd ? " (AMD RAPL" : " (Intel RAPL") + (suffix.isEmpty() ? ")" : ", MMIO)"),
                scope,
                false,
                amd ? Provenance.VENDOR_MODEL : Provenance.COUNTER,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                PERIOD_NANOS,
                uncertainty(scope, amd),
                new CounterRange(
                        zone.wrapMicrojoules(),
                        scope == SensorScope.PLATFORM ? MAX_PLAUSIBLE_PLATFORM_WATTS : MAX_PLAUSIBLE_WATTS),
                null,
                amd ? "AMD computes these energies from activity (arXiv 2108.00808)" : "");
    }

    /** Defaults of the uncertainty budget, k = 2, until the user calibrates. */
    private static SensorUncertainty uncertainty(SensorScope scope, boolean amd) {
        return switch (scope) {
            case DRAM -> new SensorUncertainty(0.10, 0.25, 0);
            case PLATFORM -> new SensorUncertainty(0.15, 0.15, 0);
            default -> amd ? new SensorUncertainty(0.10, 0.10, 0) : new SensorUncertainty(0.05, 0.05, 0);
        };
    }
}
