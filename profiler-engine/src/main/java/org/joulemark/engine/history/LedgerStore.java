package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One connection to the ledger's file, used by one thread at a time; writes are all or nothing. */
final class LedgerStore implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final @Nullable ReadLimit limit;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean inTransaction;

    /** A store this program writes itself. */
    LedgerStore(Path file, Connection connection) {
        this(file, connection, null);
    }

    /** A store of whatever make, read only within limits. */
    LedgerStore(Path file, Connection connection, @Nullable ReadLimit limit) {
        this.file = file;
        this.connection = connection;
        this.limit = limit;
    }

    /** Something to do with the connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /** How sure a write must be when it returns. */
    enum Durability {
        /** Survives a crash of the program, perhaps not a power cut in the same second. */
        LIVE("NORMAL"),
        /** Survives a power cut. */
        SEALED("FULL");

        private final String synchronous;

        Durability(String synchronous) {
            this.synchronous = synchronous;
        }
    }

    Path file() {
        return file;
    }

    /** What bounds reading here; only of a store opened for reading. */
    ReadLimit limit() {
        return Objects.requireNonNull(limit, "opened for writing");
    }

    /** Reads from one unchanging snapshot: that of the work this is called from, if there is any. */
    <T> T read(Work<T> work) throws SQLException, IOException {
        lock.lock();
        try {
            return inTransaction ? work.on(connection) : snapshot(work);
        } finally {
            lock.unlock();
        }
    }

    <T> T write(Durability durability, Work<T> work) throws SQLException, IOException {
        lock.lock();
        try {
            Sql.script(connection, "PRAGMA synchronous = " + durability.synchronous);
            return transaction(work);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Brings what lies in the journal beside the file into it, so that a copy of the file alone is whole. Readers of the
     * moment may keep that from happening; then it happens the next time, or when the file is closed.
     */
    void settle() throws SQLException {
        lock.lock();
        try {
            Sql.script(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            lock.unlock();
        }
    }

    /** There is nothing to commit, and over a damaged file SQLite would refuse to. */
    private <T> T snapshot(Work<T> work) throws SQLException, IOException {
        Sql.script(connection, "BEGIN");
        inTransaction = true;
        try {
            if (limit != null) {
                limit.begin(connection);
            }
            return work.on(connection);
        } finally {
            inTransaction = false;
            rollBack();
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException, IOException {
        Sql.script(connection, "BEGIN IMMEDIATE");
        inTransaction = true;
        boolean done = false;
        try {
            T result = work.on(connection);
            Sql.script(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            inTransaction = false;
            if (!done) {
                rollBack();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            connection.close();
        } finally {
            lock.unlock();
        }
    }

    private void rollBack() {
        try {
            Sql.script(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite has rolled back by itself (disk full, input/output error, damage); the first error is the one to
            // report.
        }
    }
}
