package org.joulemark.engine.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;

/** Ends a {@link KilledRun} as kill -9 does and looks at what it leaves. */
final class Kill {
    private Kill() {}

    /** When the run is ended. */
    @FunctionalInterface
    interface Moment {
        /** Returns when it is time; has noted every word it heard. */
        void await(Process run, BufferedReader said, Heard heard) throws IOException, InterruptedException;
    }

    /** What the run had said before it was gone. */
    static final class Heard {
        private int trials;
        private boolean started;
        private boolean finished;

        /** @return whether there was a word */
        boolean note(String word) {
            trials += KilledRun.TRIAL.equals(word) ? 1 : 0;
            started |= KilledRun.STARTED.equals(word);
            finished |= KilledRun.FINISHED.equals(word);
            return word != null;
        }
    }

    /**
     * What was left.
     *
     * @param promised trials that were committed for sure
     * @param kept trials in the record that recovery made
     * @param ended whether the run had ended by itself
     * @param problems what does not hold
     */
    record Left(int promised, int kept, boolean ended, List<String> problems) {
        boolean sound() {
            return problems.isEmpty() && kept >= promised;
        }
    }

    /** The instant at which the given trial was committed. */
    static Moment commit(int trial) {
        return (run, said, heard) -> {
            while (heard.trials < trial && heard.note(said.readLine())) {
                // Reads on.
            }
        };
    }

    /** The instant at which the given word was said. */
    static Moment word(int number) {
        return (run, said, heard) -> {
            for (int i = 0; i < number && heard.note(said.readLine()); i++) {
                // Reads on.
            }
        };
    }

    /** Any instant after the run has begun. */
    static Moment after(long millis) {
        return (run, said, heard) -> {
            while (!heard.started && heard.note(said.readLine())) {
                // Reads on.
            }
            run.waitFor(millis, TimeUnit.MILLISECONDS);
        };
    }

    static Left at(Moment moment, Path folder) throws Exception {
        Heard heard = new Heard();
        Process run = start(folder);
        try (BufferedReader said = run.inputReader(StandardCharsets.UTF_8)) {
            moment.await(run, said, heard);
            // Through the handle, because Process.destroyForcibly would close what the program has said.
            run.toHandle().destroyForcibly();
            run.waitFor();
            while (heard.note(said.readLine())) {
                // Reads on.
            }
        }
        return left(folder, heard);
    }

    private static Left left(Path folder, Heard heard) throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            List<String> problems = history.verify(RealRuns.recomputing()).problems().stream()
                    .map(VerifyReport.Problem::text)
                    .toList();
            if (history.list(RunFilter.all()).isEmpty()) {
                return new Left(0, 0, false, problems);
            }
            Run run = history.run("last");
            int kept = run.versions().stream()
                    .mapToInt(version -> version.trials().size())
                    .sum();
            if (heard.finished && run.ending().status() != RunStatus.COMPLETED) {
                throw new AssertionError(
                        "it had said that it finished: " + run.ending().status());
            }
            return new Left(heard.trials, kept, run.ending().status() != RunStatus.INTERRUPTED, problems);
        }
    }

    private static Process start(Path folder) throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("tmp"));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + scratch,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
