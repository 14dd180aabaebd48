package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.joulemark.engine.history.codec.BlobCodec;
import org.joulemark.engine.history.codec.CorruptBlobException;
import org.joulemark.engine.model.BlobId;

/** Checks that every blob is what its name says and that none an event speaks of is missing. */
final class BlobCheck {
    private final Findings findings;
    private final Map<BlobId, EventName> references;
    private final ReadLimit limit;
    private final Set<BlobId> present = new HashSet<>();
    private long unreferenced;
    private long unreferencedBytes;

    BlobCheck(Findings findings, Map<BlobId, EventName> references, ReadLimit limit) {
        this.findings = findings;
        this.references = references;
        this.limit = limit;
    }

    /** Reads every blob and gives their number. */
    long check(Connection connection, VerifyProgress progress) throws SQLException, IOException {
        // Not COUNT(*) over the table, which SQLite does in one step that no limit ends.
        long total = Sql.number(connection, "SELECT COUNT(*) FROM (SELECT rowid FROM blob LIMIT -1 OFFSET 0)");
        long done = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sha256, bytes FROM blob")) {
            while (rows.next()) {
                checkOne(Sql.bytes(rows, 1), Sql.bytes(rows, 2));
                progress.at("blobs", ++done, total);
            }
        }
        references.forEach((blob, event) -> {
            if (!present.contains(blob)) {
                findings.problem(event.seq(), event.text(), "the blob " + blob + " it speaks of is missing");
            }
        });
        if (unreferenced > 0) {
            findings.note(unreferenced + " blobs (" + unreferencedBytes + " bytes) belong to no event: a run that is"
                    + " being measured or was interrupted has such, and so has whoever put some in");
        }
        return done;
    }

    private void checkOne(byte[] sha, byte[] bytes) throws IOException {
        limit.took(bytes.length);
        BlobId id = new BlobId(Sha256.hex(sha));
        present.add(id);
        EventName event = references.get(id);
        unreferenced += event == null ? 1 : 0;
        unreferencedBytes += event == null ? bytes.length : 0;
        long seq = event == null ? 0 : event.seq();
        String name = "blob " + id + (event == null ? "" : " of " + event.text());
        if (!Arrays.equals(Sha256.of(bytes), sha)) {
            findings.problem(seq, name, "it does not match its hash: it was changed");
            return;
        }
        try {
            BlobCodec.check(bytes);
        } catch (CorruptBlobException | RuntimeException e) {
            findings.problem(seq, name, "it cannot be read: " + Foreign.why(e));
        }
    }
}
