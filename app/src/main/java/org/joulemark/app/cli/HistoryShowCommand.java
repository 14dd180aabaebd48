package org.joulemark.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one run. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one run.")
final class HistoryShowCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "RUN", defaultValue = "last", description = "Beginning of its id, or last (default).")
    private String id = "last";

    HistoryShowCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        try (History history = workbench.history(Access.READ_ONLY)) {
            Run run = history.run(id);
            if (output.json) {
                console.out().println(RunJson.of(run));
            } else {
                print(run);
            }
            return ExitCode.OK;
        }
    }

    private void print(Run run) {
        PrintWriter out = console.out();
        out.println("run      " + run.id() + ", " + run.status()
                + (run.statusReason().isEmpty() ? "" : " (" + run.statusReason() + ")"));
        out.println("when     " + run.startedAt() + " to " + run.finishedAt());
        out.println("machine  " + run.machine().cpuName() + ", " + run.machine().operatingSystem());
        out.println("software joulemark " + run.software().joulemark() + ", ONNX Runtime "
                + known(run.software().onnxRuntime()) + ", Java "
                + run.software().java());
        out.println("preset   " + run.plan().settings().name() + ", seed "
                + run.plan().seed());
        if (run.dataset() != null) {
            out.println("data     " + run.dataset().name() + ", "
                    + run.dataset().rows() + " rows, sha256 " + run.dataset().sha256());
        }
        out.println("site     "
                + (run.site() == null
                        ? "none given"
                        : run.site().id() + ", PUE " + run.site().pue()));
        out.println("observer sampler " + cpuSeconds(run.observer().samplerCpuSeconds()) + ", this program "
                + cpuSeconds(run.observer().hostCpuSeconds())
                + " in %.1f s of trials".formatted(run.observer().trialNanos() / 1e9));
        out.println();
        new RunTable(run).lines().forEach(out::println);
    }

    /** Of a run whose program died nobody counted it. */
    private static String cpuSeconds(double seconds) {
        return seconds < 0 ? "CPU time not known" : "%.3f CPU s".formatted(seconds);
    }

    private static String known(String version) {
        return version.isEmpty() ? "not known" : version;
    }
}
