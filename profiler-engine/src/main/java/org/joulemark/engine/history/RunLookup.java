package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the event that holds a run's record by what a person types. */
final class RunLookup {
    private static final List<String> NEWEST = List.of("last", "latest");
    private static final int MOST_NAMED = 5;

    private RunLookup() {}

    /** What was typed names no run, or several; the message says which. */
    static final class NotFound extends IOException {
        private static final long serialVersionUID = 1L;

        private final String line;

        NotFound(String line) {
            super(line);
            this.line = line;
        }

        String line() {
            return line;
        }
    }

    /** The event that ended the run. @throws NotFound if there is no such run, or several, or it is not over */
    static EventRow end(Connection connection, String id) throws SQLException, IOException {
        IndexRow row = row(connection, id);
        Long seq = row.endedSeq();
        if (seq == null) {
            throw new NotFound("The run " + row.run() + " has not ended yet");
        }
        EventRow event = Ledger.at(connection, seq);
        if (event == null) {
            throw new IOException("event " + seq + " of the run " + row.run() + " is missing");
        }
        return event;
    }

    /** The run's row in the list, also of one that has not ended. @throws NotFound if there is no such run, or several */
    static IndexRow row(Connection connection, String id) throws SQLException, IOException {
        return NEWEST.contains(id) ? newest(connection) : named(connection, id);
    }

    private static IndexRow newest(Connection connection) throws SQLException, IOException {
        IndexRow row = RunIndex.newestEnded(connection);
        if (row == null) {
            throw new NotFound("No run has ended in this history yet; 'joulemark run' makes one");
        }
        return row;
    }

    private static IndexRow named(Connection connection, String id) throws SQLException, IOException {
        List<IndexRow> rows = id.isBlank() ? List.of() : RunIndex.withPrefix(connection, id, MOST_NAMED + 1);
        if (rows.isEmpty()) {
            throw new NotFound("There is no run \"" + id + "\" in this history; 'joulemark history list' shows them");
        }
        if (rows.size() > 1 && !rows.getFirst().run().equals(id)) {
            String names = rows.stream().limit(MOST_NAMED).map(IndexRow::run).collect(Collectors.joining(", "));
            throw new NotFound("Several runs begin with \"" + id + "\": " + names
                    + (rows.size() > MOST_NAMED ? ", …" : "") + "; give more of the name");
        }
        return rows.getFirst();
    }
}
