package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/** One connection to the ledger's file, used by one thread at a time; writes are all or nothing. */
final class LedgerStore implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean inTransaction;

    LedgerStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
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

    /** Nothing is to be kept, so it is rolled back: to commit fails on a damaged file, after all was read and told. */
    private <T> T snapshot(Work<T> work) throws SQLException, IOException {
        Sql.script(connection, "BEGIN");
        inTransaction = true;
        try {
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
