package org.joulemark.engine.power.load;

import java.lang.management.ManagementFactory;

/** CPU times where there is no procfs: the load the Java runtime reports, integrated over the time between reads. */
final class PlatformLoad implements CpuTimes.Source {
    private final com.sun.management.OperatingSystemMXBean system =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long startNanos = System.nanoTime();
    private double busyNanos;
    private double lastNanos;

    @Override
    public CpuTimes read() {
        double now = System.nanoTime() - startNanos;
        double load = system.getCpuLoad();
        busyNanos += (now - lastNanos) * Math.clamp(load, 0.0, 1.0);
        lastNanos = now;
        return new CpuTimes(busyNanos, now);
    }

    @Override
    public void close() {
        // The runtime's own bean; nothing to release.
    }
}
