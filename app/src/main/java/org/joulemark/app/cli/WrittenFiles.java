package org.joulemark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.reports.Cautions;

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

    /** Says where they are, and on standard error what stands in them against those they are about. */
    void print(Console console, boolean json, Stream<Contender> subjects) {
        console.out()
                .println(json ? RecordJson.canonical(Map.of("files", files)) : "wrote " + String.join(" and ", files));
        subjects.flatMap(subject -> Stream.concat(
                                Cautions.of(subject.run()).stream(),
                                Stream.ofNullable(subject.version().failure())
                                        .map(failure -> "FAILED: " + RunTable.words(failure)))
                        .map(caution -> subject.label() + ": " + caution))
                .distinct()
                .forEach(console.err()::println);
    }
}
