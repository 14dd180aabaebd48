package org.joulemark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joulemark.engine.bench.Presets;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to measure and how. */
final class PlanOptions {
    private static final List<String> PROVIDERS = List.of("cpu", "cuda", "tensorrt");

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Evaluation set: .npz, .csv or a folder of test_data_set_N.")
    @Nullable
    Path data;

    @Option(names = "--device", defaultValue = "cpu", description = "Device to measure: cpu, gpu:0, … (default cpu).")
    String device = "cpu";

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description =
                    "Where the machine stands: a grid zone or country (DEU, US-CAMX), or a site of sites.json. Without"
                            + " it CO2e is not computed.")
    @Nullable
    String site;

    @Option(names = "--preset", defaultValue = "quick", description = "demo, quick, standard or audit (default quick).")
    String preset = "quick";

    @Option(
            names = "--provider",
            split = ",",
            description = "Execution providers: cpu, cuda, tensorrt (default by device).")
    List<String> providers = new ArrayList<>();

    @Option(names = "--batch", split = ",", defaultValue = "1", description = "Batch sizes (default 1).")
    List<Integer> batchSizes = new ArrayList<>();

    @Option(names = "--threads", split = ",", description = "Threads inside an operator (default: the physical cores).")
    List<Integer> threads = new ArrayList<>();

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the trial order (default 1).")
    long seed;

    @Option(names = "--ort-home", paramLabel = "FOLDER", description = "Folder of a GPU build of ONNX Runtime.")
    @Nullable
    Path ortHome;

    @Option(
            names = "--memory-limit",
            paramLabel = "MIB",
            defaultValue = "16384",
            description = "Memory a worker may take (default 16384).")
    long memoryLimitMib;

    @Option(
            names = "--hang-limit",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "A worker silent for longer is ended (default 60).")
    int hangSeconds;

    @Mixin
    DimensionOptions dimensions = new DimensionOptions();

    /** The plan these options describe. @throws UserError naming the option that cannot be */
    BenchPlan plan(List<String> models, MachineFingerprint machine) throws UserError {
        ProtocolSettings settings = Presets.byName(preset)
                .orElseThrow(() ->
                        UserError.usage("unknown preset '" + preset + "'; there are demo, quick, standard, audit"));
        return new BenchPlan(
                models.stream().map(PlanOptions::model).toList(),
                configurations(device(machine), machine),
                data == null ? null : data.toString(),
                settings,
                seed,
                dimensions.sizes,
                ortHome == null ? null : ortHome.toString(),
                memoryLimitMib << 20,
                TimeUnit.SECONDS.toNanos(hangSeconds));
    }

    private static PlannedModel model(String text) {
        int equals = text.indexOf('=');
        if (equals > 0 && !Path.of(text).toFile().exists()) {
            return new PlannedModel(text.substring(0, equals), text.substring(equals + 1));
        }
        String file = String.valueOf(Path.of(text).getFileName());
        return new PlannedModel(file.replaceFirst("\\.onnx$", ""), text);
    }

    private DeviceId device(MachineFingerprint machine) throws UserError {
        boolean known = device.equals("cpu")
                || machine.gpus().stream().anyMatch(gpu -> gpu.device().value().equals(device));
        if (!known) {
            throw UserError.usage("unknown device '" + device + "'; joulemark devices lists what this machine has");
        }
        return new DeviceId(device);
    }

    private List<Configuration> configurations(DeviceId where, MachineFingerprint machine) throws UserError {
        List<String> wanted = providers.isEmpty() ? List.of(where.equals(DeviceId.CPU) ? "cpu" : "cuda") : providers;
        List<Integer> counts = threads.isEmpty() ? List.of(Math.max(1, machine.physicalCores())) : threads;
        List<Configuration> all = new ArrayList<>();
        for (String provider : wanted) {
            if (!PROVIDERS.contains(provider)) {
                throw UserError.usage("unknown provider '" + provider + "'; there are " + PROVIDERS);
            }
            for (int batch : batchSizes) {
                for (int count : counts) {
                    if (batch < 1 || count < 1) {
                        throw UserError.usage("--batch and --threads must be at least 1");
                    }
                    all.add(new Configuration(new ProviderId(provider), where, batch, count));
                }
            }
        }
        return List.copyOf(all);
    }
}
