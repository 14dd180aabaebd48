package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files made to crash the verification, to keep it busy for ever or to fill its memory: each gets its verdict. */
@Timeout(300)
class HostileFileTest {
    private static final String ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ";

    @TempDir
    Path folder;

    @BeforeEach
    void recordARun() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(history.journal(RunDigest.none()), "r1", Instant.now());
        }
    }

    @Test
    void aTableReplacedByAnEndlessViewIsNamedAndNeverRead() throws Exception {
        for (Map.Entry<String, String> view : Map.of(
                        "event",
                                "i AS seq, '' AS ts_utc, i AS mono_ns, '' AS actor, '' AS kind, x'' AS body,"
                                        + " x'' AS body_sha, x'' AS prev, x'' AS hash FROM n",
                        "blob", "x'' AS sha256, x'' AS bytes FROM n",
                        "checkpoint", "i AS seq, x'' AS hash, '' AS ts_utc, x'' AS public_key, x'' AS signature FROM n",
                        "pending", "i AS run, i AS sensor, i AS part, i AS at, x'' AS bytes FROM n",
                        "run_index", "* FROM n")
                .entrySet()) {
            Path file = copy(view.getKey() + ".db");
            attack(
                    file,
                    "PRAGMA foreign_keys = OFF",
                    "DROP TABLE " + view.getKey(),
                    "CREATE VIEW " + view.getKey() + " AS " + ENDLESS + view.getValue());
            VerifyReport report = verify(file);
            assertThat(report.problems())
                    .extracting(VerifyReport.Problem::text)
                    .contains(
                            "the table " + view.getKey() + ": it is missing",
                            "the view " + view.getKey() + ": it does not belong here")
                    .anyMatch(text -> text.contains("nothing in them was read"));
            try (History history = History.audit(file)) {
                assertThatThrownBy(() -> history.list(RunFilter.all()))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("tables are not those of a history");
            }
        }
    }

    @Test
    void aHistoryWithForeignTablesIsNotWrittenTo() throws Exception {
        attack(folder.resolve(History.FILE_NAME), "DROP TABLE pending", "CREATE VIEW pending AS SELECT 1 AS run");
        assertThatThrownBy(() -> History.open(folder, Access.READ_WRITE, "ada"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("tables are not those of a history")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anExpressionPutIntoATableIsNotComputed() throws Exception {
        Path file = copy("computed.db");
        attack(file, "CREATE INDEX slow ON blob (length(hex(zeroblob(100000000)) || bytes))");
        assertThat(verify(file).problems())
                .extracting(VerifyReport.Problem::text)
                .contains("the index slow: it does not belong here");
    }

    @Test
    void aColumnWithoutAValueIsNamed() throws Exception {
        Path file = copy("null.db");
        List<String> tables = List.of("blob", "event", "checkpoint", "run_index");
        for (String table : tables) {
            byte[] bytes = Files.readAllBytes(file);
            nullAColumnOf(file, table);
            assertThat(verify(file).holds()).as(table).isFalse();
            Files.write(file, bytes);
        }
    }

    @Test
    void aBlobThatClaimsMoreThanMemoryHoldsIsNamed() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(new byte[] {'J', 'M', 'T', 1});
        for (long claim = 60_000_000; claim > 0; claim >>>= 7) {
            bomb.write((int) (claim & 0x7F | (claim > 0x7F ? 0x80 : 0)));
        }
        bomb.writeBytes(new byte[20_000_000]);
        Path file = copy("bomb.db");
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Blobs.put(attacker, bomb.toByteArray());
            Sql.script(attacker, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        VerifyReport report = verify(file);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.text()).contains("it cannot be read: it claims 60000000 entries"));
    }

    @Test
    void pagesLinkedInACircleOrManyTimesEndInAVerdict() throws Exception {
        Path file = copy("grown.db");
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (int i = 0; i < 3000; i++) {
                Blobs.put(attacker, ByteBuffer.allocate(600).putInt(i).array());
            }
            Sql.script(attacker, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        for (boolean circle : new boolean[] {true, false}) {
            byte[] bytes = Files.readAllBytes(file);
            relink(file, circle);
            VerifyReport report = verify(file);
            assertThat(report.holds()).isFalse();
            Files.write(file, bytes);
        }
    }

    @Test
    void blobsThatBelongToNoEventAreCountedInTheText() throws Exception {
        Path file = copy("more.db");
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Blobs.put(attacker, new byte[] {'J', 'M', 'L', 1, 0, 0});
            Sql.script(attacker, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        VerifyReport report = verify(file);
        assertThat(report.problems()).isEmpty();
        assertThat(report.details()).singleElement().asString().startsWith("1 blobs (6 bytes) belong to no event");
    }

    /** Every child of the table's topmost page is the first leaf, or the page itself. */
    private static void relink(Path file, boolean circle) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int root;
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            root = (int) Sql.number(reader, "SELECT rootpage FROM sqlite_schema WHERE name = 'blob'");
        }
        int page = (root - 1) * 4096;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        assertThat(bytes[page]).as("an interior page of a table").isEqualTo((byte) 5);
        int cells = buffer.getShort(page + 3);
        int first = buffer.getInt(page + buffer.getShort(page + 12));
        for (int i = 0; i < cells; i++) {
            buffer.putInt(page + buffer.getShort(page + 12 + 2 * i), circle ? root : first);
        }
        buffer.putInt(page + 8, circle ? root : first);
        Files.write(file, bytes);
    }

    private static void nullAColumnOf(Path file, String table) throws Exception {
        attack(
                file,
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(replace(sql, 'NOT NULL', ''), 'STRICT', '') WHERE name = '"
                        + table + "'",
                "PRAGMA writable_schema = RESET");
        String column = Map.of("blob", "bytes", "event", "kind", "checkpoint", "signature", "run_index", "preset")
                .get(table);
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            List<String> triggers =
                    Sql.list(attacker, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", row -> row.getString(1));
            for (String trigger : triggers) {
                Sql.script(attacker, "DROP TRIGGER " + trigger.split(" ", 4)[2]);
            }
            Sql.script(attacker, "UPDATE " + table + " SET " + column + " = NULL");
            for (String trigger : triggers) {
                Sql.script(attacker, trigger);
            }
            Sql.script(attacker, "PRAGMA writable_schema = ON");
            String sql = Schema.expected().get("table " + table);
            Sql.update(attacker, "UPDATE sqlite_schema SET sql = ? WHERE name = ?", sql, table);
            Sql.script(attacker, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static void attack(Path file, String... statements) throws Exception {
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String statement : statements) {
                Sql.script(attacker, statement);
            }
            Sql.script(attacker, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static VerifyReport verify(Path file) throws UserError {
        try (History history = History.audit(file)) {
            return history.verify(VerifyOptions.plain());
        }
    }

    private Path copy(String name) throws Exception {
        Path copies = Files.createDirectories(folder.resolve("copies"));
        return Files.copy(folder.resolve(History.FILE_NAME), copies.resolve(name));
    }
}
