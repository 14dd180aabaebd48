package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker with the file, a database tool and time does, and that verification names it. */
class TamperTest {

    private static final RunDigest FIGURES =
            run -> Map.of("v1-fp32", Map.of("size.bytes", Quantity.exact(1, Unit.BYTES)));

    @TempDir
    Path folder;

    private Head head = new Head("", 0, "");
    private Connection attacker;

    @BeforeEach
    void recordTwoRuns() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(history.journal(FIGURES), "r1", Instant.now());
            SampleRuns.record(history.journal(FIGURES), "r2", Instant.now());
            head = history.head();
        }
        attacker = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(History.FILE_NAME));
    }

    @AfterEach
    void disconnect() throws SQLException {
        attacker.close();
    }

    @Test
    void anUntouchedHistoryHoldsAndSaysWhatThatMeans() throws Exception {
        VerifyReport report = verify();
        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.events()).isEqualTo(head.seq());
        assertThat(report.checkpoints()).isEqualTo(4);
        assertThat(report.summary())
                .contains("tamper-evident since the last external anchor")
                .doesNotContain("proof");
    }

    @Test
    void aPlainEditIsStoppedByTheFileItself() {
        for (String edit : List.of(
                "UPDATE event SET actor = 'eve'",
                "DELETE FROM event WHERE seq = 3",
                "UPDATE blob SET bytes = x''",
                "DELETE FROM blob",
                "DELETE FROM checkpoint",
                "UPDATE checkpoint SET seq = 9")) {
            assertThatThrownBy(() -> Sql.update(attacker, edit)).hasMessageContaining("append-only");
        }
    }

    @Test
    void anyChangedByteOfAnyColumnOfAnyEventIsNamed() throws Exception {
        List<String> triggers = dropTriggers();
        for (long seq = 1; seq <= head.seq(); seq++) {
            for (String column : List.of("ts_utc", "actor", "kind", "body", "body_sha", "prev", "hash")) {
                flipBytes("event", column, "seq = " + seq, seq, triggers);
            }
            long bit = 1L << seq;
            change("UPDATE event SET mono_ns = mono_ns + " + bit + " WHERE seq = " + seq, triggers);
            assertNamed(seq, "mono_ns");
            change("UPDATE event SET mono_ns = mono_ns - " + bit + " WHERE seq = " + seq, triggers);
        }
        assertThat(verify().problems()).isEmpty();
    }

    @Test
    void aChangedNumberLeavesAHole() throws Exception {
        List<String> triggers = dropTriggers();
        change("UPDATE event SET seq = 100 WHERE seq = 4", triggers);
        assertThat(first(verify()).text()).contains("event 5").contains("event 4 before it is missing");
    }

    @Test
    void anyChangedByteOfAnyBlobIsNamed() throws Exception {
        List<String> triggers = dropTriggers();
        for (byte[] sha : Sql.list(attacker, "SELECT sha256 FROM blob", row -> row.getBytes(1))) {
            String where = "sha256 = x'" + HexFormat.of().formatHex(sha) + "'";
            long rowid = Sql.number(attacker, "SELECT rowid FROM blob WHERE " + where);
            for (String column : List.of("bytes", "sha256")) {
                flipBytes("blob", column, "rowid = " + rowid, -1, triggers);
            }
        }
    }

    @Test
    void anyChangedByteOfACheckpointIsNamed() throws Exception {
        List<String> triggers = dropTriggers();
        long seq = head.seq();
        for (String column : List.of("hash", "ts_utc", "public_key", "signature")) {
            flipBytes("checkpoint", column, "seq = " + seq, seq, triggers);
        }
    }

    @Test
    void aByteChangedInTheFileItselfIsNamed() throws Exception {
        attacker.close();
        Path file = folder.resolve(History.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        byte[] mark = EventRow.utf8("\"version\":\"v1-fp32\"}");
        // Pages may also hold stale copies, so every one of them is changed.
        for (int at = indexOf(bytes, mark, 0); at >= 0; at = indexOf(bytes, mark, at + 1)) {
            bytes[at + 12] ^= 1;
        }
        Files.write(file, bytes);
        VerifyReport.Problem first = first(verify());
        assertThat(first.what()).contains("(trial.done)");
        assertThat(first.why()).contains("body");
    }

    @Test
    void deletedSwappedAndInsertedEventsAreNamed() throws Exception {
        List<String> triggers = dropTriggers();
        change("DELETE FROM event WHERE seq = 4", triggers);
        assertThat(first(verify()).seq()).isEqualTo(5);
        restart();
        triggers = dropTriggers();
        change(
                "UPDATE event SET seq = 99 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4;"
                        + " UPDATE event SET seq = 4 WHERE seq = 99",
                triggers);
        assertThat(first(verify()).seq()).isEqualTo(3);
        restart();
        triggers = dropTriggers();
        change(
                "UPDATE event SET seq = seq + 1000 WHERE seq >= 4;"
                        + " UPDATE event SET seq = seq - 999 WHERE seq > 1000;"
                        + " INSERT INTO event SELECT 4, ts_utc, mono_ns, actor, kind, body, body_sha, prev, x'00'"
                        + " FROM event WHERE seq = 5",
                triggers);
        assertThat(first(verify()).seq()).isEqualTo(4);
    }

    @Test
    void aDeletedBlobIsMissedByTheEventThatSpeaksOfIt() throws Exception {
        List<String> triggers = dropTriggers();
        change("DELETE FROM blob WHERE rowid = 1", triggers);
        VerifyReport.Problem first = first(verify());
        assertThat(first.seq()).isEqualTo(4);
        assertThat(first.why()).contains("missing");
    }

    @Test
    void aCutOffEndIsSeenOnlyAgainstAnAnchor() throws Exception {
        List<String> triggers = dropTriggers();
        change(
                "DELETE FROM checkpoint WHERE seq > 8; DELETE FROM event WHERE seq > 8;"
                        + " DELETE FROM run_index WHERE run = 'r2'",
                triggers);
        assertThat(verify().problems()).isEmpty();
        VerifyReport report = verify(VerifyOptions.plain().expecting(head));
        assertThat(first(report).why()).contains("cut off");
    }

    @Test
    void aRewrittenEndBreaksItsSignature() throws Exception {
        List<String> triggers = dropTriggers();
        EventRow last = requireNonNull(Ledger.at(attacker, head.seq()));
        EventRow before = requireNonNull(Ledger.at(attacker, head.seq() - 1));
        String body = EventRow.text(last.body()).replace("\"grade\":\"B\"", "\"grade\":\"A\"");
        EventRow forged = EventRow.next(
                before.seq(), before.hash(), EventRow.text(last.actor()), last.kindText(), EventRow.utf8(body));
        triggers.forEach(this::dropQuietly);
        Sql.update(
                attacker,
                "UPDATE event SET ts_utc = ?, mono_ns = ?, body = ?, body_sha = ?, hash = ? WHERE seq = ?",
                EventRow.text(forged.wallTime()),
                forged.monotonicNanos(),
                forged.body(),
                forged.bodySha(),
                forged.hash(),
                forged.seq());
        Sql.update(attacker, "UPDATE run_index SET grade = 'A' WHERE run = 'r2'");
        restore(triggers);
        assertThat(first(verify()).text()).contains("checkpoint at event " + head.seq());
        assertThat(verify(VerifyOptions.plain().expecting(head)).problems()).hasSize(2);
    }

    @Test
    void aHeadIsTakenAsScannedFromALabelOrAsPrintedThereInShort() throws Exception {
        String code = "JM1:20261121T101502Z-7f3a9c:" + "ab".repeat(16) + ":" + head.text();
        for (String text : List.of(code, head.text(), head.shortText())) {
            assertThat(verify(VerifyOptions.plain().expecting(Head.parse(text))).anchored())
                    .as(text)
                    .isTrue();
        }
        String last = head.hash().endsWith("0") ? "1" : "0";
        String changed = head.text().substring(0, head.text().length() - 1) + last;
        assertThat(verify(VerifyOptions.plain().expecting(Head.parse(changed))).holds())
                .isFalse();
        String other = head.shortText().replaceFirst("/.*/", "/" + (head.seq() - 1) + "/");
        assertThat(verify(VerifyOptions.plain().expecting(Head.parse(other))).holds())
                .isFalse();
    }

    @Test
    void theAnchorOfAnotherLedgerDoesNotFit() throws Exception {
        assertThat(verify(VerifyOptions.plain().expecting(head)).anchored()).isTrue();
        Head other = new Head("00000000-0000-0000-0000-000000000000", head.seq(), head.hash());
        assertThat(verify(VerifyOptions.plain().expecting(other)).holds()).isFalse();
    }

    @Test
    void missingChangedAndForeignTriggersAreNamed() throws Exception {
        Sql.script(attacker, "DROP TRIGGER event_no_update");
        assertThat(first(verify()).text()).contains("trigger event_no_update").contains("missing");
        Sql.script(attacker, "CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT 1; END");
        assertThat(first(verify()).text()).contains("trigger event_no_update").contains("changed");
        Sql.script(attacker, "CREATE TRIGGER extra AFTER INSERT ON event BEGIN SELECT 1; END");
        assertThat(verify().problems()).anyMatch(problem -> problem.what().contains("extra"));
    }

    @Test
    void aListThatDisagreesIsSaidAndMended() throws Exception {
        Sql.update(attacker, "UPDATE run_index SET grade = 'A' WHERE run = 'r1'");
        assertThat(first(verify()).what()).isEqualTo("the list of runs");
        Sql.update(attacker, "UPDATE run_index SET status = 'SPLENDID' WHERE run = 'r2'");
        try (History history = History.open(folder, Access.READ_ONLY, "ada")) {
            assertThatThrownBy(() -> history.list(RunFilter.all()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("history verify");
        }
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            VerifyReport report = history.verify(VerifyOptions.plain());
            assertThat(report.problems()).isEmpty();
            assertThat(report.notes()).anyMatch(note -> note.contains("made anew"));
            assertThat(history.list(RunFilter.all())).allMatch(run -> run.grade() == Grade.B);
        }
        assertThat(verify().notes()).isEmpty();
    }

    @Test
    void aBodyMadeToBreakTheReaderIsOneMoreProblem() throws Exception {
        for (String body :
                List.of("[".repeat(100_000), "{}", "", "nonsense", "{\"run\":{\"id\":7}}", "{\"run\":null}")) {
            EventRow last = requireNonNull(Ledger.last(attacker));
            EventRow forged =
                    EventRow.next(last.seq(), last.hash(), "eve", EventKind.RUN_FINISHED, EventRow.utf8(body));
            Sql.update(
                    attacker,
                    "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    forged.seq(),
                    EventRow.text(forged.wallTime()),
                    forged.monotonicNanos(),
                    "eve",
                    EventKind.RUN_FINISHED,
                    forged.body(),
                    forged.bodySha(),
                    forged.previous(),
                    forged.hash());
            assertThat(verify().problems()).as(body).anyMatch(problem -> problem.seq() == forged.seq());
        }
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            assertThat(history.run("r2").id().value()).isEqualTo("r2");
            assertThatThrownBy(history::rebuildProjections).isInstanceOf(UserError.class);
        }
    }

    @Test
    void recomputedDifferencesAreNamedWithTheirEvent() throws Exception {
        VerifyReport report = verify(VerifyOptions.plain()
                .recomputing((run, recorded, evidence) -> run.id().value().equals("r2")
                        ? List.of("energy is 2 J, not 1 J ("
                                + evidence.trace(
                                                run.traces().values().iterator().next())
                                        .size() + " samples)")
                        : List.of()));
        assertThat(report.problems()).hasSize(1);
        assertThat(first(report).seq()).isEqualTo(head.seq());
        assertThat(first(report).why()).contains("energy is 2 J").contains("10 samples");
    }

    /** Flips one bit of the first, the last and two other bytes, one after the other, and puts each back. */
    private void flipBytes(String table, String column, String where, long seq, List<String> triggers)
            throws Exception {
        String select = "SELECT CAST(" + column + " AS BLOB) FROM " + table + " WHERE " + where;
        byte[] good = Sql.list(attacker, select, row -> row.getBytes(1)).getFirst();
        boolean text = column.equals("ts_utc") || column.equals("actor") || column.equals("kind");
        String update =
                "UPDATE " + table + " SET " + column + " = " + (text ? "CAST(? AS TEXT)" : "?") + " WHERE " + where;
        Random random = new Random(seq);
        for (int at : new int[] {0, good.length - 1, random.nextInt(good.length), random.nextInt(good.length)}) {
            byte[] bad = good.clone();
            bad[at] = (byte) (bad[at] ^ 1 << random.nextInt(8));
            triggers.forEach(this::dropQuietly);
            Sql.update(attacker, update, bad);
            restore(triggers);
            assertNamed(seq, table + "." + column + " byte " + at);
            triggers.forEach(this::dropQuietly);
            Sql.update(attacker, update, good);
            restore(triggers);
        }
    }

    private void assertNamed(long seq, String what) throws UserError {
        VerifyReport report = verify();
        assertThat(report.holds()).as(what).isFalse();
        if (seq > 0) {
            assertThat(first(report).seq()).as(what).isEqualTo(seq);
        } else {
            assertThat(report.problems())
                    .as(what)
                    .anyMatch(problem -> problem.text().contains("blob"));
        }
    }

    private void change(String sql, List<String> triggers) throws SQLException {
        triggers.forEach(this::dropQuietly);
        Sql.script(attacker, sql);
        restore(triggers);
    }

    /** Their SQL; restored after each change, as an attacker would, so that their absence does not give it away. */
    private List<String> dropTriggers() throws SQLException {
        return Sql.list(attacker, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", row -> row.getString(1));
    }

    private void dropQuietly(String trigger) {
        try {
            Sql.script(attacker, "DROP TRIGGER " + trigger.split(" ", 4)[2]);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void restore(List<String> triggers) throws SQLException {
        for (String trigger : triggers) {
            Sql.script(attacker, trigger);
        }
    }

    private void restart() throws Exception {
        attacker.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        recordTwoRuns();
    }

    private static VerifyReport.Problem first(VerifyReport report) {
        return requireNonNull(report.first(), "everything holds");
    }

    private VerifyReport verify() throws UserError {
        return verify(VerifyOptions.plain());
    }

    private VerifyReport verify(VerifyOptions options) throws UserError {
        try (History history = History.open(folder, Access.READ_ONLY, "auditor")) {
            return history.verify(options);
        }
    }

    private static int indexOf(byte[] bytes, byte[] mark, int from) {
        for (int i = from; i <= bytes.length - mark.length; i++) {
            if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }
}
