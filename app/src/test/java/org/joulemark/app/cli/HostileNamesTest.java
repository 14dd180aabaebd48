package org.joulemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.joulemark.engine.bench.Stage;
import org.joulemark.engine.model.DeviceId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that a stranger chose reach the terminal as names. */
class HostileNamesTest {
    /** Sets the window's title, clears the screen, turns the reading direction, and pretends that all is done. */
    private static final String NAME =
            "a\u001b]0;owned\u0007\u001b[2J\u202e\n[done ] run 20260101T000000Z-000000 is in the history\n.onnx";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void open() {
        Assumptions.assumeFalse(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"),
                "Windows allows no such names");
        terminal = new Terminal(folder.resolve("data"));
    }

    @Test
    void aModelsNameForgesNoLineOfItsDescription() throws Exception {
        Path model = folder.resolve(NAME);
        try (InputStream sample = Objects.requireNonNull(
                HostileNamesTest.class.getResourceAsStream("/org/joulemark/samples/iris-v2-logistic.onnx"))) {
            Files.copy(sample, model);
        }

        assertThat(terminal.run("inspect", model.toString())).isZero();
        assertPlain(terminal.out());
        assertThat(terminal.out().lines()).noneMatch(line -> line.startsWith("[done ]"));
    }

    @Test
    void anErrorAboutAFileIsOneLine() {
        assertThat(terminal.run("inspect", folder.resolve(NAME).toString())).isEqualTo(ExitCode.USAGE);
        assertPlain(terminal.err());
        assertThat(terminal.errLines()).hasSize(1);
    }

    @Test
    void whatTheArgumentParserSaysIsOneLine() {
        assertThat(terminal.run(NAME)).isEqualTo(ExitCode.USAGE);
        assertPlain(terminal.err());
        assertThat(terminal.errLines()).hasSize(1);
        assertThat(terminal.run("run", "--batch", NAME, "x.onnx")).isEqualTo(ExitCode.USAGE);
        assertPlain(terminal.err());
        assertThat(terminal.errLines()).hasSize(1);
    }

    @Test
    void aVersionsNameForgesNoProgressLine() {
        ProgressLine progress = new ProgressLine(terminal.console().err());
        progress.stage(new Stage(Stage.Kind.TRIAL, null, NAME, DeviceId.CPU, 1, 3, 0), 0.5, 0);

        assertPlain(terminal.err());
        assertThat(terminal.errLines()).hasSize(1);
    }

    @Test
    void theTraceOfAnErrorIsPlainToo() {
        assertThat(terminal.run("inspect", "--verbose", folder.resolve(NAME).toString()))
                .isEqualTo(ExitCode.USAGE);
        assertPlain(terminal.err());
        assertThat(terminal.errLines()).noneMatch(line -> line.startsWith("[done ]"));
    }

    @Test
    void helpKeepsItsLines() {
        assertThat(terminal.run("inspect", "--help")).isZero();
        assertThat(terminal.out().lines().count()).isGreaterThan(3);
        assertThat(terminal.out()).doesNotContain("\\u");
    }

    private static void assertPlain(String printed) {
        assertThat(printed).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]");
        assertThat(printed).contains("\\u001b]0;owned\\u0007").contains("\\u202e\\u000a[done ]");
    }
}
