package org.joulemark.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.joulemark.engine.model.UserError;

/** Writes reports to files, whole or not at all. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Writes beside {@code target} and moves into place. @throws UserError if that is not possible */
    public static void write(Report report, ReportInput input, Path target) throws UserError {
        Path absolute = target.toAbsolutePath();
        refuseOther(target);
        Path folder = Objects.requireNonNull(absolute.getParent(), "an absolute file has a folder");
        try {
            Files.createDirectories(folder);
            // Not a temporary file of the system, which nobody else could read once it is moved.
            Path beside = folder.resolve(
                    "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(beside)) {
                    report.write(input, out);
                }
                Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw UserError.unwritable(target, e);
        }
    }

    /** Moving into place would replace an empty folder, and for the superuser a device. */
    private static void refuseOther(Path target) throws UserError {
        if (Files.isDirectory(target)) {
            throw UserError.usage("cannot write " + target + ": it is a folder; name a file in it");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw UserError.usage("cannot write " + target + ": it is not a file; name one that may be replaced");
        }
    }
}
