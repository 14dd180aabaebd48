package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Run;

/** Writes the end of a run: event, signed checkpoint, list entry, and away with the live samples; all or nothing. */
final class RunEnd {
    private final String actor;
    private final SigningKey key;

    RunEnd(String actor, SigningKey key) {
        this.actor = actor;
        this.key = key;
    }

    void write(Connection connection, String kind, Map<String, Object> body, Run run) throws SQLException, IOException {
        IndexRow begun = RunIndex.find(connection, run.id().value());
        if (begun == null) {
            throw new IOException("the run " + run.id() + " was never begun in this history");
        }
        // A run that was taken for dead while it still ran may end after all; any other end is final.
        if (begun.endedSeq() != null && !"INTERRUPTED".equals(begun.status())) {
            throw new IOException("the run " + run.id() + " has already ended");
        }
        introduceKey(connection);
        EventRow event = Ledger.append(connection, actor, kind, body);
        RunIndex.put(connection, IndexRow.ended(begun.startedSeq(), event.seq(), run));
        PendingSamples.drop(connection, run.id());
        Checkpoint.sign(connection, Ledger.id(connection), event, key);
    }

    private void introduceKey(Connection connection) throws SQLException {
        String text = HexFormat.of().formatHex(key.publicKey());
        long known = Sql.number(
                connection,
                "SELECT COUNT(*) FROM event WHERE kind = ? AND body = ?",
                EventKind.KEY_INTRODUCED,
                EventRow.utf8(RecordJson.canonical(keyBody(text))));
        if (known == 0) {
            Ledger.append(connection, actor, EventKind.KEY_INTRODUCED, keyBody(text));
        }
    }

    private static Map<String, Object> keyBody(String publicKey) {
        return Map.of("algorithm", "Ed25519", "publicKey", publicKey);
    }
}
