package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipes and devices in the place of the history, its side files and its key: nobody waits for them or reads without end. */
@Timeout(120)
class IrregularFileTest {
    private static final Path ENDLESS = Path.of("/dev/zero");

    @TempDir
    Path folder;

    @BeforeEach
    void recordARun() throws Exception {
        Assumptions.assumeTrue(Files.exists(ENDLESS), "needs devices");
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(history.journal(RunDigest.none()), "r1", Instant.EPOCH);
        }
    }

    @Test
    void aPipeOrDeviceInTheKeysPlaceIsNotReadAndIsNamedBeforeAnythingIsMeasured() throws Exception {
        Path key = folder.resolve(SigningKey.FILE_NAME);
        for (boolean pipe : new boolean[] {true, false}) {
            Files.delete(key);
            putAt(key, pipe);
            VerifyReport report;
            try (History history = History.open(folder, Access.READ_ONLY, "ada")) {
                report = history.verify(VerifyOptions.plain());
            }
            assertThat(report.outcome()).isEqualTo(VerifyReport.Outcome.UNCHECKED);
            assertThat(report.unchecked()).singleElement().asString().contains("key", "no regular file");
            try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
                assertThatThrownBy(() -> SampleRuns.record(history.journal(RunDigest.none()), "r2", Instant.EPOCH))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("no regular file");
            }
        }
    }

    @Test
    void aPipeOrDeviceInThePlaceOfTheHistoryOrASideFileIsSaidToBeNoRegularFile() throws Exception {
        Path file = folder.resolve(History.FILE_NAME);
        for (String end : List.of("-wal", "-journal", "-shm", "")) {
            Path place = file.resolveSibling(file.getFileName() + end);
            for (boolean pipe : new boolean[] {true, false}) {
                Files.deleteIfExists(place);
                putAt(place, pipe);
                assertRefused(
                        () -> History.open(folder, Access.READ_ONLY, "ada").close());
                assertRefused(
                        () -> History.open(folder, Access.READ_WRITE, "ada").close());
                assertRefused(() -> History.audit(file).close());
            }
            Files.delete(place);
        }
    }

    private static void assertRefused(ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is no regular file")
                .hasMessageNotContaining("empty")
                .hasMessageNotContaining("\n");
    }

    private static void putAt(Path place, boolean pipe) throws Exception {
        if (pipe) {
            assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor())
                    .isZero();
        } else {
            Files.createSymbolicLink(place, ENDLESS);
        }
    }
}
