package org.joulemark.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.bench.ProviderStatus;
import org.joulemark.engine.bench.ProviderSurvey;
import org.joulemark.engine.bench.WorkerSettings;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.GpuFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.power.SensorStatus;
import org.joulemark.engine.power.SensorSurvey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists devices, power sensors and execution providers. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "List CPU, memory, GPUs, power sensors (and what unlocks them) and execution providers.")
final class DevicesCommand implements Callable<Integer> {
    private static final long HANG_NANOS = 30_000_000_000L;

    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--ort-home", paramLabel = "FOLDER", description = "Folder of a GPU build of ONNX Runtime.")
    private @Nullable Path ortHome;

    DevicesCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    /**
     * What {@code --json} prints.
     *
     * @param machine the machine
     * @param sensors power sensors
     * @param providers execution providers
     */
    record Devices(MachineFingerprint machine, List<SensorStatus> sensors, List<ProviderStatus> providers) {}

    @Override
    public Integer call() throws UserError {
        workbench.requireNatives();
        // The worker starts while the inventory is taken: both take a good part of a second.
        WorkerSettings settings = new WorkerSettings(workbench.cacheFolder(), ortHome, Long.MAX_VALUE, HANG_NANOS);
        CompletableFuture<List<ProviderStatus>> providers =
                CompletableFuture.supplyAsync(() -> ProviderSurvey.of(workbench.workers(), settings));
        MachineFingerprint machine = workbench.machine();
        try (SensorSurvey survey = SensorSurvey.of(workbench.probes())) {
            Devices devices = new Devices(machine, survey.statuses(), providers.join());
            if (output.json) {
                console.out().println(RecordJson.canonical(devices));
            } else {
                print(devices);
            }
        }
        return ExitCode.OK;
    }

    private void print(Devices devices) {
        PrintWriter out = console.out();
        MachineFingerprint machine = devices.machine();
        out.println("Machine");
        out.println("  cpu      %s, %d sockets, %d cores, %d threads"
                .formatted(machine.cpuName(), machine.sockets(), machine.physicalCores(), machine.logicalCores()));
        out.println("  memory   %.1f GiB".formatted(machine.memoryBytes() / (double) (1L << 30)));
        for (GpuFacts gpu : machine.gpus()) {
            out.println("  %-8s %s (%s)".formatted(gpu.device(), gpu.name(), gpu.vendor()));
        }
        if (machine.gpus().isEmpty()) {
            out.println("  gpu      none found");
        }
        out.println("  system   " + machine.operatingSystem()
                + (machine.virtualMachine().isEmpty() ? "" : ", virtual machine: " + machine.virtualMachine()));
        out.println();
        out.println("Power sensors");
        devices.sensors().forEach(this::print);
        out.println();
        out.println("Execution providers");
        devices.providers().forEach(this::print);
    }

    private void print(SensorStatus sensor) {
        PrintWriter out = console.out();
        String state = !sensor.found() ? "not found" : sensor.readable() ? "readable" : "found, not readable";
        out.println("  %-30s %s".formatted(sensor.name(), state));
        SensorInfo info = sensor.info();
        if (info != null) {
            out.println("      %s of %s, %s, updates every %.0f ms, %s"
                    .formatted(
                            info.scope(),
                            info.device(),
                            info.provenance(),
                            info.periodNanos() / 1e6,
                            info.counted() ? "counts" : "does not count: " + info.notCountedBecause()));
            if (!info.note().isEmpty()) {
                out.println("      " + info.note());
            }
        } else {
            out.println("      why:    " + sensor.why());
        }
        if (!sensor.remedy().isEmpty()) {
            out.println("      remedy: " + sensor.remedy());
        }
    }

    private void print(ProviderStatus provider) {
        PrintWriter out = console.out();
        String state = provider.usable()
                ? "usable (ONNX Runtime " + provider.onnxRuntime() + ")"
                : provider.compiledIn() ? "compiled in, not usable" : "not in this build";
        out.println("  %-30s %s".formatted(provider.provider(), state));
        if (!provider.why().isEmpty()) {
            out.println("      why:    " + provider.why());
        }
        if (!provider.remedy().isEmpty()) {
            out.println("      remedy: " + provider.remedy());
        }
    }
}
