package org.joulemark.reports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.metric.DeviceEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;

/** What is inside the energy of a version and what is not, as its counted sensors see it. */
public final class Boundary {
    private Boundary() {}

    /** What each counted sensor covers, for example "package-0 (Intel RAPL): processor package". */
    public static String covered(Contender contender) {
        List<SensorInfo> sensors = sensors(contender);
        return sensors.isEmpty()
                ? "no sensor counts for it"
                : sensors.stream()
                        .map(sensor -> sensor.name() + ": " + covers(sensor))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    /** What none of them covers, for example "power supply losses, fans, memory, disks, display, other devices". */
    public static String notCovered(Contender contender) {
        List<SensorInfo> sensors = sensors(contender);
        Set<SensorScope> scopes = EnumSet.noneOf(SensorScope.class);
        sensors.forEach(sensor -> scopes.add(sensor.scope()));
        List<String> outside = new ArrayList<>();
        if (sensors.stream().noneMatch(SensorInfo::wholeServer)) {
            outside.add("power supply losses");
            outside.add("fans");
            if (!scopes.contains(SensorScope.DRAM) && scopes.contains(SensorScope.CPU_PACKAGE)) {
                outside.add("memory");
            }
            outside.add("disks");
        }
        outside.add("display");
        outside.add("other devices");
        return String.join(", ", outside);
    }

    /**
     * Where a PUE comes from, in words. Where nobody stated one nothing is claimed of the place: the sensor, not the site,
     * knows whether it is a desktop.
     */
    public static String overhead(String pueSource) {
        return Sites.withoutPue(pueSource)
                ? "no PUE stated for this site: no facility overhead (cooling, power distribution) added"
                : pueSource;
    }

    private static List<SensorInfo> sensors(Contender contender) {
        return DeviceEnergy.counted(
                contender, contender.version().configuration().device());
    }

    private static String covers(SensorInfo sensor) {
        if (sensor.wholeServer()) {
            return "share of a whole server, so that power supply, fans and memory are inside";
        }
        return switch (sensor.scope()) {
            case CPU_PACKAGE -> "processor package";
            case CPU_CORES -> "processor cores";
            case CPU_UNCORE -> "processor without its cores";
            case DRAM -> "memory";
            case PLATFORM -> "platform as its firmware defines it";
            case GPU -> "GPU as its driver defines it";
            case GPU_MEMORY -> "memory of the GPU";
            case MODULE -> "module of CPU and GPU";
        };
    }
}
