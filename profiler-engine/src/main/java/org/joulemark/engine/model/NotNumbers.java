package org.joulemark.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joulemark.engine.model.OutputValue.TensorValue;

/**
 * An output that holds NaN or infinities: fast and frugal, and no answer.
 *
 * @param output name of the output
 * @param places elements that are NaN or infinite, at least 1
 * @param elements elements it has
 */
public record NotNumbers(String output, long places, long elements) {
    /** Those of {@code outputs}; empty where every floating-point element is finite. */
    public static List<NotNumbers> in(List<OutputValue> outputs) {
        return outputs.stream()
                .filter(TensorValue.class::isInstance)
                .map(output -> of(((TensorValue) output).tensor()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NotNumbers> of(TensorData tensor) {
        int elements = Math.toIntExact(tensor.elements());
        long places = switch (tensor.type()) {
            case FLOAT16, BFLOAT16, FLOAT, DOUBLE ->
                IntStream.range(0, elements)
                        .filter(i -> !Double.isFinite(Elements.at(tensor, i)))
                        .count();
            default -> 0;
        };
        return places == 0 ? Optional.empty() : Optional.of(new NotNumbers(tensor.name(), places, elements));
    }

    /** Whether nothing in the output is a number. */
    public boolean all() {
        return places == elements;
    }

    /** What is to be said of it: a doubt about the model where nothing is a number, else a note. */
    public Finding finding() {
        return all()
                ? new Finding(
                        "answers-not-numbers",
                        Severity.WARNING,
                        "answers are not numbers: all " + elements + " of output '" + output + "'",
                        "check the model, and whether the inputs suit it")
                : new Finding(
                        "answers-partly-not-numbers",
                        Severity.NOTE,
                        "output '" + output + "' is NaN or infinite in " + places + " of " + elements + " elements",
                        "check the model, unless it means that so");
    }
}
