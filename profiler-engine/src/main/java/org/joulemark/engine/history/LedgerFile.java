package org.joulemark.engine.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joulemark.engine.model.UserError;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Opens the ledger's file, makes it where there is none, and refuses what this program must not touch. */
final class LedgerFile {
    private static final int HEADER_BYTES = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE_OFFSET = 16;
    private static final int CHANGES_OFFSET = 24;
    private static final int PAGE_COUNT_OFFSET = 28;
    private static final int COUNTED_AT_OFFSET = 92;
    private static final int USER_VERSION_OFFSET = 60;
    private static final int APPLICATION_ID_OFFSET = 68;
    private static final int BUSY_MILLIS = 5_000;

    private static final String KEEP_AWAY = "; move it away or choose another folder with JOULEMARK_HOME";

    private LedgerFile() {}

    static LedgerStore openForWriting(Path file, String actor) throws UserError {
        try {
            OwnerOnly.makeFolder(folder(file));
            if (DataFolder.isPlatforms(folder(file))) {
                OwnerOnly.tighten(folder(file));
            }
        } catch (IOException e) {
            throw new UserError(
                    UserError.Kind.MEASUREMENT,
                    "The folder for the history, " + folder(file) + ", cannot be made: " + e
                            + "; choose another one with JOULEMARK_HOME",
                    e);
        }
        try {
            refuseIrregular(file);
            boolean made = Files.exists(file) && Files.size(file) > 0;
            if (made) {
                refuseForeign(file, KEEP_AWAY);
            }
            OwnerOnly.makeFile(file);
            tightenBeside(file);
            Connection connection = connect(file, "", false);
            return guarded(file, connection, false, () -> {
                if (!made) {
                    create(connection, actor);
                }
                Schema.requireReadable(connection);
                Sql.script(connection, "PRAGMA journal_mode = WAL");
                Sql.script(connection, "PRAGMA foreign_keys = ON");
                requireWritable(file, connection);
            });
        } catch (SQLException | IOException e) {
            throw StoreTrouble.atOpening(file, e);
        }
    }

    static LedgerStore openForReading(Path file) throws UserError {
        try {
            if (!Files.exists(file)) {
                throw UserError.usage("There is no history in " + folder(file)
                        + " yet; 'joulemark run' or 'joulemark quickstart' begins one");
            }
            refuseIrregular(file);
            refuseEmpty(file);
            refuseForeign(file, KEEP_AWAY);
            return reading(file);
        } catch (SQLException | IOException e) {
            throw StoreTrouble.atOpening(file, e);
        }
    }

    /** Opens any history for looking at it: neither it nor its folder is changed, not even by SQLite's side files. */
    static LedgerStore openForAudit(Path file) throws UserError {
        try {
            if (!Files.exists(file)) {
                throw UserError.usage("There is no file " + file);
            }
            if (Files.isDirectory(file) || !Files.isReadable(file)) {
                throw UserError.usage(file + " cannot be read as a history: "
                        + (Files.isDirectory(file) ? "it is a folder" : "permission denied"));
            }
            refuseIrregular(file);
            refuseEmpty(file);
            refuseForeign(file, "");
            // Without a write-ahead log nobody is writing, and SQLite need not make one to read.
            return Files.exists(file.resolveSibling(file.getFileName() + "-wal"))
                    ? reading(file)
                    : readable(file, connect(file, "?immutable=1", true));
        } catch (SQLException | IOException e) {
            throw StoreTrouble.atOpening(file, e);
        }
    }

    private static void tightenBeside(Path file) throws IOException {
        for (String name : List.of(file.getFileName() + "-wal", file.getFileName() + "-shm", SigningKey.FILE_NAME)) {
            OwnerOnly.tighten(file.resolveSibling(name));
        }
    }

    private static LedgerStore reading(Path file) throws SQLException, IOException {
        try {
            return readable(file, connect(file, "?mode=ro", true));
        } catch (SQLException e) {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            if (Files.isWritable(folder(file)) || (Files.exists(log) && Files.size(log) > 0)) {
                throw e;
            }
            // On read-only media SQLite cannot make the shared-memory file it wants; nobody can write there either.
            return readable(file, connect(file, "?immutable=1", true));
        }
    }

    private static LedgerStore readable(Path file, Connection connection) throws SQLException, IOException {
        return guarded(
                file, connection, true, () -> Sql.list(connection, "SELECT 1 FROM sqlite_schema LIMIT 1", row -> 1));
    }

    /** Something to do before a connection is handed out. */
    @FunctionalInterface
    private interface Preparation {
        void run() throws SQLException, IOException;
    }

    private static LedgerStore guarded(Path file, Connection connection, boolean limited, Preparation preparation)
            throws SQLException, IOException {
        boolean done = false;
        try {
            Sql.script(connection, "PRAGMA trusted_schema = OFF");
            Sql.script(connection, "PRAGMA cell_size_check = ON");
            ReadLimit limit = limited ? ReadLimit.on(connection) : null;
            preparation.run();
            done = true;
            return new LedgerStore(file, connection, limit);
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    private static Connection connect(Path file, String parameters, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + parameters);
    }

    /** A lock is taken and given back, so that a file that cannot be written is found before anything is measured. */
    private static void requireWritable(Path file, Connection connection) throws SQLException {
        if (!Files.isWritable(file)) {
            throw new SQLException("the file is read-only", "", SQLiteErrorCode.SQLITE_READONLY.code);
        }
        Sql.script(connection, "BEGIN IMMEDIATE");
        Sql.script(connection, "ROLLBACK");
    }

    /** Makes the tables and the first event in one step; another program may have been faster. */
    private static void create(Connection connection, String actor) throws SQLException {
        Sql.script(connection, "BEGIN IMMEDIATE");
        boolean done = false;
        try {
            if (Sql.number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0) {
                Sql.script(connection, Layout.script(Layout.NUMBER));
                Sql.script(connection, "PRAGMA application_id = " + Layout.APPLICATION_ID);
                Sql.script(connection, "PRAGMA user_version = " + Layout.USER_VERSION);
                Ledger.append(connection, actor, EventKind.LEDGER_CREATED, genesis());
            }
            Sql.script(connection, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                Sql.script(connection, "ROLLBACK");
            }
        }
    }

    private static Map<String, Object> genesis() {
        return Map.of(
                "ledger", UUID.randomUUID().toString(),
                "layout", Layout.NUMBER,
                "program", ProgramVersion.text(),
                "policy",
                        Map.of(
                                "corrections", "new events that name what they restate",
                                "events", "append-only, canonical JSON (RFC 8785), chained by SHA-256",
                                "starts", "every run is recorded before it is measured",
                                "checkpoints", "Ed25519 at the beginning and at the end of every run"));
    }

    /** A pipe would keep a reader waiting and a device never end, also in the place of SQLite's side files. */
    private static void refuseIrregular(Path file) throws UserError {
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
            Path each = file.resolveSibling(file.getFileName() + end);
            if (Files.exists(each) && !Files.isRegularFile(each)) {
                throw new UserError(
                        UserError.Kind.MEASUREMENT,
                        "The history " + file + " is not read: " + (end.isEmpty() ? "it" : each) + " is no regular file"
                                + KEEP_AWAY);
            }
        }
    }

    private static void refuseEmpty(Path file) throws IOException, UserError {
        if (Files.size(file) == 0) {
            throw StoreTrouble.empty(file);
        }
    }

    private static void refuseForeign(Path file, String remedy) throws IOException, UserError {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER_BYTES);
        }
        String what = "The file " + file;
        if (header.length < HEADER_BYTES && header.length >= MAGIC.length && startsWith(header, MAGIC)) {
            throw StoreTrouble.cutOff(file, header.length, HEADER_BYTES);
        }
        if (header.length < HEADER_BYTES || !startsWith(header, MAGIC)) {
            throw UserError.usage(what + " is not a history: it is not a database" + remedy);
        }
        ByteBuffer fields = ByteBuffer.wrap(header);
        if (fields.getInt(APPLICATION_ID_OFFSET) != Layout.APPLICATION_ID) {
            throw UserError.usage(what + " is not a history: it is a database of another program" + remedy);
        }
        int version = fields.getInt(USER_VERSION_OFFSET);
        if (Layout.numberOf(version) > Layout.NUMBER) {
            throw UserError.usage(what + " was written by a newer version (layout " + Layout.numberOf(version)
                    + ", this program reads " + Layout.NUMBER + "); install Joulemark " + Layout.programOf(version)
                    + " or newer; nothing was changed");
        }
        refuseCutOff(file, fields);
    }

    /**
     * The header tells how many pages of which size there must be, see https://sqlite.org/fileformat2.html#the_database_header.
     * While a write-ahead log lies beside the file, the last pages may still be in that.
     */
    private static void refuseCutOff(Path file, ByteBuffer header) throws IOException, UserError {
        int pageSize = header.getShort(PAGE_SIZE_OFFSET) & 0xFFFF;
        long whole = Integer.toUnsignedLong(header.getInt(PAGE_COUNT_OFFSET)) * (pageSize == 1 ? 1 << 16 : pageSize);
        boolean counted = header.getInt(CHANGES_OFFSET) == header.getInt(COUNTED_AT_OFFSET);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (counted && Files.size(file) < whole && (!Files.exists(log) || Files.size(log) == 0)) {
            throw StoreTrouble.cutOff(file, Files.size(file), whole);
        }
    }

    /** The folder the file lies in. */
    static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return ByteBuffer.wrap(bytes, 0, start.length).equals(ByteBuffer.wrap(start));
    }
}
