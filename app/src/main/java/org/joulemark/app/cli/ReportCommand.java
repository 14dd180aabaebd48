package org.joulemark.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.joulemark.app.workbench.ReportInputs;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.excel.WorkbookReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the workbook. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write an Excel workbook of versions with live formulas.")
final class ReportCommand implements Callable<Integer> {
    private static final String USUAL_NAME = "report.xlsx";

    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ComparedOptions compared = new ComparedOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = USUAL_NAME,
            description = "Target (default " + USUAL_NAME + "); in a folder that is there, " + USUAL_NAME + ".")
    private Path out = Path.of(USUAL_NAME);

    ReportCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        try (History history = workbench.history(Access.READ_ONLY)) {
            Comparison comparison = compared.comparison(history);
            Path file = WrittenFiles.target(out, USUAL_NAME);
            ReportFiles.write(new WorkbookReport(), ReportInputs.of(history, comparison, comparison.baseline()), file);
            new WrittenFiles(file)
                    .print(
                            console,
                            output.json,
                            Stream.concat(Stream.of(comparison.baseline()), comparison.others().stream()));
            return ExitCode.OK;
        }
    }
}
