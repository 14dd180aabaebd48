package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunStatus;
import org.jspecify.annotations.Nullable;

/** The projection that lists are read from; holds nothing that the events do not say. */
final class RunIndex {
    private static final int MOST_DIFFERENCES = 20;

    private RunIndex() {}

    static void put(Connection connection, IndexRow row) throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO run_index VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.values());
    }

    static @Nullable IndexRow find(Connection connection, String run) throws SQLException {
        return Sql.first(connection, "SELECT " + IndexRow.COLUMNS + " FROM run_index WHERE run = ?", IndexRow::of, run);
    }

    /** The row of a run that has begun and not ended. @throws IOException if there is none: a run ends once */
    static IndexRow going(Connection connection, RunId run) throws SQLException, IOException {
        IndexRow row = find(connection, run.value());
        if (row == null) {
            throw new IOException("the run " + run + " was never begun in this history");
        }
        if (row.endedSeq() != null) {
            throw new IOException(
                    RunStatus.INTERRUPTED.name().equals(row.status())
                            ? "the run " + run
                                    + " was taken for dead by another program, which closed it as interrupted;"
                                    + " what was measured until then is kept"
                            : "the run " + run + " has already ended");
        }
        return row;
    }

    static List<IndexRow> all(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT " + IndexRow.COLUMNS + " FROM run_index ORDER BY run", IndexRow::of);
    }

    static List<IndexRow> running(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT " + IndexRow.COLUMNS + " FROM run_index WHERE status IS NULL ORDER BY started",
                IndexRow::of);
    }

    /** The newest run that ended. */
    static @Nullable IndexRow newestEnded(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                "SELECT " + IndexRow.COLUMNS + " FROM run_index WHERE status IS NOT NULL"
                        + " ORDER BY started DESC, run DESC LIMIT 1",
                IndexRow::of);
    }

    /** Runs whose id begins so, at most {@code limit}. */
    static List<IndexRow> withPrefix(Connection connection, String prefix, int limit) throws SQLException {
        return Sql.list(
                connection,
                "SELECT " + IndexRow.COLUMNS + " FROM run_index WHERE run >= ? AND run < ? ORDER BY run LIMIT ?",
                IndexRow::of,
                prefix,
                prefix + Character.MAX_VALUE,
                limit);
    }

    static List<RunSummary> list(Connection connection, RunFilter filter) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        if (filter.status() != null) {
            conditions.add("status = ?");
            arguments.add(filter.status().name());
        }
        if (filter.model() != null) {
            conditions.add("instr(lower(models), lower(?)) > 0");
            arguments.add(filter.model());
        }
        if (filter.since() != null) {
            conditions.add("started >= ?");
            arguments.add(IndexRow.epochNanos(filter.since()));
        }
        if (filter.until() != null) {
            conditions.add("started < ?");
            arguments.add(IndexRow.epochNanos(filter.until()));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        arguments.add(filter.limit());
        SummaryReader reader = new SummaryReader();
        return Sql.list(
                connection,
                "SELECT " + IndexRow.COLUMNS + " FROM run_index" + where + " ORDER BY started DESC, run DESC LIMIT ?",
                row -> reader.summary(IndexRow.of(row)),
                arguments.toArray());
    }

    /** What the index must hold, folded from the given events. @throws IOException if an event cannot be read */
    static void fold(EventRow event, Map<String, IndexRow> rows) throws IOException {
        String kind = event.kindText();
        if (kind.equals(EventKind.RUN_STARTED)) {
            Run run = RecordJson.read(Ledger.part(event, "run"), Run.class);
            rows.putIfAbsent(run.id().value(), IndexRow.started(event.seq(), run));
        } else if (EventKind.endsRun(kind)) {
            Run run = RecordJson.read(Ledger.part(event, "run"), Run.class);
            IndexRow begun = rows.get(run.id().value());
            if (begun == null) {
                throw new IOException(
                        event.name() + " ends the run " + Foreign.word(run.id().value()) + ", which never began");
            }
            if (begun.endedSeq() == null) {
                // A second end is a finding of the verification; it never replaces the first.
                rows.put(run.id().value(), IndexRow.ended(begun.startedSeq(), event.seq(), run));
            }
        }
    }

    static void replaceAll(Connection connection, Iterable<IndexRow> rows) throws SQLException {
        Sql.update(connection, "DELETE FROM run_index");
        for (IndexRow row : rows) {
            put(connection, row);
        }
    }

    /** In what the table is not what the events say, one sentence a run; the first few. */
    static List<String> differences(Connection connection, Map<String, IndexRow> expected) throws SQLException {
        Map<String, IndexRow> stored = new TreeMap<>();
        all(connection).forEach(row -> stored.put(row.run(), row));
        Set<String> runs = new TreeSet<>(expected.keySet());
        runs.addAll(stored.keySet());
        return runs.stream()
                .map(run -> difference(run, stored.get(run), expected.get(run)))
                .filter(text -> !text.isEmpty())
                .limit(MOST_DIFFERENCES)
                .toList();
    }

    private static String difference(String run, @Nullable IndexRow stored, @Nullable IndexRow expected) {
        String name = "the run " + Foreign.word(run);
        if (stored == null) {
            return name + " is missing from it";
        }
        if (expected == null) {
            return name + " is in it and no event tells of it";
        }
        List<String> fields = expected.differences(stored);
        return fields.isEmpty() ? "" : name + ": " + String.join(", ", fields);
    }

    /** Folds all events anew. */
    static void rebuild(Connection connection) throws SQLException, IOException {
        Map<String, IndexRow> rows = new LinkedHashMap<>();
        for (long seq : Sql.list(
                connection, "SELECT seq FROM event WHERE kind LIKE 'run.%' ORDER BY seq", row -> row.getLong(1))) {
            EventRow event = Ledger.at(connection, seq);
            if (event != null) {
                fold(event, rows);
            }
        }
        replaceAll(connection, rows.values());
    }

    /** Runs as the events tell them, the newest first, without those whose events cannot be read. */
    static List<RunSummary> ofEvents(Connection connection) throws SQLException {
        Map<String, IndexRow> rows = new LinkedHashMap<>();
        for (long seq : Sql.list(
                connection, "SELECT seq FROM event WHERE kind LIKE 'run.%' ORDER BY seq", row -> row.getLong(1))) {
            try {
                EventRow event = Ledger.at(connection, seq);
                if (event != null) {
                    fold(event, rows);
                }
            } catch (IOException | RuntimeException e) {
                // Verification names the event; the other runs can still be shown.
            }
        }
        SummaryReader reader = new SummaryReader();
        List<RunSummary> summaries = new ArrayList<>();
        for (IndexRow row : rows.values()) {
            summaries.add(reader.summary(row));
        }
        summaries.sort(Comparator.comparing(RunSummary::startedAt).reversed());
        return summaries;
    }
}
