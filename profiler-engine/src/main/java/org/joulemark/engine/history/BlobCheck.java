package org.joulemark.engine.history;

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
    private final Set<BlobId> present = new HashSet<>();
    private long unreferenced;

    BlobCheck(Findings findings, Map<BlobId, Long> references) {
        this.findings = findings;
        this.references = references;
    }

    /** Reads every blob and gives their number. */
    long check(Connection connection, VerifyProgress progress) throws SQLException {
        long total = Sql.number(connection, "SELECT COUNT(*) FROM blob");
        long done = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sha256, bytes FROM blob")) {
            while (rows.next()) {
                checkOne(rows.getBytes(1), rows.getBytes(2));
                progress.at("blobs", ++done, total);
            }
        }
        references.forEach((blob, seq) -> {
            if (!present.contains(blob)) {
                findings.problem(seq, "event " + seq, "the blob " + blob + " it speaks of is missing");
            }
        });
        if (unreferenced > 0) {
            findings.note(unreferenced + " blobs belong to no event (left by an interrupted run)");
        }
        return done;
    }

    private void checkOne(byte[] sha, byte[] bytes) {
        BlobId id = new BlobId(Sha256.hex(sha));
        present.add(id);
        Long seq = references.get(id);
        unreferenced += seq == null ? 1 : 0;
        String name = "blob " + id + (seq == null ? "" : " of event " + seq);
        if (!Arrays.equals(Sha256.of(bytes), sha)) {
            findings.problem(seq == null ? 0 : seq, name, "it does not match its hash: it was changed");
            return;
        }
        try {
            BlobCodec.check(bytes);
        } catch (CorruptBlobException e) {
            findings.problem(seq == null ? 0 : seq, name, "it cannot be read: " + e.getMessage());
        }
    }
}
