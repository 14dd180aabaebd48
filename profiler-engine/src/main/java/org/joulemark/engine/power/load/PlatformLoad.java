package org.joulemark.engine.power.load;

import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * CPU times where there is no procfs: the load the Java runtime reports, integrated over the time between reads. While
 * it reports none (negative or not a number), time waits and is covered by the next load it does report.
 */
final class PlatformLoad implements CpuTimes.Source {
    private final DoubleSupplier load;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private double busyNanos;
    private double lastNanos;

    PlatformLoad() {
        this(
                ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())::getCpuLoad,
                System::nanoTime);
    }

    PlatformLoad(DoubleSupplier load, LongSupplier nanoClock) {
        this.load = load;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    @Override
    public CpuTimes read() {
        double now = nanoClock.getAsLong() - startNanos;
        double share = load.getAsDouble();
        if (share >= 0) {
            busyNanos += (now - lastNanos) * Math.min(share, 1.0);
            lastNanos = now;
        }
        return new CpuTimes(busyNanos, lastNanos);
    }

    @Override
    public void close() {
        // The runtime's own bean; nothing to release.
    }
}
