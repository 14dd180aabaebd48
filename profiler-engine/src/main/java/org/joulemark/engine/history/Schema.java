package org.joulemark.engine.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file's tables, indexes and triggers are, and what they must be. Nothing may be read from a file whose tables
 * are not exactly these: a view, a virtual table or an expression in their place runs what its maker wrote.
 */
final class Schema {
    /** A history has 22 objects; a file made to be endless should not be listed. */
    private static final int MOST_OBJECTS = 200;

    private Schema() {}

    /** The objects' text by type and name. */
    static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> objects = new TreeMap<>();
        Sql.list(
                connection,
                "SELECT COALESCE(type, '?'), COALESCE(name, '?'), COALESCE(sql, '') FROM sqlite_schema"
                        + " WHERE NOT (type = 'table' AND name LIKE 'sqlite_stat%') LIMIT " + MOST_OBJECTS,
                row -> objects.put(row.getString(1) + " " + row.getString(2), row.getString(3)));
        return objects;
    }

    /** What {@link #of} must give. */
    static Map<String, String> expected() {
        return Expected.OBJECTS;
    }

    /** Made once, when it is first asked for. */
    private static final class Expected {
        private static final Map<String, String> OBJECTS = make();

        private static Map<String, String> make() {
            try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                Sql.script(memory, Layout.script(Layout.NUMBER));
                return Map.copyOf(of(memory));
            } catch (SQLException e) {
                throw new IllegalStateException("the program's own layout cannot be made", e);
            }
        }
    }

    /** Whether reading the tables among {@code actual} runs nothing but what this program wrote into them. */
    static boolean readable(Map<String, String> actual) {
        return storing(actual).equals(storing(expected()));
    }

    /** Throws unless the file's tables can be read. */
    static void requireReadable(Connection connection) throws SQLException {
        if (!readable(of(connection))) {
            throw new SQLException("its tables are not those of a history; 'joulemark history verify' says more");
        }
    }

    /** Tables and their indexes; triggers only act on writing and views only when they are asked. */
    private static Map<String, String> storing(Map<String, String> objects) {
        Map<String, String> storing = new TreeMap<>(objects);
        storing.keySet().removeIf(name -> !name.startsWith("table ") && !name.startsWith("index "));
        return storing;
    }
}
