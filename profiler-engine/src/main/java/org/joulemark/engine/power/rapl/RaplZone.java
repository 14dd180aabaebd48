package org.joulemark.engine.power.rapl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joulemark.engine.model.SensorScope;

/**
 * A powercap zone (Documentation/power/powercap/powercap.rst): a folder with {@code name}, {@code energy_uj} and
 * {@code max_energy_range_uj}. What it is says its name, never its index.
 *
 * @param folder the zone's folder
 * @param controlType {@code intel-rapl} (MSR) or {@code intel-rapl-mmio}
 * @param name the zone's own name, for example {@code package-0} or {@code dram}
 * @param parentName name of the zone it lies in; empty for a top zone
 */
record RaplZone(Path folder, String controlType, String name, String parentName) {
    /** All zones below {@code class/powercap} of a sysfs root: MSR before MMIO, then by their folders' names. */
    static List<RaplZone> under(Path sysRoot) throws IOException {
        Path root = sysRoot.resolve("class").resolve("powercap");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(
                            folder -> String.valueOf(folder.getFileName()).matches("intel-rapl(-mmio)?(:[0-9]+){1,2}"))
                    .sorted(Comparator.comparing(RaplZone::memoryMapped).thenComparing(Comparator.naturalOrder()))
                    .map(folder -> read(root, folder))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static boolean memoryMapped(Path folder) {
        return String.valueOf(folder.getFileName()).contains("mmio");
    }

    private static Optional<RaplZone> read(Path root, Path folder) {
        String id = String.valueOf(folder.getFileName());
        String type = id.substring(0, id.indexOf(':'));
        int lastColon = id.lastIndexOf(':');
        boolean top = lastColon == type.length();
        return name(folder)
                .map(name -> new RaplZone(
                        folder,
                        type,
                        name,
                        top
                                ? ""
                                : name(root.resolve(id.substring(0, lastColon))).orElse(id.substring(0, lastColon))));
    }

    private static Optional<String> name(Path folder) {
        try {
            return Optional.of(Files.readString(folder.resolve("name")).strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path energyFile() {
        return folder.resolve("energy_uj");
    }

    /** What the zone covers; empty for names this program does not know. */
    Optional<SensorScope> scope() {
        if (name.matches("package-[0-9]+(-die-[0-9]+)?")) {
            return Optional.of(SensorScope.CPU_PACKAGE);
        }
        return Optional.ofNullable(
                switch (name) {
                    case "core" -> SensorScope.CPU_CORES;
                    case "uncore" -> SensorScope.CPU_UNCORE;
                    case "dram" -> SensorScope.DRAM;
                    case "psys" -> SensorScope.PLATFORM;
                    default -> null;
                });
    }

    /** Name that is unique on the machine: dram of two sockets are told apart by their package. */
    String fullName() {
        return parentName.isEmpty() ? name : parentName + "/" + name;
    }

    /** Value after which the counter starts again, in microjoules; 0 if the file does not tell. */
    long wrapMicrojoules() {
        try {
            return Long.parseLong(
                    Files.readString(folder.resolve("max_energy_range_uj")).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
