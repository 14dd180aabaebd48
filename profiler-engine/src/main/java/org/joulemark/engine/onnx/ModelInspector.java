package org.joulemark.engine.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.DeclaredBatch;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.ExternalFile;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;

/** Reads what a model file is, without running it and without holding its weights. */
public final class ModelInspector {
    private ModelInspector() {}

    /** Facts of the model at {@code file}. @throws UserError if it is no readable ONNX model, in one line */
    public static ModelFacts inspect(Path file) throws UserError {
        Sniffer.check(file);
        try {
            ParsedModel model = parse(file);
            StoredTensors stored = StoredTensors.of(model);
            return facts(file, model, stored, ExternalData.of(file, stored.all()));
        } catch (EOFException e) {
            throw new UserError(
                    UserError.Kind.USAGE,
                    "model " + file + " is truncated (" + size(file) + " bytes); fetch it again",
                    e);
        } catch (InvalidProtocolBufferException | MalformedModelException e) {
            throw new UserError(
                    UserError.Kind.USAGE,
                    "model " + file + " is not an ONNX model, or a damaged one: " + oneLine(e),
                    e);
        } catch (ArithmeticException e) {
            throw new UserError(UserError.Kind.USAGE, "model " + file + " has sizes beyond all bounds", e);
        } catch (InvalidPathException e) {
            throw new UserError(
                    UserError.Kind.USAGE, "model " + file + " names external data no file can be called after", e);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "model " + file + " cannot be read: " + UserError.reason(e), e);
        }
    }

    private static String oneLine(IOException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static ParsedModel parse(Path file) throws IOException {
        try (Wire wire = new Wire(Files.newInputStream(file), Files.size(file))) {
            return new ModelReader(wire).read();
        }
    }

    private static ModelFacts facts(Path file, ParsedModel model, StoredTensors stored, List<ExternalFile> external)
            throws IOException {
        ParsedModel expanded = FunctionCalls.expanded(model);
        List<ValueSpec> inputs = inputs(model);
        MacCount macs = MacCount.of(expanded).perRow(DeclaredBatch.of(inputs).orElse(1));
        return new ModelFacts(
                Hashes.identity(Hashes.ofFile(file), external),
                Structure.hash(model),
                String.valueOf(file.getFileName()),
                Files.size(file)
                        + external.stream().mapToLong(ExternalFile::sizeBytes).sum(),
                model.irVersion(),
                model.opsets(),
                model.producer(),
                inputs,
                model.outputs().stream().map(Specs::of).toList(),
                Operators.histogram(model),
                weightElements(stored),
                ParameterCount.of(expanded),
                macs.macs(),
                macs.note(),
                external);
    }

    /** Older models declare their initialisers as inputs too; those need no value. */
    private static List<ValueSpec> inputs(ParsedModel model) {
        return model.inputs().stream()
                .filter(input -> !model.weights().containsKey(input.getName()))
                .map(Specs::of)
                .toList();
    }

    private static Map<ElementType, Long> weightElements(StoredTensors stored) {
        Map<ElementType, Long> elements = new EnumMap<>(ElementType.class);
        stored.all().forEach(weight -> elements.merge(weight.type(), weight.elements(), Math::addExact));
        return elements;
    }
}
