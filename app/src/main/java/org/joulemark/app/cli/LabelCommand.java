package org.joulemark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.joulemark.app.workbench.ReportInputs;
import org.joulemark.app.workbench.Selection;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.label.PdfLabel;
import org.joulemark.reports.label.PngLabel;
import org.joulemark.reports.label.SvgLabel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the measurement statement of a version. */
@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        description = "Write the measurement statement of one version as SVG and PNG, and as PDF if asked.")
final class LabelCommand implements Callable<Integer> {
    private static final String USUAL_NAME = "label";

    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "RUN[:VERSION]",
            arity = "0..1",
            defaultValue = "last",
            description = "Run and version of the history (default: the first version of the last run).")
    private String what = "last";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = USUAL_NAME,
            description = "Target; .svg and .png are written, and .pdf too if FILE ends so (default " + USUAL_NAME
                    + "); in a folder that is there, " + USUAL_NAME + ".svg and " + USUAL_NAME + ".png.")
    private Path out = Path.of(USUAL_NAME);

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
            List<Path> files = new ArrayList<>();
            for (Report report : reports()) {
                Path file = Path.of(stem() + "." + report.extension());
                ReportFiles.write(report, input, file);
                files.add(file);
            }
            new WrittenFiles(files.toArray(Path[]::new)).print(console, output.json, Stream.of(subject));
            return ExitCode.OK;
        }
    }

    private String target() {
        return WrittenFiles.target(out, USUAL_NAME).toString();
    }

    private String stem() {
        return target().replaceFirst("\\.(svg|png|pdf)$", "");
    }

    private List<Report> reports() {
        List<Report> reports = new ArrayList<>(List.of(new SvgLabel(), new PngLabel()));
        if (target().endsWith(".pdf")) {
            reports.add(new PdfLabel());
        }
        return reports;
    }
}
