package org.joulemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the system starts it: in poor surroundings it works, or says in one line what to do. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "joulemark").toAbsolutePath();

    @TempDir
    Path folder;

    private record Ended(int exitCode, List<String> lines) {}

    @BeforeEach
    void needsALocale() {
        Assumptions.assumeFalse(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"),
                "Windows has no such locales");
        Assumptions.assumeTrue(
                System.getProperty("sun.jnu.encoding", "").equals("UTF-8"), "the test must name such files itself");
    }

    @Test
    void theScriptGivesJavaALocaleThatCanNameEveryFile() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/app/target"))
                .getParent()
                .getParent();
        Files.createFile(home.resolve("app/target/joulemark-app.jar"));
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(jdk.resolve("bin").resolve(tool), "#!/bin/sh\nexec locale charmap\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Path script = Files.copy(SCRIPT, home.resolve("joulemark"));

        for (Map<String, String> locale : List.of(
                Map.of("LC_ALL", "C"),
                Map.of("LC_ALL", "POSIX"),
                Map.of("LC_ALL", "xx_XX.UTF-8"),
                Map.of("LANG", "C"),
                Map.of("LC_ALL", "C.UTF-8"))) {
            ProcessBuilder start = new ProcessBuilder("sh", script.toString(), "history");
            start.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
            start.environment().putAll(locale);
            start.environment().put("JOULEMARK_JAVA_HOME", jdk.toString());

            assertThat(end(start).lines().getLast()).as(locale.toString()).isEqualTo("UTF-8");
        }
    }

    @Test
    void aDataFolderTheLocaleCannotNameIsOneLine() throws Exception {
        ProcessBuilder start = program(List.of(), "history", "list");
        start.environment().put("LC_ALL", "C");
        start.environment().put("JOULEMARK_HOME", folder.resolve("d\u00e4ta").toString());
        Ended ended = end(start);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.lines()).singleElement().asString().contains("LC_ALL=C.UTF-8");
    }

    @Test
    void nativeLibrariesAreUnpackedWhereTheyMayRun() throws Exception {
        Path noexec = noexec().orElse(null);
        Assumptions.assumeTrue(noexec != null, "no writable file system is mounted noexec here");
        Path data = folder.resolve("data");
        History.open(data, Access.READ_WRITE, "ada").close();
        ProcessBuilder start = program(List.of("-Djava.io.tmpdir=" + noexec), "history", "list");
        start.environment().put("JOULEMARK_HOME", data.toString());
        Ended ended = end(start);

        assertThat(ended.lines()).containsExactly("No runs yet. joulemark quickstart makes one.");
        assertThat(ended.exitCode()).isZero();
        try (Stream<Path> left = Files.list(data.resolve("cache"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whereNothingMayRunTheFoldersAndTheRemedyAreNamed() throws Exception {
        Path noexec = noexec().orElse(null);
        Assumptions.assumeTrue(noexec != null, "no writable file system is mounted noexec here");
        Path data = Files.createTempDirectory(noexec, "data");
        try {
            ProcessBuilder start = program(List.of("-Djava.io.tmpdir=" + noexec), "devices");
            start.environment().put("JOULEMARK_HOME", data.toString());
            Ended ended = end(start);

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.lines()).singleElement().asString().contains(noexec.toString(), "JOULEMARK_HOME");
        } finally {
            Files.deleteIfExists(data.resolve("cache"));
            Files.delete(data);
        }
    }

    private static Optional<Path> noexec() throws IOException {
        Path mounts = Path.of("/proc/mounts");
        if (!Files.isReadable(mounts)) {
            return Optional.empty();
        }
        return Files.readAllLines(mounts).stream()
                .map(line -> line.split(" "))
                .filter(mount ->
                        mount[2].equals("tmpfs") && List.of(mount[3].split(",")).contains("noexec"))
                .map(mount -> Path.of(mount[1]))
                .filter(Files::isWritable)
                .findFirst();
    }

    private static ProcessBuilder program(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Lines of both outputs together. */
    private static Ended end(ProcessBuilder start) throws IOException, InterruptedException {
        Process process = start.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed.lines().toList());
    }
}
