package org.joulemark.app.workbench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.joulemark.engine.bench.Presets;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.ExecutionProvider;
import org.joulemark.engine.model.ExecutionProviders;
import org.joulemark.engine.model.GpuFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for, in the words of the command line and of the form on the screen, before it is checked.
 *
 * @param models models, the baseline first
 * @param dataPath evaluation set; null without one
 * @param device {@code cpu}, {@code gpu:0}, …
 * @param preset name of the protocol
 * @param providers execution providers; empty for the usual one of the device
 * @param batchSizes rows a call; empty for what the models fix, or 1
 * @param threads threads inside an operator; empty for the physical cores
 * @param limits the rest
 */
public record PlanDraft(
        List<ModelFile> models,
        @Nullable Path dataPath,
        String device,
        String preset,
        List<String> providers,
        List<Integer> batchSizes,
        List<Integer> threads,
        Limits limits) {
    /**
     * What is seldom changed.
     *
     * @param seed seed of the trial order
     * @param dimensions sizes for free dimensions
     * @param ortHome folder of a GPU build of ONNX Runtime; null for the bundled CPU build
     * @param memoryLimitMib memory a worker may take
     * @param hangSeconds a worker silent for longer is ended
     */
    public record Limits(
            long seed,
            Map<String, Long> dimensions,
            @Nullable Path ortHome,
            long memoryLimitMib,
            int hangSeconds) {
        /** What holds where nobody says otherwise; the order of trials is drawn anew each time. */
        public static Limits usual() {
            return new Limits(drawnSeed(), Map.of(), null, 16384, 60);
        }

        /** A seed nobody chose, short enough to type it again. */
        public static long drawnSeed() {
            return new SecureRandom().nextInt(1, Integer.MAX_VALUE);
        }
    }

    /** The plan. @throws UserError naming what cannot be */
    public BenchPlan plan(MachineFingerprint machine) throws UserError {
        ProtocolSettings settings = Presets.byName(preset)
                .orElseThrow(() ->
                        UserError.usage("unknown preset '" + preset + "'; there are demo, quick, standard, audit"));
        for (ModelFile model : models) {
            if (model.path().isBlank()) {
                throw UserError.usage("model '" + model.name() + "' names no file; give FILE or NAME=FILE");
            }
        }
        Path ortHome = limits.ortHome();
        return new BenchPlan(
                PlannedModel.numbered(models),
                configurations(knownDevice(machine), machine),
                dataPath == null ? null : dataPath.toString(),
                settings,
                limits.seed(),
                limits.dimensions(),
                ortHome == null ? null : ortHome.toString(),
                limits.memoryLimitMib() << 20,
                TimeUnit.SECONDS.toNanos(limits.hangSeconds()));
    }

    /** The model that {@code NAME=FILE} or {@code FILE} names. */
    public static ModelFile model(String text) {
        int equals = text.indexOf('=');
        if (equals > 0 && !Path.of(text).toFile().exists()) {
            return new ModelFile(text.substring(0, equals), text.substring(equals + 1));
        }
        String file = String.valueOf(Path.of(text).getFileName());
        return new ModelFile(file.replaceFirst("\\.onnx$", ""), text);
    }

    private DeviceId knownDevice(MachineFingerprint machine) throws UserError {
        return Stream.concat(Stream.of(DeviceId.CPU), machine.gpus().stream().map(GpuFacts::device))
                .filter(one -> one.text().equals(device))
                .findFirst()
                .orElseThrow(() -> UserError.usage(
                        "unknown device '" + device + "'; joulemark devices lists what this machine has"));
    }

    private List<Configuration> configurations(DeviceId where, MachineFingerprint machine) throws UserError {
        List<Integer> counts = threads.isEmpty() ? List.of(Math.max(1, machine.physicalCores())) : threads;
        List<Configuration> all = new ArrayList<>();
        for (ExecutionProvider provider : wanted(where)) {
            checkComputes(provider, where);
            for (int batch : rowsACall()) {
                for (int count : counts) {
                    Configuration configuration = configuration(provider.id(), where, batch, count);
                    if (all.contains(configuration)) {
                        throw UserError.usage("the configuration '" + configuration
                                + "' is asked for twice; give each provider, batch size and number of threads once");
                    }
                    all.add(configuration);
                }
            }
        }
        return List.copyOf(all);
    }

    private List<ExecutionProvider> wanted(DeviceId where) throws UserError {
        if (providers.isEmpty()) {
            return List.of(ExecutionProviders.usual(where.kind()));
        }
        List<ExecutionProvider> wanted = new ArrayList<>();
        for (String provider : providers) {
            wanted.add(ExecutionProviders.named(provider)
                    .orElseThrow(() -> UserError.usage(
                            "unknown provider '" + provider + "'; there are " + ExecutionProviders.words())));
        }
        return wanted;
    }

    /** The energy of another device than that which computes would be told. */
    private static void checkComputes(ExecutionProvider provider, DeviceId where) throws UserError {
        if (provider.device() == where.kind()) {
            return;
        }
        if (provider.device() == DeviceId.Kind.CPU) {
            throw UserError.usage("provider " + provider.id() + " computes on the CPU, not on " + where
                    + ", whose energy would be told: measure it with --device cpu, in a run of its own");
        }
        throw UserError.usage("provider " + provider.id() + " computes on a GPU, not on cpu, whose energy would be"
                + " told: measure it with --device gpu:0, in a run of its own");
    }

    private List<Integer> rowsACall() throws UserError {
        for (int batch : batchSizes) {
            if (batch < 1) {
                throw UserError.usage("batch size " + batch + ": a batch has at least 1 row");
            }
        }
        return batchSizes.isEmpty() ? List.of(Configuration.BATCH_OF_MODEL) : batchSizes;
    }

    private static Configuration configuration(ProviderId provider, DeviceId where, int batch, int count)
            throws UserError {
        if (count < 1) {
            throw UserError.usage("threads must be at least 1");
        }
        return new Configuration(provider, where, batch, count);
    }
}
