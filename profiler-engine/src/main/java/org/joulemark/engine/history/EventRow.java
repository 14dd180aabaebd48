package org.joulemark.engine.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A row of the ledger byte for byte, so that every changed byte of every column changes a hash. The hash of an event is
 * SHA-256 over 0x00, the number and the monotonic time (8 bytes each, big-endian) and then wall time, actor, kind, hash
 * of the body and hash of the event before, each behind its length (4 bytes). The leading zero is the leaf prefix of
 * RFC 9162, so that a Merkle tree can be put on top later.
 */
record EventRow(
        long seq,
        byte[] wallTime,
        long monotonicNanos,
        byte[] actor,
        byte[] kind,
        byte[] body,
        byte[] bodySha,
        byte[] previous,
        byte[] hash) {
    /** Text columns come as the bytes that are stored, not as what some decoder makes of them. */
    static final String COLUMNS = "seq, CAST(ts_utc AS BLOB), mono_ns, CAST(actor AS BLOB), CAST(kind AS BLOB), body,"
            + " body_sha, prev, hash";

    private static final int LEAF_PREFIX = 0;

    static EventRow of(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1),
                Sql.bytes(row, 2),
                row.getLong(3),
                Sql.bytes(row, 4),
                Sql.bytes(row, 5),
                Sql.bytes(row, 6),
                Sql.bytes(row, 7),
                Sql.bytes(row, 8),
                Sql.bytes(row, 9));
    }

    /** A new row behind the event with the given number and hash. */
    static EventRow next(long lastSeq, byte[] lastHash, String actor, String kind, byte[] body) {
        EventRow open = new EventRow(
                lastSeq + 1,
                utf8(Instant.now().toString()),
                System.nanoTime(),
                utf8(actor),
                utf8(kind),
                body,
                Sha256.of(body),
                lastHash,
                new byte[0]);
        return new EventRow(
                open.seq,
                open.wallTime,
                open.monotonicNanos,
                open.actor,
                open.kind,
                open.body,
                open.bodySha,
                open.previous,
                open.computedHash());
    }

    byte[] computedHash() {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) LEAF_PREFIX);
        digest.update(
                ByteBuffer.allocate(16).putLong(seq).putLong(monotonicNanos).array());
        for (byte[] part : new byte[][] {wallTime, actor, kind, bodySha, previous}) {
            digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
            digest.update(part);
        }
        return digest.digest();
    }

    String kindText() {
        return text(kind);
    }

    /** "event 17 (trial.done)". */
    String name() {
        return "event " + seq + " (" + Foreign.word(kindText()) + ")";
    }

    Event toEvent() {
        return new Event(
                seq,
                moment(text(wallTime)),
                text(actor),
                kindText(),
                text(body),
                Sha256.hex(bodySha),
                Sha256.hex(previous),
                Sha256.hex(hash));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            // Only a changed row can be here; verification names it, reading it must still be possible.
            return Instant.EPOCH;
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
