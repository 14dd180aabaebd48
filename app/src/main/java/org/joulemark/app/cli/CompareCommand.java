package org.joulemark.app.cli;

import java.util.concurrent.Callable;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.JudgedMetric;
import org.joulemark.engine.compare.Verdict;
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
        description = {
            "Set versions of the history side by side, with differences, intervals and verdicts.",
            "Exit code 4 if nothing that was measured can be compared."
        })
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
            return comparable(comparison) ? ExitCode.OK : ExitCode.NOT_COMPARABLE;
        }
    }

    /** Whether anything that was measured could be compared; what files are is not measured, and alone needs no run. */
    static boolean comparable(Comparison comparison) {
        return comparison.others().isEmpty()
                || comparison.rows().stream()
                        .filter(row ->
                                !(row.metric() instanceof JudgedMetric judged && judged.basis() instanceof Basis.Exact))
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> compared(cell.verdict()));
    }

    private static boolean compared(Verdict verdict) {
        return switch (verdict) {
            case Verdict.BetterThan _, Verdict.WorseThan _, Verdict.Equal _, Verdict.NoDifferenceShown _ -> true;
            case Verdict.NotComparable _, Verdict.NotJudged _ -> false;
        };
    }
}
