package org.joulemark.engine.power.load;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.joulemark.engine.power.ProbeContext;

/** CPU time of everything that runs on the machine, where {@code /proc/stat} tells. Used by one thread at a time. */
public final class MachineCpu implements AutoCloseable {
    /** Ticks a second (USER_HZ) in which Linux tells CPU times on all processors this program runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private final CpuTimes.Source source;

    private MachineCpu(CpuTimes.Source source) {
        this.source = source;
    }

    /** Opens the source; empty where there is none. */
    public static Optional<MachineCpu> open(ProbeContext context) {
        if (!Files.isReadable(context.procRoot().resolve("stat"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MachineCpu(new ProcStat(context.procRoot())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** CPU seconds of all hardware threads together since the machine started; NaN if they cannot be read now. */
    public double busySeconds() {
        try {
            return source.read().busy() / TICKS_PER_SECOND;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            // Only read from; closing cannot lose anything.
            return;
        }
    }
}
