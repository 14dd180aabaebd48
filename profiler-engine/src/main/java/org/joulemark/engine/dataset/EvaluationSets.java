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
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;

/** Reads evaluation sets: .npz archives and .csv tables. */
public final class EvaluationSets {
    private static final String LABEL = "label";
    private static final String LABEL_NAME = "label_name";

    private EvaluationSets() {}

    /** The set at {@code file}. @throws UserError in one line if it cannot be read or is not consistent */
    public static EvaluationSet read(Path file) throws UserError {
        if (!Files.isRegularFile(file)) {
            throw UserError.usage("data " + file + (Files.isDirectory(file) ? " is a folder" : " does not exist")
                    + "; give a .npz or .csv file");
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            return ofArrays(file, NpzFile.read(file));
        }
        if (name.endsWith(".csv")) {
            return checked(file, CsvFile.features(file), CsvFile.labels(file));
        }
        throw UserError.usage("data " + file + " is neither .npz nor .csv");
    }

    private static EvaluationSet ofArrays(Path file, Map<String, TensorData> arrays) throws UserError {
        Map<String, TensorData> inputs = new LinkedHashMap<>(arrays);
        TensorData label = inputs.remove(LABEL);
        TensorData names = inputs.remove(LABEL_NAME);
        if (label == null) {
            throw UserError.usage(
                    "data " + file + " has no array 'label' with the right answers; it has " + arrays.keySet());
        }
        if (!Numbers.readable(label.type())) {
            throw UserError.usage("data " + file + ": its array 'label' is " + label.type() + ", which is no number");
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < Numbers.count(label); i++) {
            values.add(Elements.at(label, i));
        }
        boolean integers = !Numbers.floating(label.type());
        return checked(file, inputs, new Labels(values, integers, names == null ? null : names.strings()));
    }

    private static EvaluationSet checked(Path file, Map<String, TensorData> inputs, Labels labels) throws UserError {
        int rows = labels.values().size();
        if (rows == 0) {
            throw UserError.usage("data " + file + " has no rows");
        }
        checkInputs(file, inputs, rows);
        checkLabels(file, labels);
        Task task = labels.integers() ? Task.CLASSIFICATION : Task.REGRESSION;
        DatasetFacts facts = new DatasetFacts(String.valueOf(file.getFileName()), sha256(file), task, rows);
        return new EvaluationSet(facts, inputs, labels);
    }

    private static void checkInputs(Path file, Map<String, TensorData> inputs, int rows) throws UserError {
        for (TensorData input : inputs.values()) {
            if (input.shape().isEmpty() || input.shape().getFirst() != rows) {
                throw UserError.usage("data " + file + ": array '" + input.name() + "' has the shape " + input.shape()
                        + ", but there are " + rows + " labels; the first size must be the number of rows");
            }
        }
    }

    private static void checkLabels(Path file, Labels labels) throws UserError {
        int rows = labels.values().size();
        for (int i = 0; i < rows; i++) {
            double label = labels.values().get(i);
            if (!Double.isFinite(label) || (labels.integers() && label < 0)) {
                throw UserError.usage("data " + file + ": the label of row " + i + " is " + label);
            }
        }
        List<String> names = labels.names();
        if (names != null && names.size() != rows) {
            throw UserError.usage("data " + file + " has " + names.size() + " label names for " + rows + " labels");
        }
    }

    private static String sha256(Path file) throws UserError {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "data " + file + " cannot be read: " + UserError.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
