package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.joulemark.engine.model.BlobId;

/** Keeps raw material under the hash of its bytes; the same bytes are kept once. */
final class Blobs {
    private Blobs() {}

    static BlobId put(Connection connection, byte[] bytes) throws SQLException {
        byte[] sha = Sha256.of(bytes);
        Sql.update(connection, "INSERT INTO blob VALUES (?, ?) ON CONFLICT DO NOTHING", sha, bytes);
        return new BlobId(Sha256.hex(sha));
    }

    /** The bytes, checked against their name. */
    static byte[] get(Connection connection, BlobId id) throws SQLException, IOException {
        byte[] sha = sha(id);
        byte[] bytes = Sql.first(connection, "SELECT bytes FROM blob WHERE sha256 = ?", row -> Sql.bytes(row, 1), sha);
        if (bytes == null) {
            throw new IOException("blob " + id + " is not in the history");
        }
        if (!Arrays.equals(Sha256.of(bytes), sha)) {
            throw new IOException("blob " + id + " does not match its hash: it was changed");
        }
        return bytes;
    }

    private static byte[] sha(BlobId id) throws IOException {
        try {
            return HexFormat.of().parseHex(id.value());
        } catch (IllegalArgumentException e) {
            throw new IOException("\"" + id + "\" is not the name of a blob", e);
        }
    }
}
