package org.joulemark.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.app.workbench.ReportInputs;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.excel.WorkbookReport;
import org.joulemark.reports.label.PngLabel;
import org.joulemark.reports.label.SvgLabel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job on the bundled models, in about a minute. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = "Measure the bundled model family on the CPU; leaves history, comparison, label and workbook.")
final class QuickstartCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "Grid zone or country for CO2e; without it CO2e is not computed.")
    private @Nullable String where;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            defaultValue = "joulemark-quickstart",
            description = "Target folder (default joulemark-quickstart).")
    private Path folder = Path.of("joulemark-quickstart");

    QuickstartCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        workbench.requireNatives();
        String place = where;
        Site site = place == null ? null : workbench.site(place);
        BenchPlan plan = plan();
        Run run;
        // The demonstration keeps a history of its own, beside what it writes.
        Workbench own = new Workbench(folder.resolve("history"), workbench.cacheFolder());
        try (History history = own.history(Access.READ_WRITE)) {
            run = new Measurement(own, console).run(history, plan, site);
        }
        if (!output.json) {
            new RunTable(run).lines().forEach(console.out()::println);
        }
        if (run.ending().status() != RunStatus.COMPLETED) {
            return ExitCode.MEASUREMENT_FAILED;
        }
        try (History history = own.history(Access.READ_ONLY)) {
            report(history, run);
        }
        return ExitCode.OK;
    }

    private BenchPlan plan() throws UserError {
        return BundledFamily.plan(folder.resolve("models"), workbench.machine());
    }

    private void report(History history, Run run) throws UserError {
        PrintWriter out = console.out();
        List<Contender> contenders = run.versions().stream()
                .map(version -> new Contender(run, version))
                .toList();
        Comparison comparison = Comparisons.of(contenders, history.evidence());
        ReportInput input = ReportInputs.of(history, comparison, comparison.baseline());
        ReportFiles.write(new SvgLabel(), input, folder.resolve("label.svg"));
        ReportFiles.write(new PngLabel(), input, folder.resolve("label.png"));
        ReportFiles.write(new WorkbookReport(), input, folder.resolve("report.xlsx"));
        if (output.json) {
            out.println(ComparisonJson.of(comparison));
            return;
        }
        out.println();
        new ComparisonTable(comparison, false).lines().forEach(out::println);
        out.println();
        out.println("label     " + folder.resolve("label.svg") + ", " + folder.resolve("label.png"));
        out.println("workbook  " + folder.resolve("report.xlsx"));
        out.println("history   " + folder.resolve("history") + " (look with JOULEMARK_HOME=" + folder.resolve("history")
                + " joulemark history show)");
    }
}
