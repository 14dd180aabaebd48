package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.joulemark.engine.model.Run;

/** Writes the one end of a run: event, signed checkpoint, list entry, and away with the live samples; all or nothing. */
final class RunEnd {
    private final String actor;
    private final Path folder;

    RunEnd(String actor, Path folder) {
        this.actor = actor;
        this.folder = folder;
    }

    void write(Connection connection, String kind, Map<String, Object> body, Run run) throws SQLException, IOException {
        IndexRow begun = RunIndex.going(connection, run.id());
        SigningKey key = LedgerKey.ready(folder, connection, actor);
        EventRow event = Ledger.append(connection, actor, kind, body);
        RunIndex.put(connection, IndexRow.ended(begun.startedSeq(), event.seq(), run));
        PendingSamples.drop(connection, run.id());
        Checkpoint.sign(connection, Ledger.id(connection), event, key);
    }
}
