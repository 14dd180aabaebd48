package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.joulemark.engine.bench.BenchListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FlippedByteTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void anyFlippedBitEndsInAVerdict() throws Exception {
        FlippedBytes.Outcome outcome = new FlippedBytes(history(folder)).flip(400, 17);
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.found()).isGreaterThan(outcome.benign());
    }

    /** A copy, alone in a folder, of a history with a real run. */
    static Path history(Path folder) throws Exception {
        Path made = folder.resolve("made");
        try (History history = History.open(made, Access.READ_WRITE, "ada")) {
            RealRuns.runner(history.journal(RealRuns.figures())).run(RealRuns.plan(), BenchListener.silent());
        }
        Path alone = Files.createDirectory(folder.resolve("alone"));
        return Files.copy(made.resolve(History.FILE_NAME), alone.resolve(History.FILE_NAME));
    }
}
