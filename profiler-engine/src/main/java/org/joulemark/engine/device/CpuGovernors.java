package org.joulemark.engine.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The frequency governors of Linux, one a hardware thread: what decides the clock, and with it latency and energy of the
 * same work.
 */
public final class CpuGovernors {
    /** The governors under which the clock does not follow the load. */
    private static final Set<String> STEADY = Set.of("performance", "userspace");

    private static final String SEPARATOR = ", ";

    private CpuGovernors() {}

    /**
     * The governors in use, each once, in alphabetical order, for example "performance" or "performance, powersave";
     * empty where the system does not tell (virtual machines, other systems than Linux).
     *
     * @param sysRoot root of sysfs
     */
    public static String of(Path sysRoot) {
        Set<String> governors = new TreeSet<>();
        try (Stream<Path> cpus = Files.list(sysRoot.resolve("devices/system/cpu"))) {
            for (Path cpu : cpus.toList()) {
                Path file = cpu.resolve("cpufreq/scaling_governor");
                if (cpu.getFileName().toString().matches("cpu\\d+") && Files.isReadable(file)) {
                    governors.add(Files.readString(file).strip());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // No such folder, or a thread went offline while it was looked at: what was read holds.
            return joined(governors);
        }
        return joined(governors);
    }

    private static String joined(Set<String> governors) {
        governors.remove("");
        return String.join(SEPARATOR, governors);
    }

    /** Whether the clock does not follow the load under any of {@code governors}; true where nothing is known. */
    public static boolean steady(String governors) {
        return governors.isEmpty() || STEADY.containsAll(List.of(governors.split(SEPARATOR)));
    }

    /** What to say of governors that are not steady. */
    public static String words(String governors) {
        return "the CPU frequency governor was '" + governors + "'";
    }
}
