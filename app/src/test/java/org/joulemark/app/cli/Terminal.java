package org.joulemark.app.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.app.workbench.Workbench;

/** Runs command lines as a person would, over a data folder of the test, and keeps what they printed. */
final class Terminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path dataFolder;

    Terminal(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    Console console() {
        return Console.over(out, err);
    }

    /** Runs and gives the exit code; what was printed before is forgotten. */
    int run(String... args) {
        out.reset();
        err.reset();
        return Main.run(
                console(),
                () -> new Workbench(dataFolder, Path.of("target", "test-cache").toAbsolutePath()),
                args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> errLines() {
        return err().lines().toList();
    }
}
