package org.joulemark.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package of the window has the same words in both languages, none missing, none left over. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "joulemark", "app", "ui");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "joulemark", "app", "ui");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*\\.?)\"");

    private static final Pattern ENDING_IN_JAVA = Pattern.compile("\"(\\.[A-Za-z0-9-]+)\"");

    static List<Path> packages() throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.endsWith("texts.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void bothLanguagesSayTheSame(Path folder) throws IOException {
        Properties english = load(folder.resolve("texts.properties"));
        Properties german = load(folder.resolve("texts_de.properties"));
        Set<String> missing = new TreeSet<>(english.stringPropertyNames());
        missing.removeAll(german.stringPropertyNames());
        assertThat(missing).as("without German words in %s", folder).isEmpty();
        Set<String> more = new TreeSet<>(german.stringPropertyNames());
        more.removeAll(english.stringPropertyNames());
        // Names of metrics come from the engine in English.
        more.removeIf(key -> key.startsWith("metric."));
        assertThat(more).as("only in German in %s", folder).isEmpty();
        for (String key : english.stringPropertyNames()) {
            assertThat(places(german.getProperty(key)))
                    .as("places to fill in %s of %s", key, folder)
                    .isEqualTo(places(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyWordIsUsedAndNoneIsMissing(Path folder) throws IOException {
        Set<String> known = load(folder.resolve("texts.properties")).stringPropertyNames();
        String place = RESOURCES.relativize(folder).toString();
        Set<String> asked = new TreeSet<>();
        for (Path view : files(folder, ".fxml")) {
            collect(IN_FXML, Files.readString(view), asked);
        }
        assertThat(known).as("words that views of %s ask for", place).containsAll(asked);
        for (Path source : files(SOURCES.resolve(place), ".java")) {
            collect(IN_JAVA, Files.readString(source), asked);
        }
        Set<String> endings = new TreeSet<>();
        for (Path source : files(SOURCES.resolve(place), ".java")) {
            collect(ENDING_IN_JAVA, Files.readString(source), endings);
        }
        Set<String> unused = new TreeSet<>(known);
        unused.removeIf(key -> endings.stream()
                .anyMatch(end -> key.endsWith(end) && asked.contains(key.substring(0, key.length() - end.length()))));
        unused.removeIf(key ->
                asked.contains(key) || asked.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part)));
        unused.removeIf(key -> key.indexOf('.') < 0);
        assertThat(unused).as("words nobody asks for in %s", place).isEmpty();
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)|%[0-9$.]*([sdf])").matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        if (text.contains("{0")) {
            // Throws for unbalanced braces and quotes.
            new MessageFormat(text, Locale.ENGLISH).toPattern();
        }
        return places;
    }

    private static void collect(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(
                    all.filter(file -> file.toString().endsWith(ending)).toList());
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
