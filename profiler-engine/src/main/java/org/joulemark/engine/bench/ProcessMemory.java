package org.joulemark.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process, from {@code /proc/<pid>/status} (proc(5): VmRSS and VmHWM in KiB). */
final class ProcessMemory {
    private final Path status;

    ProcessMemory(long pid) {
        this.status = Path.of("/proc", Long.toString(pid), "status");
    }

    /** Resident bytes now; 0 where the operating system does not tell. */
    long residentBytes() {
        return bytes("VmRSS:");
    }

    /** Largest resident bytes so far; 0 where the operating system does not tell. */
    long peakBytes() {
        return bytes("VmHWM:");
    }

    private long bytes(String field) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(field)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
        return 0;
    }
}
