package org.joulemark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.history.json.RecordJson;

/** Files that were written: where, and that they are there. */
final class WrittenFiles {
    private final List<String> files;

    WrittenFiles(Path... files) {
        this.files = Arrays.stream(files).map(Path::toString).toList();
    }

    /** Where to write what {@code --out} names: a folder that is there gets a file of the usual name. */
    static Path target(Path out, String usualName) {
        return Files.isDirectory(out) ? out.resolve(usualName) : out;
    }

    void print(Console console, boolean json) {
        console.out()
                .println(json ? RecordJson.canonical(Map.of("files", files)) : "wrote " + String.join(" and ", files));
    }
}
