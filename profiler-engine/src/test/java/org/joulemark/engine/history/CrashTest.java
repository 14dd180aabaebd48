package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.VersionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    @TempDir
    Path folder;

    @Test
    void aKilledProgramLosesNoFinishedTrialAndNoWrittenSample() throws Exception {
        for (int words : new int[] {1, 2, 3, 40, 101}) {
            Path own = folder.resolve("after-" + words);
            int[] said = killAfter(own, words);
            try (History history = History.open(own, Access.READ_WRITE, "ada")) {
                assertThat(history.openingNotes()).singleElement().asString().contains("interrupted");
                assertKept(history, said);
            }
            try (History again = History.open(own, Access.READ_WRITE, "ada")) {
                assertThat(again.openingNotes()).isEmpty();
            }
        }
    }

    @Test
    void aRunThatIsStillWrittenIsLeftAlone() throws Exception {
        Process writer = start(folder);
        try (BufferedReader said = said(writer)) {
            assertThat(said.readLine()).isEqualTo("started");
            try (History history = History.open(folder, Access.READ_WRITE, "eve")) {
                assertThat(history.openingNotes()).isEmpty();
                assertThat(history.list(RunFilter.all()))
                        .singleElement()
                        .extracting(RunSummary::status)
                        .isNull();
            }
            assertThat(said.readLine()).isEqualTo("samples");
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static void assertKept(History history, int[] said) throws Exception {
        Run run = history.run("crash");
        assertThat(run.ending().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(run.setting().startedNanos()).isEqualTo((1L << 60) + 1);
        VersionResult first = run.versions().getFirst();
        assertThat(first.trials()).hasSizeBetween(said[1], said[1] + 1);
        assertThat(first.failure() == null).isEqualTo(!first.trials().isEmpty());
        assertThat(first.latency() == null).isEqualTo(first.trials().isEmpty());
        assertThat(run.versions().getLast().failure()).isNotNull();
        if (said[0] > 0) {
            int samples = history.evidence()
                    .trace(Objects.requireNonNull(run.evidence().traces().get(new SensorId("rapl:package-0"))))
                    .size();
            assertThat(samples).isBetween(10 * said[0], 10 * said[0] + 10);
        }
        assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
    }

    /** Kills the writer after it has said so many words. @return how often it said "samples" and "trial" in all */
    private static int[] killAfter(Path folder, int words) throws Exception {
        Process writer = start(folder);
        int[] counts = new int[2];
        try (BufferedReader said = said(writer)) {
            for (int i = 0; i < words; i++) {
                count(said.readLine(), counts);
            }
            // Through the handle, because Process.destroyForcibly would close what the program has said.
            writer.toHandle().destroyForcibly();
            writer.waitFor();
            for (String rest = said.readLine(); rest != null; rest = said.readLine()) {
                count(rest, counts);
            }
        }
        return counts;
    }

    private static void count(String word, int[] counts) {
        counts[0] += "samples".equals(word) ? 1 : 0;
        counts[1] += "trial".equals(word) ? 1 : 0;
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader said(Process writer) {
        return writer.inputReader(StandardCharsets.UTF_8);
    }
}
