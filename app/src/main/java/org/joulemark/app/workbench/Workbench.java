package org.joulemark.app.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.bench.BenchEnvironment;
import org.joulemark.engine.bench.BenchRunner;
import org.joulemark.engine.bench.ProviderStatus;
import org.joulemark.engine.bench.ProviderSurvey;
import org.joulemark.engine.bench.WorkerFactory;
import org.joulemark.engine.bench.WorkerProcesses;
import org.joulemark.engine.bench.WorkerSettings;
import org.joulemark.engine.bench.check.CheckResult;
import org.joulemark.engine.bench.check.ModelCheck;
import org.joulemark.engine.carbon.FactorCatalogue;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.compare.Grades;
import org.joulemark.engine.device.CpuGovernors;
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
    /** Memory and time a model may take when it is only tried. */
    private static final long TRY_OUT_BYTES = 8L << 30;

    private static final long TRY_OUT_NANOS = 30_000_000_000L;

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

    /** Finds a folder for native libraries, or says what to do. What needs them looks again by itself. */
    public void requireNatives() throws UserError {
        NativeLibraries.require(cacheFolder);
    }

    /** This machine; taken stock of once. */
    public synchronized MachineFingerprint machine() {
        MachineFingerprint known = machine;
        if (known == null) {
            NativeLibraries.prepare(cacheFolder);
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
        requireNatives();
        return History.open(dataFolder, access, System.getProperty("user.name", "unknown"));
    }

    /** The site of that id or zone. */
    public Site site(String idOrZone) throws UserError {
        return sites().resolve(idOrZone);
    }

    /** Sites the user defined, and all grid zones. */
    public Sites sites() {
        return new Sites(FactorCatalogue.shipped(), dataFolder);
    }

    /** Runs a model once in a worker on the CPU; the answer says in words whether it runs. */
    public CheckResult check(Path model) throws InterruptedException, UserError {
        List<CheckResult> results = new ArrayList<>();
        new ModelCheck(workers, tryOut(null), Map.of(), null, null).check(List.of(model), results::add);
        return results.getFirst();
    }

    /** Execution providers of the bundled build of ONNX Runtime, or of that in {@code ortHome}, really tried. */
    public List<ProviderStatus> providers(@Nullable Path ortHome) {
        return ProviderSurvey.of(workers, tryOut(ortHome));
    }

    private WorkerSettings tryOut(@Nullable Path ortHome) {
        return new WorkerSettings(cacheFolder, ortHome, TRY_OUT_BYTES, TRY_OUT_NANOS);
    }

    /** A runner that records in {@code history}. */
    public BenchRunner runner(History history, @Nullable Site site) {
        takeStockIfGovernorChanged();
        BenchEnvironment environment =
                new BenchEnvironment(workers, machine(), probes(), site, cacheFolder(), ProgramVersion.text());
        return new BenchRunner(environment, history.journal(RecordedFigures::of), Grades::of);
    }

    /** A governor set while the desktop stands open is the one the next run is measured under. */
    private synchronized void takeStockIfGovernorChanged() {
        MachineFingerprint known = machine;
        if (known != null && !known.governor().equals(CpuGovernors.of(Path.of("/sys")))) {
            machine = null;
        }
    }
}
