package org.joulemark.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How often Linux has killed a process for lack of memory, the {@code oom_kill} of {@code /proc/vmstat}. */
final class MemoryKiller {
    private static final String FIELD = "oom_kill ";

    private MemoryKiller() {}

    /** Kills since the system started, containers included; 0 where the system does not tell. */
    static long kills() {
        return kills(Path.of("/proc/vmstat"));
    }

    static long kills(Path vmstat) {
        try {
            for (String line : Files.readAllLines(vmstat)) {
                if (line.startsWith(FIELD)) {
                    return Long.parseLong(line.substring(FIELD.length()).strip());
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
        return 0;
    }
}
