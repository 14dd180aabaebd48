package org.joulemark.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.history.json.RecordJson;

/** Says which files were written. */
final class WrittenFiles {
    private final List<String> files;

    WrittenFiles(Path... files) {
        this.files = Arrays.stream(files).map(Path::toString).toList();
    }

    void print(Console console, boolean json) {
        console.out()
                .println(json ? RecordJson.canonical(Map.of("files", files)) : "wrote " + String.join(" and ", files));
    }
}
