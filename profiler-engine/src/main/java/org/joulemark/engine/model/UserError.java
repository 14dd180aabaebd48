package org.joulemark.engine.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Something the user can mend: the message is one clear line that says what is wrong, where, and what to do. Shown
 * without a stack trace.
 */
public final class UserError extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What sort of mistake, which decides the exit code of the command line. */
    public enum Kind {
        /** A wrong argument, file or setting: exit code 2. */
        USAGE,
        /** The measurement could not be made or kept: exit code 5. */
        MEASUREMENT,
        /** What was kept is damaged: exit code 5, and a failed check where it was to be verified. */
        DAMAGED
    }

    /** An error with one line for the user. */
    public UserError(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** An error with one line for the user, and its technical cause for {@code --verbose}. */
    public UserError(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** A mistake in what the user gave. */
    public static UserError usage(String message) {
        return new UserError(Kind.USAGE, message);
    }

    /** A failure to measure or to keep what was measured. */
    public static UserError measurement(String message) {
        return new UserError(Kind.MEASUREMENT, message);
    }

    /**
     * That a file could not be written, with a remedy that goes with the reason.
     *
     * @param target as the user named it
     */
    public static UserError unwritable(Object target, IOException e) {
        return new UserError(
                Kind.MEASUREMENT,
                "cannot write " + target + ": " + unwritten(target, e) + "; " + remedy(String.valueOf(e.getMessage())),
                e);
    }

    /** A folder of the system that is there and takes no files says of each that it does not exist. */
    private static String unwritten(Object target, IOException e) {
        Path folder = e instanceof NoSuchFileException
                ? Path.of(target.toString()).toAbsolutePath().getParent()
                : null;
        return folder != null && Files.isDirectory(folder) ? folder + " takes no new files" : reason(e);
    }

    private static String remedy(String said) {
        return said.contains("No space left") || said.contains("quota") || said.contains("not enough space")
                ? "free some space or choose another folder"
                : "choose a folder where files can be made";
    }

    /** Why an operation on a file failed, in words: the exceptions of the file system often carry only the path. */
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileAlreadyExistsException _ -> "a file stands where a folder is needed";
            case NotDirectoryException _ -> "it is no folder";
            case FileSystemException failure when failure.getReason() != null -> String.valueOf(failure.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }

    /** The one line for the user. */
    public String line() {
        return String.valueOf(getMessage());
    }

    /** What sort of mistake. */
    public Kind kind() {
        return kind;
    }
}
