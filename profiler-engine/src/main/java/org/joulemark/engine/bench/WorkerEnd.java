package org.joulemark.engine.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joulemark.engine.model.Failure;

/**
 * Says in words how a worker process ended: what the model did is told apart from what was done to the worker. Exit
 * values are 128 + signal, as shells count, or on Windows an NTSTATUS.
 */
final class WorkerEnd {
    /** Signals by which a program ends itself. */
    private static final Map<Integer, String> OWN_SIGNALS = Map.of(
            4, "illegal instruction (SIGILL)",
            6, "abort (SIGABRT)",
            7, "bus error (SIGBUS)",
            8, "arithmetic error such as a division overflow (SIGFPE)",
            11, "memory access error (SIGSEGV)");

    private static final int KILL = 9;

    /** Signals by which somebody asks a program to end. */
    private static final Map<Integer, String> ASKING_SIGNALS = Map.of(1, "SIGHUP", 2, "SIGINT", 15, "SIGTERM");

    /** The Java runtime's words for a signal that another process sent. */
    private static final String SENT = "sent by kill";

    private static final String NOT_LOADABLE = "UnsatisfiedLinkError: ";
    private static final String START = "start";

    private WorkerEnd() {}

    /**
     * The process ended while doing {@code stage}.
     *
     * @param memoryKills how many processes the system killed for lack of memory while this one lived
     */
    static Failure ended(String stage, int exitValue, String tail, long memoryKills) {
        int signal = exitValue - 128;
        String own = OWN_SIGNALS.get(signal);
        if (signal == KILL) {
            return killed(
                    stage, "SIGKILL" + (memoryKills > 0 ? ", most likely by the system for lack of memory" : ""), tail);
        }
        if (ASKING_SIGNALS.containsKey(signal)) {
            return killed(stage, ASKING_SIGNALS.get(signal), tail);
        }
        if (own != null && tail.contains(SENT)) {
            return killed(stage, own, tail);
        }
        if (own != null || exitValue < 0) {
            String how = own == null
                    ? "exit code 0x" + Integer.toHexString(exitValue).toUpperCase(Locale.ROOT)
                    : own;
            String who = stage.equals(START)
                    ? "the worker process crashed at its start: "
                    : "the model crashed ONNX Runtime: ";
            return new Failure(stage, "crashed", who + how, lastLines(tail));
        }
        return new Failure(stage, "crashed", bySelf(exitValue, tail), lastLines(tail));
    }

    /** This program ended it because it was asked to. */
    static Failure stopped(String stage) {
        return new Failure(stage, "killed", "ended by this program", "");
    }

    /** The process did not answer in time. */
    static Failure hung(String stage, long nanos, String tail) {
        long seconds = Math.max(1, nanos / 1_000_000_000);
        return new Failure(stage, "hung", "no answer within " + seconds + " s, ended", lastLines(tail));
    }

    /** The process grew beyond its limit. */
    static Failure tooLarge(String stage, long limitBytes, String tail) {
        return new Failure(
                stage,
                "out-of-memory",
                "needs more than the memory limit of " + (limitBytes >> 20) + " MiB, ended",
                lastLines(tail));
    }

    private static Failure killed(String stage, String how, String tail) {
        return new Failure(
                stage,
                "killed",
                "the worker process was killed from outside (" + how + "), which says nothing about the model",
                lastLines(tail));
    }

    private static String bySelf(int exitValue, String tail) {
        String why = tail.lines()
                .filter(line -> line.startsWith("Exception in thread"))
                .findFirst()
                .orElse("");
        int at = why.indexOf(NOT_LOADABLE);
        return at < 0
                ? "the worker process ended with exit code " + exitValue + (why.isEmpty() ? "" : ": " + why)
                // The runtime names the file twice.
                : "a library of ONNX Runtime cannot be loaded: "
                        + why.substring(at + NOT_LOADABLE.length()).replaceFirst("^(.+: )\\1", "$1")
                        + " (a folder mounted noexec? JOULEMARK_HOME names another)";
    }

    private static String lastLines(String tail) {
        return tail.lines().skip(Math.max(0, tail.lines().count() - 20)).collect(Collectors.joining("\n"));
    }
}
