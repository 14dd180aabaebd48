package org.joulemark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.joulemark.app.workbench.PlanDraft;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.ExecutionProviders;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to measure and how. */
final class PlanOptions {

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Evaluation set: .npz, .csv or a folder of test_data_set_N.")
    @Nullable
    Path data;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "cpu",
            description = "Device to measure: cpu, gpu:0, … (default cpu).")
    String device = "cpu";

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description =
                    "Where the machine stands: a grid zone or country (DEU, US-CAMX), or a site of sites.json. Without"
                            + " it CO2e is not computed.")
    @Nullable
    String site;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            defaultValue = "quick",
            description = "demo, quick, standard or audit (default quick).")
    String preset = "quick";

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            description = "Timed window of a trial, where the preset's is too short for a slow power sensor.")
    @Nullable
    Long windowSeconds;

    @Option(
            names = "--provider",
            paramLabel = "PROVIDER",
            split = ",",
            completionCandidates = ProviderWords.class,
            description = "Execution providers: ${COMPLETION-CANDIDATES} (default by device).")
    List<String> providers = new ArrayList<>();

    @Option(
            names = "--batch",
            paramLabel = "ROWS",
            split = ",",
            description = "Batch sizes (default: what the models fix, else 1).")
    List<Integer> batchSizes = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            split = ",",
            description = "Threads inside an operator (default: the physical cores).")
    List<Integer> threads = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of the trial order, to repeat that of another run (default: drawn anew, and recorded).")
    @Nullable
    Long seed;

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
    long hangSeconds;

    @Mixin
    DimensionOptions dimensions = new DimensionOptions();

    /** The execution providers on offer, as they are typed. */
    static final class ProviderWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ExecutionProviders.ALL.stream()
                    .map(provider -> provider.id().value())
                    .iterator();
        }
    }

    /** The plan these options describe. @throws UserError naming the option that cannot be */
    BenchPlan plan(List<String> models, MachineFingerprint machine) throws UserError {
        long order = seed == null ? PlanDraft.Limits.drawnSeed() : seed;
        PlanDraft.Limits limits = new PlanDraft.Limits(
                order,
                dimensions.sizes,
                ortHome,
                WholeNumbers.some("--memory-limit", memoryLimitMib),
                Math.toIntExact(WholeNumbers.some("--hang-limit", hangSeconds)));
        List<ModelFile> planned = models.stream().map(PlanDraft::model).toList();
        BenchPlan plan =
                new PlanDraft(planned, data, device, preset, providers, batchSizes, threads, limits).plan(machine);
        Long asked = windowSeconds;
        return asked == null ? plan : PlanDraft.windowed(plan, asked);
    }
}
