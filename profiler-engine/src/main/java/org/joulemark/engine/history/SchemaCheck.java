package org.joulemark.engine.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks the file's structure: pages, tables, and that the triggers against change are all there. */
final class SchemaCheck {
    private static final int MOST_LINES = 5;
    private final Findings findings;

    SchemaCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Connection connection) throws SQLException {
        for (String line :
                Sql.list(connection, "PRAGMA integrity_check(" + MOST_LINES + ")", row -> row.getString(1))) {
            if (!line.equals("ok")) {
                findings.problem(
                        0, "the database file", line.lines().findFirst().orElse("is damaged"));
            }
        }
        Map<String, String> expected = expected();
        Map<String, String> actual = objects(connection);
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
    }

    private static Map<String, String> expected() throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Sql.script(memory, Layout.script(Layout.NUMBER));
            return objects(memory);
        }
    }

    private static Map<String, String> objects(Connection connection) throws SQLException {
        Map<String, String> objects = new TreeMap<>();
        for (List<String> row : Sql.list(
                connection,
                "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
                row -> List.of(row.getString(1), row.getString(2), row.getString(3)))) {
            objects.put(row.get(0) + " " + row.get(1), row.get(2));
        }
        return objects;
    }
}
