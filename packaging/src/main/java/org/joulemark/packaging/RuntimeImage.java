package org.joulemark.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The Java runtime inside the image: the modules we use and JavaFX, no more. */
final class RuntimeImage {
    /**
     * What our code and libraries need of the JDK. jdk.management has the CPU time of a process; jdk.localedata German
     * numbers and dates; jdk.unsupported is for protobuf; java.security.jgss and java.xml.crypto are named by POI;
     * java.naming by log4j-api, jdk.jfr by JavaFX. A module that new code needs is added here; jdeps names them:
     * {@code jdeps --multi-release 25 --ignore-missing-deps --print-module-deps --class-path 'app/target/lib/*'
     * app/target/joulemark-app.jar}.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.security.jgss",
            "java.sql",
            "java.xml",
            "java.xml.crypto",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "javafx.controls",
            "javafx.fxml");

    private RuntimeImage() {}

    /**
     * Links the runtime into {@code target}. {@code bin/java} stays in it: measuring processes are started with it.
     * Line numbers stay too (8 MB), so that a report of a fault says where.
     */
    static void link(List<Path> javafx, Path target) throws IOException {
        String modulePath = javafx.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        JavaTool.run(
                "jlink",
                List.of(
                        "--module-path",
                        modulePath,
                        "--add-modules",
                        String.join(",", MODULES),
                        "--include-locales=en,de",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-6",
                        "--generate-cds-archive",
                        "--output",
                        target.toString()));
        dropArchiveForHugeHeaps(target);
    }

    /** Of the two class archives, the second serves heaps beyond 32 GB, which nothing here has; 15 MB. */
    private static void dropArchiveForHugeHeaps(Path target) throws IOException {
        Files.deleteIfExists(target.resolve("lib/server/classes_nocoops.jsa"));
        Files.deleteIfExists(target.resolve("bin/server/classes_nocoops.jsa"));
    }
}
