package org.joulemark.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Classes loaded and linked ahead of time (JEP 483, JEP 514), so that the program starts sooner. One training run
 * writes them; they hold for exactly this runtime and these jars. Where they do not hold, the program starts without.
 */
final class AotCache {
    /** The start that is recorded: it reads the machine, opens libraries and starts a worker. */
    static final List<String> TRAINING = List.of("devices", "--json");

    private static final String FILE = "joulemark.aot";
    private static final long LIMIT_SECONDS = 180;

    private AotCache() {}

    /** Trains and turns the cache on in the launchers' configurations; false if the training gave none. */
    static boolean add(Path launcher, Path app, Path scratch) throws IOException, InterruptedException {
        Path cache = app.resolve(FILE);
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(TRAINING);
        ProcessBuilder training = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("training.log").toFile());
        training.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=\"" + cache + "\"");
        training.environment().put("JOULEMARK_HOME", scratch.resolve("training").toString());
        Process process = training.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (!Files.isRegularFile(cache)) {
            return false;
        }
        for (Path configuration : configurations(app)) {
            Files.writeString(configuration, turnedOn(Files.readString(configuration)));
        }
        return true;
    }

    private static List<Path> configurations(Path app) throws IOException {
        try (var files = Files.list(app)) {
            return files.filter(file -> file.toString().endsWith(".cfg")).toList();
        }
    }

    /**
     * A launcher's configuration that uses the cache. A cache that no longer fits (a jar copied with a new time) is
     * passed over by the runtime; that it says so on standard output is turned off.
     */
    static String turnedOn(String configuration) {
        return configuration.replaceFirst(
                "\\[JavaOptions](\\R)",
                "[JavaOptions]$1java-options=-XX:AOTCache=\\$APPDIR/" + FILE
                        + "$1java-options=-Xlog:aot*=off$1java-options=-Xlog:cds*=off$1");
    }
}
