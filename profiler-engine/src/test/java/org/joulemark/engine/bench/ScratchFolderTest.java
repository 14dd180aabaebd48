package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves behind is gone after the next start, and nothing of a living one is. */
class ScratchFolderTest {
    @TempDir
    Path parent;

    /** Another process that holds a folder until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            ScratchFolder scratch = ScratchFolder.in(Path.of(args[0]));
            Files.writeString(scratch.path().resolve("native.so"), "x");
            System.out.println(scratch.path());
            System.in.read();
        }
    }

    @Test
    void theFolderOfAKilledProcessIsSweptAndThatOfALivingOneIsNot() throws Exception {
        try (ScratchFolder own = ScratchFolder.in(parent)) {
            Process holder = holder();
            try (BufferedReader words = holder.inputReader(StandardCharsets.UTF_8)) {
                Path foreign = Path.of(words.readLine());
                own.sweep(parent);
                assertThat(foreign.resolve("native.so")).exists();

                holder.destroyForcibly().waitFor();
                assertThat(foreign.resolve("native.so")).exists();
                own.sweep(parent);
                assertThat(foreign).doesNotExist();
            }
            assertThat(own.path()).exists();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatOnlyLooksLikeOursStays() throws Exception {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "x");
        Files.createDirectory(parent.resolve("jmeter-1"));
        Files.writeString(parent.resolve("jm1-1"), "a file");
        try (ScratchFolder own = ScratchFolder.in(parent)) {
            try {
                Files.createSymbolicLink(parent.resolve("jm2-2"), elsewhere);
            } catch (IOException | UnsupportedOperationException e) {
                Assumptions.abort("no links here");
            }
            own.sweep(parent);
        }

        assertThat(elsewhere.resolve("precious")).exists();
        assertThat(parent.resolve("jmeter-1")).exists();
        assertThat(parent.resolve("jm1-1")).exists();
        assertThat(parent.resolve("jm2-2")).exists();
    }

    @Test
    void onlyItsOwnerMayLookIn() throws Exception {
        try (ScratchFolder own = ScratchFolder.in(parent)) {
            Assumptions.assumeTrue(
                    parent.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX permissions");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderWhereNoProgramMayRunIsPassedOver() throws Exception {
        Path noexec = noexec().orElse(null);
        Assumptions.assumeTrue(noexec != null, "no writable file system is mounted noexec here");
        assertThat(ScratchFolder.executable(List.of(noexec))).isEmpty();

        Optional<ScratchFolder> found = ScratchFolder.executable(List.of(noexec, parent.resolve("made")));
        assertThat(found).isPresent();
        try (ScratchFolder own = found.orElseThrow()) {
            assertThat(own.path()).startsWith(parent.resolve("made"));
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

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
