package org.joulemark.engine.bench;

import java.util.Map;
import java.util.stream.Collectors;
import org.joulemark.engine.model.Failure;

/** Says in words how a worker process ended. */
final class WorkerEnd {
    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "illegal instruction (SIGILL)",
            6, "abort (SIGABRT)",
            7, "bus error (SIGBUS)",
            8, "arithmetic error such as a division overflow (SIGFPE)",
            9, "killed (SIGKILL), often by the system for lack of memory",
            11, "memory access error (SIGSEGV)",
            15, "terminated (SIGTERM)");

    private WorkerEnd() {}

    /** The process ended by itself with this exit value (128 + signal, as shells count) while doing {@code stage}. */
    static Failure crashed(String stage, int exitValue, String tail) {
        String signal = SIGNALS.get(exitValue - 128);
        String how = signal == null ? "exit code " + exitValue : signal;
        return new Failure(stage, "crashed", "the model crashed ONNX Runtime: " + how, lastLines(tail));
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

    private static String lastLines(String tail) {
        return tail.lines().skip(Math.max(0, tail.lines().count() - 20)).collect(Collectors.joining("\n"));
    }
}
