package org.joulemark.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Recompute;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.Head;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.VerifyOptions;
import org.joulemark.engine.history.VerifyReport;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.power.EnergyWindow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies the history. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check every event, blob and signature, and recompute every figure from the raw samples.",
            "Exit code 0: everything holds and was checked. 1: altered or damaged; the first event that does not hold"
                    + " is named.",
            "3: nothing was found altered, but events behind the last signature are not signed (a run goes on or ended"
                    + " in a crash), or something could not be checked."
        })
final class HistoryVerifyCommand implements Callable<Integer> {
    private static final int MOST_LINES = 20;

    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--head",
            paramLabel = "LEDGER/SEQ/HASH",
            description =
                    "A head printed on a label or workbook, or the text of a label's QR code as scanned: shows that"
                            + " nothing up to it was cut off or rewritten; what came after it is not covered.")
    private @Nullable String head;

    HistoryVerifyCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    private void print(List<String> details) {
        details.stream().limit(MOST_LINES).forEach(line -> console.out().println("  " + line));
        if (details.size() > MOST_LINES) {
            console.out().println("  … and " + (details.size() - MOST_LINES) + " more; --json lists them");
        }
    }

    @Override
    public Integer call() throws UserError {
        VerifyOptions options = VerifyOptions.plain()
                .recomputing((run, recorded, evidence) ->
                        Recompute.differences(run, evidence, EnergyWindow::over, recorded));
        String anchor = head;
        if (anchor != null) {
            options = options.expecting(Head.parse(anchor));
        }
        VerifyReport report = report(options);
        if (output.json) {
            console.out().println(RecordJson.canonical(report));
        } else {
            console.out().println(report.summary());
            print(report.details());
            if (report.head() != null) {
                console.out().println(VerifyReport.AT_ITS_WORD);
            }
        }
        return switch (report.outcome()) {
            case HOLDS -> ExitCode.OK;
            case ALTERED -> ExitCode.FAILED_CHECK;
            case INCOMPLETE, UNCHECKED -> ExitCode.UNDECIDED;
        };
    }

    /** Whatever lies in the history's place has a verdict, also what cannot be opened. */
    private VerifyReport report(VerifyOptions options) throws UserError {
        try (History history = workbench.history(Access.READ_ONLY)) {
            return history.verify(options);
        } catch (UserError e) {
            if (e.kind() == UserError.Kind.DAMAGED) {
                return VerifyReport.unreadable(e.line());
            }
            if (History.exists(workbench.dataFolder())) {
                return VerifyReport.uncheckable(e.line());
            }
            throw e;
        }
    }
}
