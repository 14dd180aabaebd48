package org.joulemark.app.ui.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.UserError;

/** Writes the record of a run as canonical JSON, whole or not at all. */
final class RunExport {
    private RunExport() {}

    /** Writes beside {@code target} and moves into place. @throws UserError if that is not possible */
    static Path write(History history, String run, Path target) throws UserError {
        byte[] json = RecordJson.canonicalBytes(history.runSoFar(run));
        Path absolute = target.toAbsolutePath();
        Path folder = Objects.requireNonNull(absolute.getParent(), "an absolute file has a folder");
        Path beside = folder.resolve(
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try {
                Files.write(beside, json);
                Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return absolute;
        } catch (IOException e) {
            throw UserError.unwritable(target, e);
        }
    }
}
