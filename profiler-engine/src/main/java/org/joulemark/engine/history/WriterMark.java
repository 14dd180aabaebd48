package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which process writes a run, so that the next start can tell whether it died.
 *
 * @param pid process id
 * @param host name of the machine
 * @param processStartedAt when the process began, since ids are used again; null if the system does not say
 */
record WriterMark(long pid, String host, @Nullable Instant processStartedAt) {
    /** Linux derives the start from the boot time, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** A folder shared by machines: a writer on another one cannot be asked, so it is given this long. */
    private static final Duration REMOTE_PATIENCE = Duration.ofDays(2);

    static WriterMark ofThisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new WriterMark(self.pid(), hostName(), self.info().startInstant().orElse(null));
    }

    boolean dead(Instant runStartedAt, Instant now) {
        if (!host.equals(hostName())) {
            return Duration.between(runStartedAt, now).compareTo(REMOTE_PATIENCE) > 0;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isEmpty() || !sameStart(process.get());
    }

    private boolean sameStart(ProcessHandle process) {
        Instant actual = process.info().startInstant().orElse(null);
        return actual == null
                || processStartedAt == null
                || Duration.between(processStartedAt, actual).abs().compareTo(TOLERANCE) <= 0;
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException notLinux) {
            // Asking the resolver may hang without a network; the variables are there on Windows and most shells.
            String windows = System.getenv("COMPUTERNAME");
            return Objects.requireNonNullElse(
                    windows == null ? System.getenv("HOSTNAME") : windows, System.getProperty("user.name", "unknown"));
        }
    }
}
