package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Every way a history can be unusable is one clear line, and what was recorded stays as it was. */
class BadHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void nothingThereIsSaidWhenReading() {
        assertError(() -> open(Access.READ_ONLY), UserError.Kind.USAGE, "no history in");
        assertThat(folder).isEmptyDirectory();
        assertThat(History.exists(folder)).isFalse();
    }

    @Test
    void aHistoryOfANewerVersionIsNotTouchedAndTheNeededVersionNamed() throws Exception {
        recordOne();
        byte[] bytes = Files.readAllBytes(file());
        ByteBuffer.wrap(bytes).putInt(60, 7 << 16 | 2 << 8 | 5);
        Files.write(file(), bytes);
        for (Access access : Access.values()) {
            assertError(() -> open(access), UserError.Kind.USAGE, "install Joulemark 2.5 or newer");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void aDatabaseOfAnotherProgramIsNotTouched() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            Sql.script(other, "CREATE TABLE bookmarks (url TEXT)");
        }
        byte[] before = Files.readAllBytes(file());
        for (Access access : Access.values()) {
            assertError(() -> open(access), UserError.Kind.USAGE, "another program");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabaseIsNotTouched() throws Exception {
        byte[] garbage = new byte[5000];
        new Random(1).nextBytes(garbage);
        for (byte[] bytes : new byte[][] {garbage, {1, 2, 3}, EventRow.utf8("SQLite format 3")}) {
            Files.write(file(), bytes);
            for (Access access : Access.values()) {
                assertError(() -> open(access), UserError.Kind.USAGE, "not a database");
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
        }
    }

    @Test
    void aTruncatedHistoryIsAClearLineOrAFailedVerification() throws Exception {
        recordOne();
        byte[] good = Files.readAllBytes(file());
        for (int length = 100; length < good.length; length += 4096 * 3 - 50) {
            Files.write(file(), Arrays.copyOf(good, length));
            try (History history = open(Access.READ_ONLY)) {
                assertThat(history.verify(VerifyOptions.plain()).holds()).isFalse();
            } catch (UserError refused) {
                assertThat(refused).hasMessageContaining("history.db").hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void aHistoryThatWasCutOffIsSaidToBeSoByWhoeverOpensIt() throws Exception {
        recordOne();
        byte[] good = Files.readAllBytes(file());
        for (int length : new int[] {100, 4096, 40_960, good.length / 2, good.length - 1}) {
            Files.write(file(), Arrays.copyOf(good, length));
            String said = assertDamaged(() -> open(Access.READ_ONLY));
            assertThat(said)
                    .contains("cut off, %,d of its %,d bytes".formatted(length, good.length), "backup")
                    .doesNotContain("history verify");
            assertThat(assertDamaged(() -> open(Access.READ_WRITE))).isEqualTo(said);
            assertThat(assertDamaged(() -> History.audit(file()))).isEqualTo(said);
            assertThat(Files.size(file())).isEqualTo(length);
        }
    }

    @Test
    void whatCannotBeOpenedIsNotSentToAVerificationThatCannotOpenItEither() throws Exception {
        recordOne();
        byte[] bytes = Files.readAllBytes(file());
        // The first page after the header: the root of all tables.
        Arrays.fill(bytes, 100, 4096, (byte) 0x7F);
        Files.write(file(), bytes);

        for (Access access : Access.values()) {
            assertThat(assertDamaged(() -> open(access))).contains("backup").doesNotContain("history verify");
        }
    }

    @Test
    void damageInsideIsToldByTheVerificationOneIsSentTo() throws Exception {
        recordOne();
        byte[] bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x7F);
        Files.write(file(), bytes);
        SQLException met = new SQLiteException("malformed", SQLiteErrorCode.SQLITE_CORRUPT);

        assertThat(StoreTrouble.userError(file(), met).line()).contains("history verify");
        try (History history = open(Access.READ_ONLY)) {
            assertThat(history.verify(VerifyOptions.plain()).problems()).isNotEmpty();
        }
    }

    private static String assertDamaged(ThrowingCallable call) {
        UserError error = catchThrowableOfType(UserError.class, call);
        assertThat(error.kind()).isEqualTo(UserError.Kind.DAMAGED);
        assertThat(error.line()).contains("history.db").doesNotContain("\n");
        return error.line();
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws Exception {
        Files.writeString(folder.resolve("plain"), "x");
        assertError(
                () -> History.open(folder.resolve("plain/sub"), Access.READ_WRITE, "ada"),
                UserError.Kind.MEASUREMENT,
                "JOULEMARK_HOME");
    }

    @Test
    void aFolderInPlaceOfTheFileIsSaid() throws Exception {
        Files.createDirectory(file());
        assertError(() -> open(Access.READ_WRITE), UserError.Kind.MEASUREMENT, "history.db");
        assertError(() -> open(Access.READ_ONLY), UserError.Kind.MEASUREMENT, "history.db");
    }

    @Test
    void aReadOnlyFolderCanBeReadButNotWritten() throws Exception {
        recordOne();
        Assumptions.assumeTrue(
                file().getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX permissions");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(folder), "the superuser may write anywhere");
            assertError(() -> open(Access.READ_WRITE), UserError.Kind.MEASUREMENT, "read-only");
            try (History history = open(Access.READ_ONLY)) {
                assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
            }
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFullDiskIsSaidAndLosesNothingThatWasRecorded() throws Exception {
        recordOne();
        try (LedgerStore store = store("PRAGMA max_page_count = 60")) {
            RunJournal journal = new LedgerJournal(store, "ada", RunDigest.none());
            journal.started(SampleRuns.begun("full", NOON));
            long[] noise = new Random(1).longs(100_000).toArray();
            assertThatThrownBy(() -> journal.keep(new LatencySeries(noise)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("disk is full")
                    .hasMessageNotContaining("\n");
            journal.trialDone(
                    SampleRuns.begun("full", NOON).id(),
                    SampleRuns.key("v1-fp32"),
                    SampleRuns.trial(journal, 0, new Random(1)),
                    Map.of());
        }
        try (History history = open(Access.READ_WRITE)) {
            assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
            assertThat(history.run("r1").id().value()).isEqualTo("r1");
        }
    }

    @Test
    void aHistoryHeldByAnotherProgramIsSaid() throws Exception {
        recordOne();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                LedgerStore store = store("PRAGMA busy_timeout = 20")) {
            Sql.script(other, "BEGIN IMMEDIATE");
            RunJournal journal = new LedgerJournal(store, "ada", RunDigest.none());
            assertThatThrownBy(() -> journal.started(SampleRuns.begun("r2", NOON)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another program");
            try (History reader = open(Access.READ_ONLY)) {
                assertThat(reader.list(RunFilter.all())).hasSize(1);
            }
            Sql.script(other, "ROLLBACK");
            journal.started(SampleRuns.begun("r2", NOON));
        }
    }

    @Test
    void aKeyThatCannotBeUsedIsSaidBeforeAnythingIsMeasured() throws Exception {
        try (History history = open(Access.READ_WRITE)) {
            Files.writeString(folder.resolve(SigningKey.FILE_NAME), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
            assertThatThrownBy(() -> history.journal(RunDigest.none()).started(SampleRuns.begun("r", NOON)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("move it away");
            assertThat(history.list(RunFilter.all())).isEmpty();
        }
    }

    private void recordOne() throws Exception {
        try (History history = open(Access.READ_WRITE)) {
            SampleRuns.record(history.journal(RunDigest.none()), "r1", NOON);
        }
    }

    private LedgerStore store(String pragma) throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Sql.script(connection, pragma);
        return new LedgerStore(file(), connection);
    }

    private Path file() {
        return folder.resolve(History.FILE_NAME);
    }

    private History open(Access access) throws UserError {
        return History.open(folder, access, "ada");
    }

    private static void assertError(ThrowingCallable call, UserError.Kind kind, String part) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.kind()).isEqualTo(kind))
                .hasMessageContaining(part)
                .hasMessageNotContaining("\n");
    }
}
