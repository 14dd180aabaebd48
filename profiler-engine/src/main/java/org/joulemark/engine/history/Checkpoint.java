package org.joulemark.engine.history;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A signed head of the ledger. Signed is the text {@code joulemark checkpoint 1}, ledger id, number, hash in hex and
 * time, each on a line of its own.
 */
record Checkpoint(long seq, byte[] hash, byte[] wallTime, byte[] publicKey, byte[] signature) {
    static void sign(Connection connection, String ledger, EventRow head, SigningKey key) throws SQLException {
        String now = Instant.now().toString();
        byte[] signature = key.sign(text(ledger, head.seq(), head.hash(), now));
        Sql.update(
                connection,
                "INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?)",
                head.seq(),
                head.hash(),
                now,
                key.publicKey(),
                signature);
    }

    static List<Checkpoint> all(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT seq, hash, CAST(ts_utc AS BLOB), public_key, signature FROM checkpoint ORDER BY seq",
                Checkpoint::of);
    }

    /** The one at an event, if there is one. */
    static List<Checkpoint> at(Connection connection, long seq) throws SQLException {
        return Sql.list(
                connection,
                "SELECT seq, hash, CAST(ts_utc AS BLOB), public_key, signature FROM checkpoint WHERE seq = ?",
                Checkpoint::of,
                seq);
    }

    boolean signatureHolds(String ledger) {
        return SigningKey.holds(publicKey, text(ledger, seq, hash, EventRow.text(wallTime)), signature);
    }

    private static Checkpoint of(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong(1), Sql.bytes(row, 2), Sql.bytes(row, 3), Sql.bytes(row, 4), Sql.bytes(row, 5));
    }

    private static byte[] text(String ledger, long seq, byte[] hash, String wallTime) {
        return String.join("\n", "joulemark checkpoint 1", ledger, Long.toString(seq), Sha256.hex(hash), wallTime, "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
