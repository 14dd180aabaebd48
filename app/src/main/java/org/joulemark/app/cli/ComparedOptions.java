package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which versions to set side by side. */
final class ComparedOptions {
    @Parameters(
            paramLabel = "RUN[:VERSION]",
            arity = "0..*",
            description =
                    "Runs (or single versions of runs) of the history; the first is the baseline (default: last).")
    List<String> what = new ArrayList<>();

    @Option(names = "--baseline", paramLabel = "VERSION", description = "Version all others are compared with.")
    @Nullable
    String baseline;

    Comparison comparison(History history) throws UserError {
        List<Contender> contenders = Selection.of(history, what);
        String first = baseline;
        List<Contender> ordered = first == null ? contenders : Selection.withBaseline(contenders, first);
        return Comparisons.of(ordered, history.evidence());
    }
}
