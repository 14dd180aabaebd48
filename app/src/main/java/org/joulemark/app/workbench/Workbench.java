package org.joulemark.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.joulemark.engine.bench.BenchEnvironment;
import org.joulemark.engine.bench.BenchRunner;
import org.joulemark.engine.bench.Grader;
import org.joulemark.engine.bench.WorkerFactory;
import org.joulemark.engine.bench.WorkerProcesses;
import org.joulemark.engine.carbon.FactorCatalogue;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.compare.Grades;
import org.joulemark.engine.compare.RunGrade;
import org.joulemark.engine.device.MachineInventory;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.DataFolder;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.GpuFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.nvml.GpuStates;
import org.jspecify.annotations.Nullable;

/** The composition root: everything is made here with plain constructors, once, when it is first needed. */
public final class Workbench {
    private final Path dataFolder;
    private final Path cacheFolder;
    private final WorkerFactory workers = new WorkerProcesses();
    private @Nullable MachineFingerprint machine;

    /** A workbench over the user's data folder. */
    public Workbench() {
        this(DataFolder.resolve());
    }

    /** A workbench over a given data folder. */
    public Workbench(Path dataFolder) {
        this(dataFolder, dataFolder.resolve("cache"));
    }

    /** A workbench over a given data folder that shares the cache of another. */
    public Workbench(Path dataFolder, Path cacheFolder) {
        this.dataFolder = dataFolder;
        this.cacheFolder = cacheFolder;
    }

    /** Where history, sites and unpacked natives lie. */
    public Path dataFolder() {
        return dataFolder;
    }

    /** Where natives are unpacked. */
    public Path cacheFolder() {
        return cacheFolder;
    }

    /** Starts workers. */
    public WorkerFactory workers() {
        return workers;
    }

    /** This machine; taken stock of once. */
    public MachineFingerprint machine() {
        MachineFingerprint known = machine;
        if (known == null) {
            known = new MachineInventory(Path.of("/sys")).fingerprint(driverGpus());
            machine = known;
        }
        return known;
    }

    /** GPUs with the numbers NVIDIA's driver gives them, which its sensors and ONNX Runtime use too. */
    private static List<GpuFacts> driverGpus() {
        ProbeContext driverOnly =
                new ProbeContext(Path.of("/sys"), Path.of("/proc"), "", "", 1, false, System.getenv("JOULEMARK_NVML"));
        Optional<GpuStates> states = GpuStates.open(driverOnly);
        if (states.isEmpty()) {
            return List.of();
        }
        try (GpuStates open = states.get()) {
            return open.read().stream()
                    .map(gpu -> new GpuFacts(gpu.device(), gpu.name(), "NVIDIA", 0, gpu.uuid(), gpu.driver()))
                    .toList();
        }
    }

    /** What sensor probes may look at on this machine. */
    public ProbeContext probes() {
        MachineFingerprint known = machine();
        return new ProbeContext(
                Path.of("/sys"),
                Path.of("/proc"),
                known.cpuName(),
                known.cpuVendor(),
                known.logicalCores(),
                !known.virtualMachine().isEmpty(),
                System.getenv("JOULEMARK_NVML"));
    }

    /** Opens the history. */
    public History history(Access access) throws UserError {
        return History.open(dataFolder, access, System.getProperty("user.name", "unknown"));
    }

    /** The site of that id or zone. */
    public Site site(String idOrZone) throws UserError {
        return new Sites(FactorCatalogue.shipped(), dataFolder).resolve(idOrZone);
    }

    /** A runner that records in {@code history}. */
    public BenchRunner runner(History history, @Nullable Site site) {
        BenchEnvironment environment =
                new BenchEnvironment(workers, machine(), probes(), site, cacheFolder(), ProgramVersion.text());
        return new BenchRunner(environment, history.journal(RecordedFigures::of), grader());
    }

    private static Grader grader() {
        return run -> {
            RunGrade grade = Grades.of(run);
            return run.graded(grade.grade(), grade.reasons());
        };
    }
}
