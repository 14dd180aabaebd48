package org.joulemark.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Measures models. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Measure accuracy, latency, energy and CO2e of model versions, interleaved, and remember the run.")
final class RunCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            description = "ONNX files, the baseline first; NAME=FILE gives a version another name.")
    private List<String> models = List.of();

    RunCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        workbench.requireNatives();
        BenchPlan plan = options.plan(models, workbench.machine());
        String where = options.site;
        Site site = where == null ? null : workbench.site(where);
        try (History history = workbench.history(Access.READ_WRITE)) {
            history.openingNotes().forEach(console.err()::println);
            Run run = new Measurement(workbench, console).run(history, plan, site);
            if (output.json) {
                console.out().println(RunJson.of(run));
            } else {
                new RunTable(run).lines().forEach(console.out()::println);
            }
            return run.ending().status() == RunStatus.COMPLETED ? ExitCode.OK : ExitCode.MEASUREMENT_FAILED;
        }
    }
}
