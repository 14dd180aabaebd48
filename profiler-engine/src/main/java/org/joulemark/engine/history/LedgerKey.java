package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which key may sign a ledger: the one it introduced first, or one whose introduction an earlier key signed for. A
 * history whose key is gone is not gone on with, since anybody could go on with it so.
 */
final class LedgerKey {
    private static final String REMEDY = "; put the key back from a backup, or begin a new history by moving "
            + History.FILE_NAME + " away or choosing another folder with JOULEMARK_HOME";

    private LedgerKey() {}

    /** The key in {@code folder}, made if the ledger has none yet. @throws IOException if it may not sign this ledger */
    private static SigningKey in(Path folder, Connection connection) throws SQLException, IOException {
        List<String> introduced = introduced(connection);
        if (introduced.isEmpty()) {
            return SigningKey.in(folder);
        }
        Path file = folder.resolve(SigningKey.FILE_NAME);
        if (!Files.exists(file)) {
            throw new IOException("The key " + file + " that seals this history is missing" + REMEDY);
        }
        SigningKey key = SigningKey.in(folder);
        if (!introduced.contains(Sha256.hex(key.publicKey()))) {
            throw new IOException("The key " + file + " is not the one that seals this history" + REMEDY);
        }
        return key;
    }

    /** The key to sign with, which the ledger is told of before it first signs. @throws IOException as {@link #in} does */
    static SigningKey ready(Path folder, Connection connection, String actor) throws SQLException, IOException {
        SigningKey key = in(folder, connection);
        if (introduced(connection).isEmpty()) {
            Map<String, Object> body = Map.of("algorithm", "Ed25519", "publicKey", Sha256.hex(key.publicKey()));
            Ledger.append(connection, actor, EventKind.KEY_INTRODUCED, body);
        }
        return key;
    }

    /** The events that introduce keys, in their order. */
    static List<EventRow> introductions(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT " + EventRow.COLUMNS + " FROM event WHERE kind = ? ORDER BY seq",
                EventRow::of,
                EventKind.KEY_INTRODUCED);
    }

    /** The public key (hex) that such an event introduces. */
    static String introducedBy(EventRow introduction) throws IOException {
        return Ledger.part(introduction, "publicKey").asText();
    }

    private static List<String> introduced(Connection connection) throws SQLException, IOException {
        List<String> keys = new ArrayList<>();
        for (EventRow introduction : introductions(connection)) {
            keys.add(introducedBy(introduction));
        }
        return keys;
    }
}
