package org.joulemark.engine.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Checks the file's structure: tables, that the triggers against change are all there, and pages. */
final class SchemaCheck {
    private static final int MOST_LINES = 5;
    private final Findings findings;

    SchemaCheck(Findings findings) {
        this.findings = findings;
    }

    /** Whether the tables can be read at all; if not, that is among the findings. */
    boolean check(Connection connection) throws SQLException {
        Map<String, String> expected = new TreeMap<>(Schema.expected());
        Map<String, String> actual = Schema.of(connection);
        expected.forEach((name, sql) -> {
            if (!actual.containsKey(name)) {
                findings.problem(0, "the " + name, "it is missing");
            } else if (!sql.equals(actual.get(name))) {
                findings.problem(0, "the " + name, "it was changed");
            }
        });
        actual.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> findings.problem(0, "the " + name, "it does not belong here"));
        boolean readable = Schema.readable(actual);
        if (readable) {
            checkPages(connection);
        } else {
            findings.problem(0, "the tables", "they are not those of a history, so nothing in them was read");
        }
        return readable;
    }

    private void checkPages(Connection connection) throws SQLException {
        for (String line :
                Sql.list(connection, "PRAGMA integrity_check(" + MOST_LINES + ")", row -> row.getString(1))) {
            if (!line.equals("ok")) {
                findings.problem(
                        0, "the database file", line.lines().findFirst().orElse("is damaged"));
            }
        }
    }
}
