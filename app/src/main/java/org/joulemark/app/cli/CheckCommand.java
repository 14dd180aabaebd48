package org.joulemark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.bench.WorkerSettings;
import org.joulemark.engine.bench.check.CheckResult;
import org.joulemark.engine.bench.check.ModelCheck;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.EvaluationSets;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads and runs models once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Load and run each model once and compare with reference outputs where they lie beside it.",
            "References are folders test_data_set_N, or MODEL_input_0.pb and MODEL_output_0.pb. One line a model: ok,"
                + " wrong output, cannot run, or data fault and why. Exit code 2 if the data do not fit a model, else"
                + " 1 if any is not ok."
        })
final class CheckCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private DimensionOptions dimensions = new DimensionOptions();

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "ONNX files.")
    private List<Path> models = List.of();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Rows to run (.npz or .csv) instead of made-up inputs, or a folder with references to compare"
                    + " with.")
    private @Nullable Path data;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Time a model may take (default 30).")
    private long timeoutSeconds;

    @Option(
            names = "--memory-limit",
            paramLabel = "MIB",
            defaultValue = "8192",
            description = "Memory a model may take (default 8192).")
    private long memoryLimitMib;

    CheckCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError, InterruptedException {
        WorkerSettings settings = new WorkerSettings(
                workbench.cacheFolder(),
                null,
                WholeNumbers.some("--memory-limit", memoryLimitMib) << 20,
                TimeUnit.SECONDS.toNanos(WholeNumbers.some("--timeout", timeoutSeconds)));
        Path given = data;
        boolean folder = given != null && Files.isDirectory(given);
        EvaluationSet rows = given == null || folder ? null : EvaluationSets.read(given);
        Set<CheckResult.Status> met = EnumSet.noneOf(CheckResult.Status.class);
        new ModelCheck(workbench.workers(), settings, dimensions.sizes, rows, folder ? given : null)
                .check(models, result -> {
                    met.add(result.status());
                    print(result);
                });
        return exitCode(met);
    }

    /** Data that do not fit are wrong usage, here as in a run. */
    private static int exitCode(Set<CheckResult.Status> met) {
        if (met.contains(CheckResult.Status.DATA_FAULT)) {
            return ExitCode.USAGE;
        }
        return EnumSet.of(CheckResult.Status.OK).containsAll(met) ? ExitCode.OK : ExitCode.FAILED_CHECK;
    }

    private void print(CheckResult result) {
        String difference = result.largestDifference() < 0
                ? ""
                : " (largest difference %.3g)".formatted(result.largestDifference());
        if (output.json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("path", result.path());
            line.put("status", result.status().text());
            line.put("reason", result.reason());
            if (result.largestDifference() >= 0) {
                line.put("largestDifference", result.largestDifference());
            }
            console.out().println(RecordJson.canonical(line));
        } else {
            console.out()
                    .println(result.path() + ": " + result.status().text().replace('_', ' ') + ": " + result.reason()
                            + difference);
        }
        console.out().flush();
    }
}
