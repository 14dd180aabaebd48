package org.joulemark.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunFilter;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List all runs, newest first, failed ones too.")
final class HistoryListCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--limit",
            paramLabel = "RUNS",
            defaultValue = "50",
            description = "Runs to list at most (default 50).")
    private long limit;

    HistoryListCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        int most = Math.toIntExact(WholeNumbers.some("--limit", limit));
        try (History history = workbench.history(Access.READ_ONLY)) {
            List<RunSummary> runs = history.list(RunFilter.all().limit(most));
            if (output.json) {
                runs.forEach(run -> console.out().println(RecordJson.canonical(run)));
            } else if (runs.isEmpty()) {
                console.out().println("No runs yet. joulemark quickstart makes one.");
            } else {
                print(runs);
            }
            return ExitCode.OK;
        }
    }

    private void print(List<RunSummary> runs) {
        TextTable table = new TextTable(7, "run", "started (UTC)", "status", "grade", "preset", "site", "versions");
        for (RunSummary run : runs) {
            table.add(
                    run.id().value(),
                    run.startedAt().toString().replaceAll("\\.[0-9]+Z", "Z"),
                    run.status() == null ? "running" : run.status().name().toLowerCase(Locale.ROOT),
                    run.grade() == null ? "" : run.grade().name(),
                    run.preset(),
                    run.site() == null ? "none" : run.site(),
                    String.join(", ", run.models()));
        }
        table.lines().forEach(console.out()::println);
    }
}
