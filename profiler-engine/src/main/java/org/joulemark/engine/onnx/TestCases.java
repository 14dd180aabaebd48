package org.joulemark.engine.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;

/**
 * Reference data beside a model as the ONNX backend tests lay them out: folders {@code test_data_set_N} with
 * {@code input_K.pb} and {@code output_K.pb}, each a TensorProto (or a SequenceProto or OptionalProto by the declared
 * type, which are not compared); the files themselves beside the model; or, where models share a folder,
 * {@code MODEL_input_K.pb} and {@code MODEL_output_K.pb}.
 */
public final class TestCases {
    private static final long MAX_FILE_BYTES = 1L << 30;
    private static final String FIRST_OUTPUT = "output_0.pb";

    private TestCases() {}

    /** The cases in the folder of {@code model}, in name order; empty if there are none. */
    public static List<TestCase> beside(Path model, ModelFacts facts) throws UserError {
        Path folder = model.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        return all(folder, prefixes(folder, model), facts);
    }

    /**
     * The cases for {@code model} in another folder, in name order; empty if there are none.
     *
     * @param folder holds test_data_set_N folders, is one, or holds files that bear the name of the model
     */
    public static List<TestCase> elsewhere(Path folder, Path model, ModelFacts facts) throws UserError {
        String own = ownPrefix(model);
        return all(folder, Files.exists(folder.resolve(own + FIRST_OUTPUT)) ? List.of(own) : List.of(), facts);
    }

    private static List<TestCase> all(Path folder, List<String> prefixes, ModelFacts facts) throws UserError {
        List<TestCase> cases = new ArrayList<>(in(folder, facts));
        try {
            for (String prefix : prefixes) {
                if (facts.inputs().isEmpty() || Files.exists(folder.resolve(prefix + "input_0.pb"))) {
                    cases.add(read(folder, prefix, facts));
                }
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return List.copyOf(cases);
    }

    /** The model's own name, or any name where the model is alone in its folder. */
    private static List<String> prefixes(Path folder, Path model) throws UserError {
        String own = ownPrefix(model);
        if (Files.exists(folder.resolve(own + FIRST_OUTPUT))) {
            return List.of(own);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            boolean alone =
                    names.stream().filter(name -> name.endsWith(".onnx")).count() <= 1;
            return names.stream()
                    .filter(name -> alone && name.endsWith("_" + FIRST_OUTPUT))
                    .map(name -> name.substring(0, name.length() - FIRST_OUTPUT.length()))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String ownPrefix(Path model) {
        return String.valueOf(model.getFileName()).replaceFirst("\\.[^.]*$", "") + "_";
    }

    /** The cases of {@code folder}, which holds test_data_set_N folders or is one; empty if there are none. */
    private static List<TestCase> in(Path folder, ModelFacts facts) throws UserError {
        List<TestCase> cases = new ArrayList<>();
        for (Path set : folders(folder)) {
            try {
                cases.add(read(set, "", facts));
            } catch (IOException e) {
                throw unreadable(set, e);
            }
        }
        return List.copyOf(cases);
    }

    /** The folders with reference data: {@code folder} itself, or those in it, in order of their numbers. */
    public static List<Path> folders(Path folder) throws UserError {
        if (Files.isRegularFile(folder.resolve("input_0.pb")) || Files.isRegularFile(folder.resolve(FIRST_OUTPUT))) {
            return List.of(folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            entry.getFileName().toString().startsWith("test_data_set_") && Files.isDirectory(entry))
                    .sorted(Comparator.comparingInt((Path entry) ->
                                    entry.getFileName().toString().length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * All values of one kind in a folder, whatever model they are for, as tensors.
     *
     * @param set a test_data_set_N folder
     * @param kind "input" or "output"
     */
    public static List<OutputValue> values(Path set, String kind) throws UserError {
        List<OutputValue> values = new ArrayList<>();
        try {
            for (int i = 0; Files.exists(set.resolve(kind + "_" + i + ".pb")); i++) {
                String name = kind + "_" + i;
                values.add(value(
                        set.resolve(name + ".pb"), new ValueSpec(name, "tensor", ElementType.UNDEFINED, null, "")));
            }
        } catch (IOException e) {
            throw unreadable(set, e);
        }
        return values;
    }

    private static UserError unreadable(Path folder, IOException e) {
        return new UserError(
                UserError.Kind.USAGE, "reference data in " + folder + " cannot be read: " + UserError.reason(e), e);
    }

    private static TestCase read(Path set, String prefix, ModelFacts facts) throws IOException, UserError {
        List<TensorData> inputs = new ArrayList<>();
        for (int i = 0; i < facts.inputs().size(); i++) {
            Path file = set.resolve(prefix + "input_" + i + ".pb");
            if (!Files.exists(file)) {
                break;
            }
            switch (value(file, facts.inputs().get(i))) {
                case OutputValue.TensorValue tensor -> inputs.add(tensor.tensor());
                case OutputValue.Unreadable unreadable ->
                    throw UserError.usage(file + ": input '" + unreadable.name() + "' is " + unreadable.why());
            }
        }
        List<OutputValue> expected = new ArrayList<>();
        for (int i = 0; i < facts.outputs().size(); i++) {
            Path file = set.resolve(prefix + "output_" + i + ".pb");
            if (!Files.exists(file)) {
                break;
            }
            expected.add(value(file, facts.outputs().get(i)));
        }
        String name = prefix.isEmpty() ? String.valueOf(set.getFileName()) : prefix.substring(0, prefix.length() - 1);
        return new TestCase(name, List.copyOf(inputs), List.copyOf(expected));
    }

    private static OutputValue value(Path file, ValueSpec spec) throws IOException, UserError {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw UserError.usage(file + " is larger than 1 GiB");
        }
        if (!spec.kind().equals("tensor")) {
            return new OutputValue.Unreadable(spec.name(), "a " + spec.typeText() + ", which is not compared");
        }
        try {
            return TensorElements.of(spec.name(), Files.readAllBytes(file));
        } catch (InvalidProtocolBufferException | MalformedModelException e) {
            throw new UserError(UserError.Kind.USAGE, file + " is not a readable tensor: " + e.getMessage(), e);
        }
    }
}
