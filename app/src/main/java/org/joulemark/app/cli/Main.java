package org.joulemark.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.model.UserError;
import picocli.CommandLine;

/** Runs one command line. */
public final class Main {
    private Main() {}

    /** Gives the exit code, see {@link ExitCode}. */
    public static int run(String... args) {
        return run(system(), Workbench::new, args);
    }

    /** Says what went wrong outside any verb, and gives the exit code. */
    public static int complain(Throwable trouble, String... args) {
        return report(system(), trouble, args);
    }

    /** Runs with other streams and another data folder; tests read what a person would. */
    static int run(Console console, Supplier<Workbench> workbench, String... args) {
        try {
            return line(console, workbench.get(), args).execute(args);
        } catch (RuntimeException | Error e) {
            // Whatever happens, a person gets one line and a program its exit code.
            return report(console, e, args);
        }
    }

    private static Console system() {
        return Console.over(System.out, System.err);
    }

    private static CommandLine line(Console console, Workbench workbench, String... args) {
        CommandLine line = new CommandLine(new JoulemarkCommand(), new Commands(workbench, console));
        line.setOut(console.help());
        line.setErr(console.helpErr());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // A file called @list is a file.
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, UnusablePath::argument);
        WholeNumbers.readBy(line);
        line.setParameterExceptionHandler((e, _) -> {
            CommandLine verb = e.getCommandLine();
            console.err()
                    .println("joulemark: " + misuse(e) + " ("
                            + verb.getCommandSpec().qualifiedName() + " --help lists what there is)");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, _, _) -> report(console, e, args));
        return line;
    }

    /** What is wrong with a command line; picocli counts arguments, people read them. */
    private static String misuse(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return String.valueOf(e.getMessage()).replace("option option", "option");
        }
        String first = unmatched.getUnmatched().getFirst();
        return e.getCommandLine().getSubcommands().isEmpty()
                ? "one argument too many: '" + first + "'"
                : "unknown verb '" + first + "'";
    }

    private static int report(Console console, Throwable e, String... args) {
        boolean verbose = Arrays.asList(args).contains("--verbose");
        if (verbose) {
            trace(console, e);
        }
        return switch (e) {
            case UserError error -> {
                console.err().println("joulemark: " + error.line());
                yield error.kind() == UserError.Kind.USAGE ? ExitCode.USAGE : ExitCode.MEASUREMENT_FAILED;
            }
            case InvalidPathException path -> {
                console.err().println("joulemark: " + UnusablePath.words(path));
                yield ExitCode.USAGE;
            }
            default -> {
                console.err()
                        .println("joulemark: something unforeseen went wrong: " + e
                                + (verbose ? "" : " (--verbose shows where; please report it)"));
                yield ExitCode.MEASUREMENT_FAILED;
            }
        };
    }

    /** What happened where, outermost first; messages are foreign text and stay on their line. */
    private static void trace(Console console, Throwable thrown) {
        String begin = "";
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            console.err().println(begin + e);
            begin = "caused by ";
            for (StackTraceElement place : e.getStackTrace()) {
                console.err().println("    at " + place);
            }
        }
    }
}
