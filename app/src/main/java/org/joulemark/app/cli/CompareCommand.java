package org.joulemark.app.cli;

import java.util.concurrent.Callable;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets versions side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Set versions of the history side by side, with differences, intervals and verdicts.")
final class CompareCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ComparedOptions compared = new ComparedOptions();

    @Option(names = "--all", description = "Show every metric.")
    private boolean all;

    CompareCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        try (History history = workbench.history(Access.READ_ONLY)) {
            Comparison comparison = compared.comparison(history);
            if (output.json) {
                console.out().println(ComparisonJson.of(comparison));
            } else {
                new ComparisonTable(comparison, all).lines().forEach(console.out()::println);
            }
            return ExitCode.OK;
        }
    }
}
