package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.joulemark.engine.model.UserError;
import org.sqlite.SQLiteException;

/** Says in one line what went wrong with the stored history and what to do. Codes: https://sqlite.org/rescode.html */
final class StoreTrouble {
    private static final int PRIMARY_CODE = 0xFF;
    private static final int INTERRUPTED = 9;
    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;

    private static final String REPLACE = "; put a copy from a backup in its place, or move it away to begin a new one";

    private StoreTrouble() {}

    /** What to say when an open history could not be read or written. */
    static UserError userError(Path file, Exception cause) {
        return new UserError(kind(cause), line(file, cause), cause);
    }

    /** What to say when a history cannot even be opened: then verifying it could say no more. */
    static UserError atOpening(Path file, Exception cause) {
        return kind(cause) == UserError.Kind.DAMAGED
                ? new UserError(
                        UserError.Kind.DAMAGED,
                        "The history " + file + " is damaged so far that nothing in it can be read ("
                                + Foreign.why(cause) + ")" + REPLACE,
                        cause)
                : userError(file, cause);
    }

    /** What to say when a file is there and nothing is in it. */
    static UserError empty(Path file) {
        return new UserError(
                UserError.Kind.DAMAGED, "The history " + file + " is empty: whatever it held is gone" + REPLACE);
    }

    /** What to say when the end of the file is missing. */
    static UserError cutOff(Path file, long bytes, long wholeBytes) {
        return new UserError(
                UserError.Kind.DAMAGED,
                "The history %s is damaged: it was cut off, %,d of its %,d bytes are there%s"
                        .formatted(file, bytes, wholeBytes, REPLACE));
    }

    private static UserError.Kind kind(Exception cause) {
        return cause instanceof SQLException sql && (code(sql) == CORRUPT || code(sql) == NOT_A_DATABASE)
                ? UserError.Kind.DAMAGED
                : UserError.Kind.MEASUREMENT;
    }

    static IOException ioException(Path file, Exception cause) {
        return new IOException(line(file, cause), cause);
    }

    static String line(Path file, Exception cause) {
        return cause instanceof SQLException sql
                ? sqlLine(file, sql)
                : "The history " + file + " cannot be used: " + Foreign.why(cause);
    }

    private static String sqlLine(Path file, SQLException cause) {
        String start = "The history " + file + " ";
        return start
                + switch (code(cause)) {
                    case 3, 8, 23 ->
                        "cannot be written: it or its folder is read-only; change its permissions, or choose"
                                + " another folder with JOULEMARK_HOME";
                    case 5, 6 -> "is in use by another program; wait until that is done, then try again";
                    case 10 ->
                        "cannot be read or written because its disk failed or is full; what was recorded before"
                                + " is safe";
                    case CORRUPT -> "is damaged; 'joulemark history verify' says where, a copy from a backup mends it";
                    case 13 ->
                        "cannot grow because the disk is full; free some space, then try again; what was recorded"
                                + " before is safe";
                    case 14 -> "cannot be opened; check that its folder exists and that you may read and write it";
                    case NOT_A_DATABASE ->
                        "is not a history of this program; move the file away or choose another folder with"
                                + " JOULEMARK_HOME";
                    default -> "cannot be used: " + reason(cause);
                };
    }

    /** What went wrong, without the file's name. */
    static String reason(Exception cause) {
        return cause instanceof SQLiteException sqlite && (sqlite.getResultCode().code & PRIMARY_CODE) == INTERRUPTED
                ? "it takes more steps than a file of this size can need: its pages are linked in a circle or more"
                        + " than once"
                : Foreign.why(cause);
    }

    private static int code(SQLException cause) {
        return (cause instanceof SQLiteException sqlite ? sqlite.getResultCode().code : cause.getErrorCode())
                & PRIMARY_CODE;
    }
}
