package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * Keeps reading a file in proportion to its size, whatever the file is: pages may be linked so that a table never ends
 * or gives more than the file holds. SQLite counts steps of its virtual machine; a history takes less than one a byte.
 */
final class ReadLimit {
    /** No value of a history comes near this; it is what one read may ask of memory. */
    private static final int MOST_VALUE_BYTES = 1 << 27;

    private static final int STEPS_A_LOOK = 1_000;
    private static final long LEAST_STEPS = 2_000_000;
    private static final long STEPS_A_BYTE = 2;

    private long fileBytes;
    private long stepsLeft = LEAST_STEPS;
    private long bytesLeft;

    private ReadLimit() {}

    /** Watches over a connection from now on. */
    static ReadLimit on(Connection connection) throws SQLException {
        if (connection instanceof SQLiteConnection sqlite) {
            sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES);
        }
        ReadLimit limit = new ReadLimit();
        ProgressHandler.setHandler(connection, STEPS_A_LOOK, new ProgressHandler() {
            @Override
            protected int progress() {
                limit.stepsLeft -= STEPS_A_LOOK;
                return limit.stepsLeft < 0 ? 1 : 0;
            }
        });
        limit.begin(connection);
        return limit;
    }

    /** A new reading begins, of the file as it is now. */
    void begin(Connection connection) throws SQLException {
        stepsLeft = LEAST_STEPS;
        fileBytes = Sql.number(connection, "PRAGMA page_count") * Sql.number(connection, "PRAGMA page_size");
        stepsLeft = LEAST_STEPS + STEPS_A_BYTE * fileBytes;
        bytesLeft = fileBytes;
    }

    /** Size of the file. */
    long fileBytes() {
        return fileBytes;
    }

    /** Content was read that is stored once. @throws IOException if that is more than the file can hold */
    void took(long bytes) throws IOException {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new IOException("it gives more than the file holds: its pages are linked more than once");
        }
    }
}
