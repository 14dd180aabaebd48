package org.joulemark.engine.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.onnx.TestCases;
import org.jspecify.annotations.Nullable;

/**
 * Reads evaluation sets: .npz archives, .csv tables, and folders with ONNX reference data ({@code test_data_set_N}),
 * whose answers are those of the reference outputs.
 */
public final class EvaluationSets {
    private static final String LABEL = "label";
    private static final String LABEL_NAME = "label_name";

    private EvaluationSets() {}

    /**
     * The set at {@code path}; labels stored as whole numbers or text ask for classes, other numbers for values, and
     * an archive without labels for nothing.
     *
     * @throws UserError in one line if it cannot be read or is not consistent
     */
    public static EvaluationSet read(Path path) throws UserError {
        return read(path, null);
    }

    /**
     * The set at {@code path}, read as what {@code task} asks for; null decides by the labels.
     *
     * @throws UserError in one line if it cannot be read or is not consistent
     */
    public static EvaluationSet read(Path path, @Nullable Task task) throws UserError {
        if (Files.isDirectory(path)) {
            List<Path> sets = TestCases.folders(path);
            return checked(path, ReferenceFolder.read(path, sets), task, ReferenceFolder.files(sets));
        }
        if (!Files.isRegularFile(path)) {
            throw UserError.usage("data " + path + (Files.exists(path) ? " is no file" : " does not exist")
                    + "; give a .npz or .csv file or a folder with test_data_set_0");
        }
        return checked(path, rows(path), task, List.of(path));
    }

    private static Rows rows(Path file) throws UserError {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            return ofArchive(file, NpzFile.read(file));
        }
        if (name.endsWith(".csv")) {
            return CsvFile.read(file);
        }
        throw UserError.usage("data " + file + " is neither .npz nor .csv");
    }

    private static Rows ofArchive(Path file, NpzFile.Archive archive) throws UserError {
        for (String name : List.of(LABEL, LABEL_NAME)) {
            String why = archive.unreadable().get(name);
            if (why != null) {
                throw UserError.usage("data " + file + ": array '" + name + "' " + why);
            }
        }
        Map<String, TensorData> inputs = new LinkedHashMap<>(archive.arrays());
        TensorData label = inputs.remove(LABEL);
        TensorData names = inputs.remove(LABEL_NAME);
        if (names != null) {
            checkColumn(file, names);
            if (names.strings() == null) {
                throw UserError.usage("data " + file + ": its array 'label_name' is " + names.type() + ", not text");
            }
        }
        if (label == null) {
            return withoutNumbers(file, inputs, archive.unreadable(), names);
        }
        checkColumn(file, label);
        if (!Numbers.readable(label.type())) {
            throw UserError.usage("data " + file + ": its array 'label' is " + label.type() + ", which is no number");
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < Numbers.count(label); i++) {
            values.add(Elements.at(label, i));
        }
        Labels labels = new Labels(values, !Numbers.floating(label.type()), names == null ? null : names.strings());
        return new Rows(inputs, archive.unreadable(), labels, List.of());
    }

    /** Class names alone are answers too; without any answers the rows still serve to measure latency and energy. */
    private static Rows withoutNumbers(
            Path file, Map<String, TensorData> inputs, Map<String, String> unreadable, @Nullable TensorData names) {
        List<String> texts = names == null ? null : names.strings();
        if (texts != null) {
            return new Rows(inputs, unreadable, Labels.ofNames(texts), List.of());
        }
        Finding none = new Finding(
                "no-labels",
                Severity.NOTE,
                "no accuracy: data " + file.getFileName() + " has no labels",
                "add an array 'label' with one right answer a row");
        return new Rows(inputs, unreadable, null, List.of(none));
    }

    private static void checkColumn(Path file, TensorData labels) throws UserError {
        if (labels.shape().isEmpty() || labels.elements() != labels.shape().getFirst()) {
            throw UserError.usage("data " + file + ": array '" + labels.name() + "' has the shape " + labels.shape()
                    + "; it must hold one answer a row");
        }
    }

    private static EvaluationSet checked(Path path, Rows read, @Nullable Task wanted, List<Path> files)
            throws UserError {
        Labels labels = read.labels();
        long rows = labels == null ? usualRows(read.inputs()) : labels.values().size();
        if (rows == 0) {
            throw UserError.usage("data " + path + " has no rows");
        }
        checkInputs(path, read.inputs(), rows, labels != null);
        Task task = Task.UNLABELLED;
        if (labels != null) {
            task = wanted != null ? wanted : labels.integers() ? Task.CLASSIFICATION : Task.REGRESSION;
            checkLabels(path, labels, task);
        }
        DatasetFacts facts = new DatasetFacts(
                String.valueOf(path.toAbsolutePath().normalize().getFileName()), sha256(path, files), task, rows);
        return new EvaluationSet(facts, read);
    }

    /** The first size most arrays have; an array of another size that is wanted after all is refused when it is bound. */
    private static long usualRows(Map<String, TensorData> inputs) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        for (TensorData input : inputs.values()) {
            if (!input.shape().isEmpty()) {
                counts.merge(input.shape().getFirst(), 1, Integer::sum);
            }
        }
        long usual = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> count : counts.entrySet()) {
            if (count.getValue() > most) {
                most = count.getValue();
                usual = count.getKey();
            }
        }
        return Math.clamp(usual, 0, Integer.MAX_VALUE);
    }

    /** Arrays nobody asks for may have any shape, but some array must go with the labels. */
    private static void checkInputs(Path file, Map<String, TensorData> inputs, long rows, boolean labelled)
            throws UserError {
        boolean none = inputs.values().stream()
                .noneMatch(input -> !input.shape().isEmpty() && input.shape().getFirst() == rows);
        Optional<TensorData> first = inputs.values().stream().findFirst();
        if (none && first.isPresent()) {
            throw InputBinding.rowsDiffer(file.toString(), first.get(), rows, labelled);
        }
    }

    private static void checkLabels(Path file, Labels labels, Task task) throws UserError {
        int rows = labels.values().size();
        List<String> names = labels.names();
        if (names != null && names.size() != rows) {
            throw UserError.usage("data " + file + " has " + names.size() + " label names for " + rows + " labels");
        }
        if (names != null && task == Task.REGRESSION) {
            throw UserError.usage("data " + file + " has classes as labels (" + names.getFirst()
                    + "), which are no values for a regression");
        }
        for (int i = 0; i < rows; i++) {
            double label = labels.values().get(i);
            if (!answer(label, task)) {
                throw UserError.usage("data " + file + ": the label of row " + i + " is " + label
                        + (task == Task.CLASSIFICATION ? ", which is no class number" + whole(labels, label) : ""));
            }
        }
    }

    /** Whole numbers stand for classes; those below zero most likely never were any. */
    private static String whole(Labels labels, double label) {
        return labels.integers() && label < 0
                ? ": whole numbers are taken as classes, counted from 0; store the labels as floating-point numbers"
                        + " (3.0, not 3) if they are values"
                : "";
    }

    private static boolean answer(double label, Task task) {
        return switch (task) {
            case CLASSIFICATION -> label >= 0 && label == Math.rint(label) && label < Integer.MAX_VALUE;
            case REGRESSION, UNLABELLED -> Double.isFinite(label);
        };
    }

    /** SHA-256 of the file, or of all files of a folder one after the other. */
    private static String sha256(Path path, List<Path> files) throws UserError {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                update(digest, file);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "data " + path + " cannot be read: " + UserError.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        }
    }
}
