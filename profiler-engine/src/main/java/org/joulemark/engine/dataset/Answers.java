package org.joulemark.engine.dataset;

import java.util.List;
import java.util.Optional;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;

/** Finds the answer of a model among its outputs. */
final class Answers {
    private Answers() {}

    /** Scores, logits or probabilities: the first floating tensor [rows, classes] with at least two classes. */
    static Optional<TensorData> scores(List<OutputValue> outputs, int rows) {
        return tensors(outputs).stream()
                .filter(tensor -> Numbers.floating(tensor.type()) && perRow(tensor, rows) >= 2)
                .filter(tensor ->
                        tensor.shape().stream().filter(size -> size != 1).count() <= 2)
                .findFirst();
    }

    /** Class numbers: the first integer tensor with one element a row. */
    static Optional<TensorData> classes(List<OutputValue> outputs, int rows) {
        return tensors(outputs).stream()
                .filter(tensor -> Numbers.integer(tensor.type()) && perRow(tensor, rows) == 1)
                .findFirst();
    }

    /** Class names: the first string tensor with one element a row. */
    static Optional<TensorData> names(List<OutputValue> outputs, int rows) {
        return tensors(outputs).stream()
                .filter(tensor -> tensor.type() == ElementType.STRING)
                .filter(tensor -> tensor.strings() != null && tensor.strings().size() == rows)
                .findFirst();
    }

    /** Values: the first floating tensor with one element a row. */
    static Optional<TensorData> values(List<OutputValue> outputs, int rows) {
        return tensors(outputs).stream()
                .filter(tensor -> Numbers.floating(tensor.type()) && perRow(tensor, rows) == 1)
                .findFirst();
    }

    static List<TensorData> tensors(List<OutputValue> outputs) {
        return outputs.stream()
                .filter(OutputValue.TensorValue.class::isInstance)
                .map(output -> ((OutputValue.TensorValue) output).tensor())
                .toList();
    }

    /** Elements a row; 0 if the tensor has not one entry a row. */
    static int perRow(TensorData tensor, int rows) {
        boolean byRow = !tensor.shape().isEmpty() && tensor.shape().getFirst() == rows;
        return byRow && rows > 0 ? (int) (tensor.elements() / rows) : 0;
    }

    /** Index of the largest score of a row, the lowest of equals; -1 if a score is not a number. */
    static int best(TensorData scores, int row, int classes) {
        int best = 0;
        for (int i = 0; i < classes; i++) {
            double score = Elements.at(scores, row * classes + i);
            if (Double.isNaN(score)) {
                return -1;
            }
            best = score > Elements.at(scores, row * classes + best) ? i : best;
        }
        return best;
    }

    /** Whether class {@code wanted} is among the {@code k} largest scores; equals of lower index come first. */
    static boolean among(TensorData scores, int row, int classes, Wanted wanted) {
        double own = Elements.at(scores, row * classes + wanted.label());
        int ahead = 0;
        for (int i = 0; i < classes; i++) {
            double score = Elements.at(scores, row * classes + i);
            if (Double.isNaN(score)) {
                return false;
            }
            ahead += score > own || (score == own && i < wanted.label()) ? 1 : 0;
        }
        return ahead < wanted.places();
    }

    /**
     * A class and how many places it may share.
     *
     * @param label class index
     * @param places the k of top-k
     */
    record Wanted(int label, int places) {}
}
