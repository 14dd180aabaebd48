package org.joulemark.engine.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.onnx.TestCases;
import org.jspecify.annotations.Nullable;

/**
 * ONNX reference data as an evaluation set: the rows of all its {@code test_data_set_N} one after the other. What the
 * reference outputs answer (class numbers, names, the best score, or a value) is the label, so accuracy on it is
 * agreement with the reference.
 */
final class ReferenceFolder {
    private ReferenceFolder() {}

    static Rows read(Path folder, List<Path> sets) throws UserError {
        if (sets.isEmpty()) {
            throw UserError.usage("data " + folder + " is a folder without ONNX reference data (test_data_set_0/"
                    + "input_0.pb); give a .npz or .csv file, or the folder that holds them");
        }
        Map<String, TensorData> inputs = new LinkedHashMap<>();
        List<Labels> labels = new ArrayList<>();
        for (Path set : sets) {
            List<OutputValue> given = TestCases.values(set, "input");
            List<TensorData> tensors = Answers.tensors(given);
            if (tensors.size() != given.size() || (!labels.isEmpty() && tensors.size() != inputs.size())) {
                throw UserError.usage("data " + set + " has inputs that cannot be fed by row");
            }
            for (int i = 0; i < tensors.size(); i++) {
                String name = EvaluationSet.positional(i);
                inputs.put(name, joined(set, inputs.get(name), tensors.get(i), name));
            }
            labels.add(labels(set, TestCases.values(set, "output")));
        }
        return new Rows(inputs, joined(folder, labels));
    }

    static List<Path> files(List<Path> sets) throws UserError {
        List<Path> files = new ArrayList<>();
        for (Path set : sets) {
            try (Stream<Path> entries = Files.list(set)) {
                entries.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new UserError(UserError.Kind.USAGE, "data " + set + " cannot be read: " + UserError.reason(e), e);
            }
        }
        return files;
    }

    private static Labels labels(Path set, List<OutputValue> outputs) throws UserError {
        int rows = Answers.tensors(outputs).stream()
                .filter(tensor -> !tensor.shape().isEmpty())
                .mapToInt(tensor -> Math.clamp(tensor.shape().getFirst(), 0, Integer.MAX_VALUE))
                .findFirst()
                .orElse(0);
        Optional<TensorData> names = Answers.names(outputs, rows);
        Optional<TensorData> classes = Answers.classes(outputs, rows);
        Optional<TensorData> scores = Answers.scores(outputs, rows);
        Optional<TensorData> values = Answers.values(outputs, rows);
        if (names.isPresent()) {
            List<String> texts = names.get().strings();
            return Labels.ofNames(texts == null ? List.of() : texts);
        }
        if (classes.isPresent() || scores.isEmpty()) {
            TensorData answers = classes.or(() -> values)
                    .orElseThrow(() -> UserError.usage("data " + set + ": its reference outputs hold no answer a row; "
                            + "compare them with: joulemark check"));
            return new Labels(numbers(answers, rows), classes.isPresent(), null);
        }
        int width = Answers.perRow(scores.get(), rows);
        return new Labels(
                IntStream.range(0, rows)
                        .mapToObj(row -> (double) Answers.best(scores.get(), row, width))
                        .toList(),
                true,
                null);
    }

    private static List<Double> numbers(TensorData answers, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> Elements.at(answers, row))
                .toList();
    }

    private static Labels joined(Path folder, List<Labels> labels) throws UserError {
        boolean integers = labels.getFirst().integers();
        boolean named = labels.getFirst().names() != null;
        List<Double> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Labels one : labels) {
            List<String> own = one.names();
            if (one.integers() != integers || named != (own != null)) {
                throw UserError.usage("data " + folder + ": its reference sets answer in different ways");
            }
            values.addAll(one.values());
            names.addAll(own == null ? List.of() : own);
        }
        return named ? Labels.ofNames(names) : new Labels(values, integers, null);
    }

    private static TensorData joined(Path set, @Nullable TensorData before, TensorData next, String name)
            throws UserError {
        if (before == null) {
            return new TensorData(name, next.type(), next.shape(), next.bytes(), next.strings());
        }
        if (before.type() != next.type()
                || next.shape().isEmpty()
                || !rowShape(before).equals(rowShape(next))) {
            throw UserError.usage("data " + set + ": " + name + " is " + next.type() + next.shape()
                    + ", which does not go with " + before.type() + before.shape() + " of the set before it");
        }
        List<Long> shape = new ArrayList<>(next.shape());
        shape.set(0, before.shape().getFirst() + next.shape().getFirst());
        if (before.strings() != null && next.strings() != null) {
            return TensorData.strings(
                    name,
                    shape,
                    Stream.concat(before.strings().stream(), next.strings().stream())
                            .toList());
        }
        ByteBuffer a = before.elementBytes();
        ByteBuffer b = next.elementBytes();
        if ((long) a.remaining() + b.remaining() > Integer.MAX_VALUE - 8) {
            throw UserError.usage("data " + set + ": " + name + " grows beyond 2 GiB; give fewer reference sets");
        }
        return TensorData.numeric(
                name,
                next.type(),
                shape,
                ByteBuffer.allocate(a.remaining() + b.remaining()).put(a).put(b).flip());
    }

    private static List<Long> rowShape(TensorData tensor) {
        return tensor.shape().subList(1, tensor.shape().size());
    }
}
