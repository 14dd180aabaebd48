package org.joulemark.engine.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine made of files: a sysfs with powercap zones and a procfs with CPU times. */
public final class FakeMachine {
    private final Path root;
    private String cpuName = "A CPU nobody knows";
    private String vendor = "GenuineIntel";
    private int logicalCores = 8;
    private boolean virtual;

    public FakeMachine(Path root) {
        this.root = root;
    }

    public FakeMachine cpu(String name, String cpuVendor, int cores) {
        this.cpuName = name;
        this.vendor = cpuVendor;
        this.logicalCores = cores;
        return this;
    }

    public FakeMachine virtual() {
        this.virtual = true;
        return this;
    }

    /** Adds a zone whose counter wraps at 262,143,328,850 µJ, as on Intel servers. */
    public FakeMachine zone(String id, String name, long microjoules) throws IOException {
        Path folder = Files.createDirectories(zoneFolder(id));
        Files.writeString(folder.resolve("name"), name + "\n");
        Files.writeString(folder.resolve("max_energy_range_uj"), "262143328850\n");
        return energy(id, microjoules);
    }

    public FakeMachine energy(String id, long microjoules) throws IOException {
        Files.writeString(energyFile(id), microjoules + "\n");
        return this;
    }

    public Path zoneFolder(String id) {
        return root.resolve("sys/class/powercap").resolve(id);
    }

    public Path energyFile(String id) {
        return zoneFolder(id).resolve("energy_uj");
    }

    /** What cannot be read even by the superuser: a folder where the counter should be. */
    public FakeMachine unreadable(String id) throws IOException {
        Files.delete(energyFile(id));
        Files.createDirectory(energyFile(id));
        return this;
    }

    /** The first line of /proc/stat: user nice system idle iowait irq softirq steal guest guest_nice. */
    public FakeMachine cpuTimes(long... times) throws IOException {
        StringBuilder line = new StringBuilder("cpu ");
        for (long time : times) {
            line.append(' ').append(time);
        }
        return procStat(line + "\ncpu0 1 2 3 4 5 6 7 8 9 10\n");
    }

    /** The frequency governor of one hardware thread. */
    public FakeMachine governor(int cpu, String governor) throws IOException {
        Path folder = Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu" + cpu + "/cpufreq"));
        Files.writeString(folder.resolve("scaling_governor"), governor + "\n");
        return this;
    }

    /** Load average over the last minute. */
    public FakeMachine loadAverage(double oneMinute) throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve("proc")).resolve("loadavg"),
                oneMinute + " 0.50 0.25 1/500 12345\n");
        return this;
    }

    public FakeMachine procStat(String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("proc")).resolve("stat"), text);
        return this;
    }

    public ProbeContext context() {
        return new ProbeContext(
                root.resolve("sys"),
                root.resolve("proc"),
                cpuName,
                vendor,
                logicalCores,
                virtual,
                root.resolve("no-such-library.so").toString());
    }
}
