package org.joulemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joulemark.app.workbench.RecordedFigures;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is one line that tells the truth, and nothing is done that was not asked for. */
class CommandLineTest {
    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("data"));
    }

    @Test
    void anArgumentThatBeginsWithAnAtIsNotAListOfArguments() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), "--help");

        assertThat(terminal.run("inspect", "@" + list)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("@" + list);
    }

    @Test
    void whatIsNoPathIsOneLineWithoutNamesOfClasses() {
        for (List<String> arguments :
                List.of(List.of("inspect", "a\0b"), List.of("run", "a\0b"), List.of("check", "a\0b"))) {
            assertThat(terminal.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
            assertThat(terminal.errLines()).hasSize(1);
            assertThat(terminal.err())
                    .contains("'a\\u0000b' cannot be the name of a file")
                    .doesNotContain("java");
        }
    }

    @Test
    void aLocaleThatCannotNameTheFileIsNamedWithTheRemedy() {
        InvalidPathException unmappable = new InvalidPathException("m\uFFFD\uFFFDdel.onnx", "Malformed input");

        assertThat(UnusablePath.words(unmappable, "ANSI_X3.4-1968"))
                .contains("m\uFFFD\uFFFDdel.onnx", "ANSI_X3.4-1968", "LC_ALL=C.UTF-8");
        assertThat(UnusablePath.words(unmappable, "UTF-8")).contains("Malformed input");
    }

    @Test
    void whatIsNoWholeNumberIsSaidInWordsOfPeople() {
        for (List<String> options : List.of(
                List.of("run", "--window", "nan"),
                List.of("run", "--seed", "x"),
                List.of("run", "--batch", "x"),
                List.of("run", "--threads", "1.5"),
                List.of("run", "--dim", "batch=x"),
                List.of("check", "--timeout", "1e3"))) {
            List<String> arguments = new ArrayList<>(options);
            arguments.add("m.onnx");
            assertThat(terminal.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
            assertThat(terminal.errLines()).hasSize(1);
            assertThat(terminal.err()).contains("is not a whole number").doesNotContain(" long ", " int ");
        }
        terminal.run("run", "--seed", "99999999999999999999", "m.onnx");
        assertThat(terminal.err()).contains("'99999999999999999999' is too large");
    }

    @Test
    void aWrongCommandLineIsAnsweredInWordsAndLeadsToTheHelpOfItsVerb() {
        assertSaid("one argument too many: 'b' (joulemark inspect --help", "inspect", "a", "b");
        assertSaid("for option '--dim' (NAME=SIZE)", "check", "--dim", "batch", "a.onnx");
        assertSaid("Unknown option: '--sede' (joulemark run --help", "run", "--sede", "3", "a.onnx");
        assertSaid("unknown verb 'lst' (joulemark history --help", "history", "lst");
        assertSaid("'' is no name of a file", "inspect", "");
        assertSaid("model 'a' names no file; give FILE or NAME=FILE", "run", "a=");
        assertSaid("unknown provider 'CPU'; there are cpu, cuda, tensorrt", "run", "--provider", "CPU", "a.onnx");
        assertSaid("The site has no name", "run", "--site", "", "a.onnx");
        assertSaid("--limit -3: give 1 to", "history", "list", "--limit", "-3");
    }

    private void assertSaid(String words, String... arguments) {
        assertThat(terminal.run(arguments)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.errLines()).hasSize(1);
        assertThat(terminal.err()).contains(words).doesNotContain("option option");
    }

    @Test
    void helpFits80ColumnsAndEndsItsSentences() {
        for (List<String> verb : List.of(
                List.of("check"),
                List.of("run"),
                List.of("label"),
                List.of("quickstart"),
                List.of("history", "list"))) {
            List<String> arguments = new ArrayList<>(verb);
            arguments.add("--help");
            terminal.run(arguments.toArray(String[]::new));
            assertThat(terminal.out().lines()).allMatch(line -> line.length() <= 80);
            assertThat(terminal.out()).doesNotContain("<").doesNotContain("(folders\n");
        }
        terminal.run("label", "--help");
        assertThat(terminal.out()).contains("[RUN[:VERSION]]");
    }

    @Test
    void aCheckThatMayTakeNoTimeOrMemoryIsRefused() {
        for (String option : List.of("--timeout", "--memory-limit")) {
            assertThat(terminal.run("check", option, "0", "m.onnx")).isEqualTo(ExitCode.USAGE);
            assertThat(terminal.err()).contains(option + " 0: give 1 to 2147483647");
        }
    }

    @Test
    void troubleBeforeAnyVerbIsOneLineToo() {
        Console console = terminal.console();
        int exitCode = Main.run(console, () -> new Workbench(Path.of("d\0ta")), "history", "list");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.errLines()).hasSize(1);
    }

    @Test
    void listingAndVerifyingACutOffHistorySayTheSame() throws Exception {
        Path data = folder.resolve("data");
        History.open(data, Access.READ_WRITE, "ada").close();
        byte[] good = Files.readAllBytes(data.resolve(History.FILE_NAME));
        Files.write(data.resolve(History.FILE_NAME), Arrays.copyOf(good, good.length / 2));

        assertThat(terminal.run("history", "list")).isEqualTo(ExitCode.MEASUREMENT_FAILED);
        assertThat(terminal.err()).contains("cut off").doesNotContain("verify");
        assertThat(terminal.run("history", "verify")).isEqualTo(ExitCode.FAILED_CHECK);
        assertThat(terminal.out()).contains("does NOT hold").contains("cut off").doesNotContain("'joulemark");
        assertThat(terminal.run("history", "verify", "--json")).isEqualTo(ExitCode.FAILED_CHECK);
        assertThat(terminal.out()).contains("\"problems\":[{").contains("cut off");
    }

    @Test
    void anyFileInTheHistorysPlaceHasAVerdict() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path file = data.resolve(History.FILE_NAME);
        assertThat(terminal.run("history", "verify")).isEqualTo(ExitCode.USAGE);
        Files.createFile(file);
        assertThat(terminal.run("history", "verify")).isEqualTo(ExitCode.FAILED_CHECK);
        assertThat(terminal.out()).contains("does NOT hold").contains("is empty");
        Files.delete(file);
        History.open(data, Access.READ_WRITE, "ada").close();
        assertThat(terminal.run("history", "verify")).isEqualTo(ExitCode.OK);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 100, (byte) 0);
        Files.write(file, bytes);
        assertThat(terminal.run("history", "verify")).isEqualTo(ExitCode.UNDECIDED);
        assertThat(terminal.out()).contains("could NOT be checked").contains("is not a history");
    }

    @Test
    void aRunThatDiedIsShownWithoutMadeUpNumbersAndItsHistoryVerifiesAsIncompleteUntilItIsClosed() throws Exception {
        Path data = folder.resolve("data");
        try (History history = History.open(data, Access.READ_WRITE, "ada")) {
            history.journal(RecordedFigures::of).started(DeadRun.begun());
        }
        assertThat(terminal.run("history", "verify")).isEqualTo(ExitCode.UNDECIDED);
        assertThat(terminal.out()).contains("of 1 runs only the beginning is signed");
        assertThat(terminal.run("history", "verify", "--json")).isEqualTo(ExitCode.UNDECIDED);
        assertThat(terminal.out()).contains("\"signedTo\":\"3\"", "\"takenAsRecorded\":[\"facts of machine");
        try (History history = History.open(data, Access.READ_WRITE, "ada")) {
            history.journal(RecordedFigures::of).finished(DeadRun.begun());
        }
        terminal.run("history", "show");
        assertThat(terminal.out()).doesNotContain("-1.000").contains("CPU time not known", "ONNX Runtime not known");
    }

    @Test
    void aFolderAsTargetGetsAFileOfTheUsualName() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));

        assertThat(WrittenFiles.target(there, "report.xlsx")).isEqualTo(there.resolve("report.xlsx"));
        assertThat(WrittenFiles.target(folder.resolve("new"), "report.xlsx")).isEqualTo(folder.resolve("new"));
        for (String verb : List.of("label", "report")) {
            terminal.run(verb, "--help");
            assertThat(terminal.out().replaceAll("\\s+", " ")).contains("in a folder that is there");
        }
    }
}
