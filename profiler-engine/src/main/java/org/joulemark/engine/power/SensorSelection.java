package org.joulemark.engine.power;

import java.util.ArrayList;
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
        boolean packageMeasured = sensors.stream()
                .map(PowerSensor::info)
                .anyMatch(info -> info.scope() == SensorScope.CPU_PACKAGE && !modelled(info) && info.counted());
        boolean gpuMeasured = sensors.stream().anyMatch(sensor -> sensor.info().scope() == SensorScope.GPU);
        Set<String> seen = new HashSet<>();
        List<PowerSensor> decided = new ArrayList<>();
        for (PowerSensor sensor : sensors) {
            SensorInfo info = sensor.info();
            String because = info.notCountedBecause();
            if (because == null) {
                because = because(info, packageMeasured, gpuMeasured);
            }
            if (because == null && !seen.add(info.device() + "/" + info.id())) {
                because = "the same sensor is counted already";
            }
            decided.add(because == null ? sensor : new NotCounted(sensor, info.notCounted(because)));
        }
        return List.copyOf(decided);
    }

    private static @Nullable String because(SensorInfo info, boolean packageMeasured, boolean gpuMeasured) {
        return switch (info.scope()) {
            case CPU_CORES, CPU_UNCORE -> "contained in the sensor of its package";
            case GPU_MEMORY -> "contained in the sensor of its GPU";
            case PLATFORM -> packageMeasured ? "contains the packages, which are counted" : null;
            case MODULE -> packageMeasured || gpuMeasured ? "contains CPU and GPU, which are counted" : null;
            case CPU_PACKAGE -> modelled(info) && packageMeasured ? "an estimate; the CPU is measured" : null;
            case DRAM, GPU -> null;
        };
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
