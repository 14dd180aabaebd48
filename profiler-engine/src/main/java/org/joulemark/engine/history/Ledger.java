package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.joulemark.engine.history.json.RecordJson;
import org.jspecify.annotations.Nullable;

/** Appends events and reads them back; always inside a transaction of {@link LedgerStore}. */
final class Ledger {
    private static final byte[] BEFORE_FIRST = new byte[Sha256.BYTES];

    private Ledger() {}

    static EventRow append(Connection connection, String actor, String kind, Object body) throws SQLException {
        EventRow last = last(connection);
        EventRow row = EventRow.next(
                last == null ? 0 : last.seq(),
                last == null ? BEFORE_FIRST : last.hash(),
                actor,
                kind,
                RecordJson.canonicalBytes(body));
        Sql.update(
                connection,
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.seq(),
                EventRow.text(row.wallTime()),
                row.monotonicNanos(),
                actor,
                kind,
                row.body(),
                row.bodySha(),
                row.previous(),
                row.hash());
        return row;
    }

    static @Nullable EventRow last(Connection connection) throws SQLException {
        return Sql.first(
                connection, "SELECT " + EventRow.COLUMNS + " FROM event ORDER BY seq DESC LIMIT 1", EventRow::of);
    }

    static @Nullable EventRow at(Connection connection, long seq) throws SQLException {
        return Sql.first(connection, "SELECT " + EventRow.COLUMNS + " FROM event WHERE seq = ?", EventRow::of, seq);
    }

    static List<EventRow> range(Connection connection, long from, long to) throws SQLException {
        return Sql.list(
                connection,
                "SELECT " + EventRow.COLUMNS + " FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq",
                EventRow::of,
                from,
                to);
    }

    static Head head(Connection connection) throws SQLException, IOException {
        EventRow last = last(connection);
        if (last == null) {
            throw new IOException("the ledger has no events");
        }
        return new Head(id(connection), last.seq(), Sha256.hex(last.hash()));
    }

    /** Random id of the ledger, from its first event. */
    static String id(Connection connection) throws SQLException, IOException {
        EventRow first = at(connection, 1);
        if (first == null) {
            throw new IOException("the first event of the ledger is missing");
        }
        return part(first, "ledger").asText();
    }

    static JsonNode part(EventRow row, String name) throws IOException {
        JsonNode part = RecordJson.tree(row.body()).get(name);
        if (part == null) {
            throw new IOException(row.name() + " has no \"" + name + "\"");
        }
        return part;
    }
}
