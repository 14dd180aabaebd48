package org.joulemark.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.Foreign;
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
        out.println("run      " + Foreign.word(run.id().value()) + ", "
                + run.ending().status()
                + (run.ending().reason().isEmpty()
                        ? ""
                        : " (" + Foreign.sentence(run.ending().reason()) + ")"));
        out.println(
                "when     " + run.setting().startedAt() + " to " + run.ending().finishedAt());
        out.println("machine  " + Foreign.word(run.setting().machine().cpuName()) + ", "
                + Foreign.word(run.setting().machine().operatingSystem()));
        out.println("software joulemark " + run.setting().software().joulemark() + ", ONNX Runtime "
                + known(run.setting().software().onnxRuntime()) + ", Java "
                + run.setting().software().java());
        out.println("preset   " + run.plan().settings().name() + ", seed "
                + run.plan().seed());
        if (run.setting().dataset() != null) {
            out.println("data     " + run.setting().dataset().name() + ", "
                    + run.setting().dataset().rows() + " rows, sha256 "
                    + run.setting().dataset().sha256());
        }
        out.println("site     "
                + (run.setting().site() == null
                        ? "none given"
                        : run.setting().site().id() + ", PUE "
                                + run.setting().site().pue()));
        out.println("observer sampler " + cpuSeconds(run.evidence().observer().samplerCpuSeconds()) + ", this program "
                + cpuSeconds(run.evidence().observer().hostCpuSeconds())
                + " in %.1f s of trials".formatted(run.evidence().observer().trialNanos() / 1e9));
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
