package org.joulemark.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.joulemark.engine.model.UserError;
import picocli.CommandLine;

/** Runs one command line. */
public final class Main {
    private Main() {}

    /** Gives the exit code, see {@link ExitCode}. */
    public static int run(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(new Console(out, err), args);
    }

    /** Says what went wrong outside any verb, and gives the exit code. */
    public static int complain(UserError error) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return report(new Console(err, err), error);
    }

    /** Runs with other streams; tests read what a person would. */
    static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new JoulemarkCommand(), new Commands(console));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, _) -> {
            String words = e instanceof CommandLine.UnmatchedArgumentException unmatched
                            && e.getCommandLine().getParent() == null
                    ? "unknown verb '" + unmatched.getUnmatched().getFirst() + "'"
                    : e.getMessage();
            console.err().println("joulemark: " + words + " (joulemark --help lists what there is)");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, _, _) -> report(console, e, args));
        return line.execute(args);
    }

    private static int report(Console console, Exception e, String... args) {
        boolean verbose = Arrays.asList(args).contains("--verbose");
        if (verbose) {
            e.printStackTrace(console.err());
        }
        if (e instanceof UserError error) {
            console.err().println("joulemark: " + error.line());
            return error.kind() == UserError.Kind.USAGE ? ExitCode.USAGE : ExitCode.MEASUREMENT_FAILED;
        }
        console.err()
                .println("joulemark: something unforeseen went wrong: " + e
                        + (verbose ? "" : " (--verbose shows where; please report it)"));
        return ExitCode.MEASUREMENT_FAILED;
    }
}
