package org.joulemark.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.joulemark.app.workbench.ReportInputs;
import org.joulemark.app.workbench.Selection;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.label.PngLabel;
import org.joulemark.reports.label.SvgLabel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the measurement statement of a version. */
@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        description = "Write the measurement statement of one version as SVG and PNG.")
final class LabelCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "RUN[:VERSION]",
            defaultValue = "last",
            description = "Run and version of the history (default: the first version of the last run).")
    private String what = "last";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Target; .svg and .png are written (default label).")
    private @Nullable Path out;

    LabelCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        try (History history = workbench.history(Access.READ_ONLY)) {
            Contender subject = Selection.of(history, List.of(what)).getFirst();
            Comparison comparison = Comparisons.of(List.of(subject), history.evidence());
            ReportInput input = ReportInputs.of(history, comparison, subject);
            String stem = (out == null ? Path.of("label") : out).toString().replaceFirst("\\.(svg|png)$", "");
            ReportFiles.write(new SvgLabel(), input, Path.of(stem + ".svg"));
            ReportFiles.write(new PngLabel(), input, Path.of(stem + ".png"));
            new WrittenFiles(Path.of(stem + ".svg"), Path.of(stem + ".png")).print(console, output.json);
            return ExitCode.OK;
        }
    }
}
