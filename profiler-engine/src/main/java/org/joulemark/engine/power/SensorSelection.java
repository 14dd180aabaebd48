package org.joulemark.engine.power;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.jspecify.annotations.Nullable;

/**
 * Decides which sensors add to a total, so that nothing is counted twice: a package contains its cores, the platform
 * contains the packages, a module contains CPU and GPU, an estimate stands back where something is measured.
 */
public final class SensorSelection {
    private SensorSelection() {}

    /** The same sensors, those that must not be added marked with the reason. */
    public static List<PowerSensor> withoutDoubleCounting(List<PowerSensor> sensors) {
        Measured measured = Measured.by(sensors);
        Set<String> seen = new HashSet<>();
        List<PowerSensor> decided = new ArrayList<>();
        for (PowerSensor sensor : sensors) {
            SensorInfo info = sensor.info();
            String because = info.notCountedBecause();
            if (because == null) {
                because = because(info, measured);
            }
            if (because == null && !seen.add(info.device() + "/" + info.id())) {
                because = "the same sensor is counted already";
            }
            decided.add(because == null ? sensor : new NotCounted(sensor, info.notCounted(because)));
        }
        return List.copyOf(decided);
    }

    private static @Nullable String because(SensorInfo info, Measured measured) {
        return switch (info.scope()) {
            case CPU_CORES, CPU_UNCORE -> "contained in the sensor of its package";
            case GPU_MEMORY -> "contained in the sensor of its GPU";
            case PLATFORM -> measured.platformCounts() ? null : "contains the packages, which are counted";
            case MODULE -> measured.moduleCounts() ? null : "contains CPU and GPU, which are counted";
            case CPU_PACKAGE -> modelled(info) && measured.cpu() ? "an estimate; the CPU is measured" : null;
            case DRAM -> measured.platformCounts() ? "contained in the sensor of the platform" : null;
            case GPU -> null;
        };
    }

    /** Which parts of the machine are measured and count by themselves. */
    private record Measured(boolean packages, boolean platform, boolean gpu, boolean module) {
        static Measured by(List<PowerSensor> sensors) {
            Set<SensorScope> scopes = EnumSet.noneOf(SensorScope.class);
            sensors.stream()
                    .map(PowerSensor::info)
                    .filter(info -> info.counted() && !modelled(info))
                    .forEach(info -> scopes.add(info.scope()));
            return new Measured(
                    scopes.contains(SensorScope.CPU_PACKAGE),
                    scopes.contains(SensorScope.PLATFORM),
                    scopes.contains(SensorScope.GPU),
                    scopes.contains(SensorScope.MODULE));
        }

        boolean moduleCounts() {
            return module && !packages && !gpu;
        }

        boolean platformCounts() {
            return platform && !packages && !moduleCounts();
        }

        /** By its own sensor, or inside a larger part that counts. */
        boolean cpu() {
            return packages || platformCounts() || moduleCounts();
        }
    }

    private static boolean modelled(SensorInfo info) {
        return switch (info.provenance()) {
            case ESTIMATED, ASSUMED -> true;
            default -> false;
        };
    }

    /** A sensor that is read and shown, but does not count. */
    private record NotCounted(PowerSensor sensor, SensorInfo info) implements PowerSensor {
        @Override
        public Reading read() {
            return sensor.read();
        }

        @Override
        public void close() {
            sensor.close();
        }
    }
}
