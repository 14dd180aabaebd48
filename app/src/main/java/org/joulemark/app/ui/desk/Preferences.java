package org.joulemark.app.ui.desk;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the user likes the window, in {@code desktop.properties} of the data folder. Nothing measured lies here: an
 * unreadable file means the usual looks. Thread-safe.
 */
public final class Preferences {
    private final Path file;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** Preferences kept in {@code folder}; reads what is there. */
    public Preferences(Path folder) {
        this.file = folder.resolve("desktop.properties");
        if (Files.isReadable(file)) {
            Properties read = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
                read.stringPropertyNames().forEach(key -> values.put(key, read.getProperty(key)));
            } catch (IOException | IllegalArgumentException e) {
                // Damaged looks are no reason not to start.
                values.clear();
            }
        }
    }

    /** What was chosen under {@code key}. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** What was chosen under {@code key}, or {@code otherwise}. */
    public String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /** The number chosen under {@code key}, or {@code otherwise} where there is none. */
    public double number(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).filter(Double::isFinite).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Chooses {@code value} under {@code key}; {@link #save()} keeps it. */
    public void set(String key, String value) {
        values.put(key, value);
    }

    /** Forgets what was chosen under {@code key}. */
    public void clear(String key) {
        values.remove(key);
    }

    /** Forgets all choices whose key is not wanted. */
    public void keepOnly(Predicate<String> wanted) {
        values.keySet().removeIf(wanted.negate());
    }

    /** Writes the file, whole or not at all. @throws IOException if the folder cannot be written */
    public synchronized void save() throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(beside)) {
                // Sorted and without the date that Properties writes: the same choices give the same file.
                out.write(new TreeMap<>(values)
                        .entrySet().stream()
                                .map(one -> escaped(one.getKey()) + "=" + escaped(one.getValue()) + "\n")
                                .collect(Collectors.joining()));
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("=", "\\=")
                .replace(":", "\\:")
                .replace("#", "\\#")
                .replace("!", "\\!")
                .replace(" ", "\\ ");
    }
}
