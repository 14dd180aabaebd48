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
    private final Map<BlobId, Long> references;
    private final ReadLimit limit;
    private final Set<BlobId> present = new HashSet<>();
    private long unreferenced;
    private long unreferencedBytes;

    BlobCheck(Findings findings, Map<BlobId, Long> references, ReadLimit limit) {
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
        references.forEach((blob, seq) -> {
            if (!present.contains(blob)) {
                findings.problem(seq, "event " + seq, "the blob " + blob + " it speaks of is missing");
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
        Long seq = references.get(id);
        unreferenced += seq == null ? 1 : 0;
        unreferencedBytes += seq == null ? bytes.length : 0;
        String name = "blob " + id + (seq == null ? "" : " of event " + seq);
        if (!Arrays.equals(Sha256.of(bytes), sha)) {
            findings.problem(seq == null ? 0 : seq, name, "it does not match its hash: it was changed");
            return;
        }
        try {
            BlobCodec.check(bytes);
        } catch (CorruptBlobException | RuntimeException e) {
            findings.problem(seq == null ? 0 : seq, name, "it cannot be read: " + e.getMessage());
        }
    }
}
