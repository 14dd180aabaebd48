package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joulemark.engine.bench.RunJournal;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was measured is its owner's business. */
class PrivacyTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path parent;

    @BeforeEach
    void needsPermissions() {
        Assumptions.assumeTrue(
                parent.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX permissions");
    }

    @Test
    void aNewHistoryIsReadableByItsOwnerOnly() throws Exception {
        Path folder = parent.resolve("above/data");
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            RunJournal journal = history.journal(RunDigest.none());
            journal.started(SampleRuns.begun("r1", NOON));
            assertThat(modes(folder))
                    .containsKeys("history.db", "history.db-wal", "history.db-shm", SigningKey.FILE_NAME)
                    .allSatisfy((name, mode) -> assertThat(mode).as(name).isEqualTo("rw-------"));
        }
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.getParent())).isEqualTo("rwx------");
    }

    @Test
    void anOldHistoryOpenToAllIsClosedWhenItIsOpenedAgain() throws Exception {
        Path folder = parent.resolve("data");
        record(folder);
        openToAll(folder);
        History.open(folder, Access.READ_WRITE, "ada").close();
        assertThat(modes(folder))
                .containsKeys("history.db", SigningKey.FILE_NAME)
                .allSatisfy((name, mode) -> assertThat(mode).as(name).isEqualTo("rw-------"));
    }

    @Test
    void readingChangesNobodysRights() throws Exception {
        Path folder = parent.resolve("data");
        record(folder);
        openToAll(folder);
        try (History history = History.open(folder, Access.READ_ONLY, "ada")) {
            history.verify(VerifyOptions.plain());
        }
        assertThat(mode(folder.resolve(History.FILE_NAME))).isEqualTo("rw-r--r--");
        assertThat(mode(folder.resolve(SigningKey.FILE_NAME))).isEqualTo("rw-r--r--");
    }

    @Test
    void whatALinkLeadsToKeepsItsRights() throws Exception {
        Path folder = parent.resolve("data");
        record(folder);
        Path key = folder.resolve(SigningKey.FILE_NAME);
        Path victim = parent.resolve("victim.txt");
        Files.move(key, victim);
        Files.setPosixFilePermissions(victim, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(key, Path.of("../victim.txt"));
        for (Access access : Access.values()) {
            History.open(folder, access, "ada").close();
            assertThat(mode(victim)).as(access.toString()).isEqualTo("rw-r--r--");
        }
    }

    private static void record(Path folder) throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(history.journal(RunDigest.none()), "r1", NOON);
        }
    }

    private static void openToAll(Path folder) throws IOException {
        for (String name : modes(folder).keySet()) {
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    @Test
    void aFolderThatSomebodyChoseKeepsTheRightsItHas() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("shared"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        History.open(folder, Access.READ_WRITE, "ada").close();

        assertThat(mode(folder)).isEqualTo("rwxr-xr-x");
    }

    private static Map<String, String> modes(Path folder) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                modes.put(file.getFileName().toString(), mode(file));
            }
        }
        return modes;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
