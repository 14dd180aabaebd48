package org.joulemark.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Classes loaded and linked ahead of time (JEP 483, JEP 514), so that the program starts sooner. One training run
 * writes them; they hold for exactly this runtime and these jars. Where they do not hold, the program starts without.
 */
final class AotCache {
    /** The start that is recorded: the desktop opens, is drawn and ends. It gains the most from loaded classes. */
    private static final List<String> DESKTOP = List.of("desktop", "--screenshot=");

    /** What is recorded where no window can be drawn: the machine is read and a worker started. */
    private static final List<String> LINE = List.of("devices", "--json");

    private static final Pattern SECTION = Pattern.compile("\\[JavaOptions]\\R");
    private static final String FILE = "joulemark.aot";
    private static final long LIMIT_SECONDS = 180;

    private AotCache() {}

    /** Trains and turns the cache on in the launchers' configurations; false if the training gave none. */
    static boolean add(Path launcher, Path app, Path scratch) throws IOException, InterruptedException {
        List<Path> configurations = configurations(app);
        List<String> plain = new ArrayList<>();
        for (Path configuration : configurations) {
            String text = Files.readString(configuration);
            plain.add(text);
            // Not by JAVA_TOOL_OPTIONS, which the worker would inherit and overwrite the cache with its own.
            Files.writeString(configuration, training(text));
        }
        train(launcher, scratch, List.of(DESKTOP.getFirst(), DESKTOP.getLast() + scratch.resolve("training.png")));
        if (!Files.isRegularFile(app.resolve(FILE)) || Files.notExists(scratch.resolve("training.png"))) {
            train(launcher, scratch, LINE);
        }
        boolean made = Files.isRegularFile(app.resolve(FILE));
        for (int i = 0; i < plain.size(); i++) {
            Files.writeString(configurations.get(i), made ? turnedOn(plain.get(i)) : plain.get(i));
        }
        return made;
    }

    private static void train(Path launcher, Path scratch, List<String> start)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(start);
        ProcessBuilder training = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("training.log").toFile());
        training.environment().put("JOULEMARK_HOME", scratch.resolve("training").toString());
        Process process = training.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<Path> configurations(Path app) throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            return files.filter(file -> file.toString().endsWith(".cfg")).toList();
        }
    }

    /** A launcher's configuration that writes the cache when the program ends. */
    static String training(String configuration) {
        return with(
                configuration, "-XX:AOTCacheOutput=$APPDIR/" + FILE, "-Dglass.platform=Headless", "-Dprism.order=sw");
    }

    /**
     * A launcher's configuration that uses the cache. A cache that no longer fits (a jar copied with a new time) is
     * passed over by the runtime; that it says so on standard output is turned off.
     */
    static String turnedOn(String configuration) {
        return with(configuration, "-XX:AOTCache=$APPDIR/" + FILE, "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    private static String with(String configuration, String... options) {
        String lines = Stream.of(options)
                .map(option -> "java-options=" + option + System.lineSeparator())
                .collect(Collectors.joining());
        return SECTION.matcher(configuration).replaceFirst("$0" + Matcher.quoteReplacement(lines));
    }
}
