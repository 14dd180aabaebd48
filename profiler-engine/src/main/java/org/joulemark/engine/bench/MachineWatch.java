package org.joulemark.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joulemark.engine.device.CpuGovernors;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.load.MachineCpu;

/** Looks at the machine before a run and around its trials: what other programs take, and what decides the clock. */
final class MachineWatch implements AutoCloseable {
    /** Other programs may keep this share of all hardware threads busy; more is in the figures of latency and energy. */
    private static final double FOREIGN_SHARE = 0.05;

    /** However many threads there are, half of one is as much as a small model itself may take. */
    private static final double FOREIGN_THREADS = 0.5;

    /** A load average (over the last minute) up to one thread is what is left of starting this program. */
    private static final double RESTING_LOAD = 1;

    /** CPU times come in steps of 10 ms a thread: in less time than this the steps are as large as the limits. */
    private static final long LEAST_JUDGED_NANOS = 1_000_000_000L;

    private final ProbeContext context;
    private final Optional<MachineCpu> cpu;
    private final String governors;
    private double busyBefore = Double.NaN;

    private MachineWatch(ProbeContext context, Optional<MachineCpu> cpu, String governors) {
        this.context = context;
        this.cpu = cpu;
        this.governors = governors;
    }

    static MachineWatch open(ProbeContext context) {
        return new MachineWatch(context, MachineCpu.open(context), CpuGovernors.of(context.sysRoot()));
    }

    /** What can be seen before anything is measured. */
    List<Finding> beforeRun() {
        List<Finding> findings = new ArrayList<>();
        if (!CpuGovernors.steady(governors)) {
            findings.add(new Finding(
                    "governor",
                    Severity.WARNING,
                    CpuGovernors.words(governors),
                    "sudo cpupower frequency-set -g performance"));
        }
        double load = loadAverage();
        if (load > Math.max(RESTING_LOAD, FOREIGN_SHARE * context.logicalCores())) {
            findings.add(new Finding(
                    "machine-busy",
                    Severity.WARNING,
                    String.format(Locale.ROOT, "the load average was %.1f before the start", load),
                    "close other programs and wait a minute"));
        }
        if (cpu.isEmpty()) {
            findings.add(new Finding(
                    "foreign-load-unknown",
                    Severity.NOTE,
                    "what other programs take while trials run is not seen on this system",
                    ""));
        }
        return List.copyOf(findings);
    }

    /** Load average over the last minute; negative if the system does not tell. */
    private double loadAverage() {
        try {
            String text = Files.readString(context.procRoot().resolve("loadavg"));
            return Double.parseDouble(text.substring(0, text.indexOf(' ')));
        } catch (IOException | RuntimeException e) {
            return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        }
    }

    /** A window begins. */
    void windowBegins() {
        busyBefore = cpu.map(MachineCpu::busySeconds).orElse(Double.NaN);
    }

    /** CPU seconds of everything on the machine since the window began; NaN if they are not known. */
    double windowEnds() {
        return cpu.map(MachineCpu::busySeconds).orElse(Double.NaN) - busyBefore;
    }

    /**
     * What may have spoilt a trial that just ended.
     *
     * @param busySeconds CPU time of the machine in the window; NaN if unknown
     * @param ownSeconds CPU time of worker and host in it; NaN if unknown
     * @param windowNanos length of the window
     */
    List<Finding> afterTrial(double busySeconds, double ownSeconds, long windowNanos) {
        List<Finding> findings = new ArrayList<>();
        double threads = (busySeconds - ownSeconds) / (windowNanos / 1e9);
        double limit = Math.min(FOREIGN_SHARE * context.logicalCores(), FOREIGN_THREADS);
        if (windowNanos >= LEAST_JUDGED_NANOS && threads > limit) {
            findings.add(new Finding(
                    "foreign-load",
                    Severity.WARNING,
                    String.format(
                            Locale.ROOT,
                            "other programs kept %.1f of %d hardware threads busy during the trial",
                            threads,
                            context.logicalCores()),
                    "close other programs; their energy is in the figures"));
        }
        String now = CpuGovernors.of(context.sysRoot());
        if (!now.equals(governors)) {
            findings.add(new Finding(
                    "governor-changed",
                    Severity.WARNING,
                    "the CPU frequency governor went from '" + governors + "' to '" + now + "' while the run went on",
                    "leave the governor alone while measuring"));
        }
        return List.copyOf(findings);
    }

    @Override
    public void close() {
        cpu.ifPresent(MachineCpu::close);
    }
}
