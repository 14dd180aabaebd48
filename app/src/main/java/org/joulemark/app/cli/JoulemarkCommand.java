package org.joulemark.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself. */
@Command(
        name = "joulemark",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Measures how accurate, how fast and how much energy ONNX models are on this machine.",
        footer = {
            "",
            "Without a verb the desktop opens; desktop --screenshot=FILE.png opens it, writes its picture and ends.",
            "Exit codes: 0 done, 1 a check failed, 2 wrong usage, 3 a verification that cannot tell, 4 not comparable,",
            "5 the measurement failed.",
            "Data lie in the platform's data folder; JOULEMARK_HOME names another."
        },
        subcommands = {
            QuickstartCommand.class,
            DevicesCommand.class,
            InspectCommand.class,
            CheckCommand.class,
            RunCommand.class,
            CompareCommand.class,
            LabelCommand.class,
            ReportCommand.class,
            HistoryCommand.class
        })
final class JoulemarkCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }
}
