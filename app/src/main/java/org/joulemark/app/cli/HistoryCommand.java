package org.joulemark.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks back. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Look back: list runs, show one, verify that nothing was changed.",
        subcommands = {HistoryListCommand.class, HistoryShowCommand.class, HistoryVerifyCommand.class})
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return ExitCode.USAGE;
    }
}
