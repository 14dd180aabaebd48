package org.joulemark.engine.dataset;

import java.util.List;
import org.joulemark.engine.model.AgreementResult;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.jspecify.annotations.Nullable;

/** How close two versions are on the same rows: their labels, and their raw outputs. */
public final class Agreements {
    private Agreements() {}

    /**
     * A version's answers.
     *
     * @param name name of the version
     * @param outputs raw outputs over all rows
     * @param predictions answers read from them
     */
    public record Answered(String name, List<OutputValue> outputs, Predictions predictions) {}

    /** Agreement of {@code version} with {@code reference}. */
    public static AgreementResult of(Answered reference, Answered version, Task task) {
        int rows = reference.predictions().rows();
        if (version.predictions().rows() != rows) {
            return new AgreementResult(reference.name(), null, null, null, "the two answered other rows");
        }
        Double labels = task == Task.CLASSIFICATION ? labelAgreement(reference, version) : null;
        TensorData a = raw(reference.outputs(), rows);
        TensorData b = raw(version.outputs(), rows);
        if (a == null || b == null || !a.shape().equals(b.shape())) {
            return new AgreementResult(
                    reference.name(), labels, null, null, "the raw outputs have no common numeric shape");
        }
        return new AgreementResult(reference.name(), labels, maxAbsDifference(a, b), meanCosine(a, b, rows), "");
    }

    private static Double labelAgreement(Answered reference, Answered version) {
        Predictions a = reference.predictions();
        Predictions b = version.predictions();
        long equal = 0;
        for (int row = 0; row < a.rows(); row++) {
            equal += a.predicted(row) == b.predicted(row) ? 1 : 0;
        }
        return (double) equal / a.rows();
    }

    private static @Nullable TensorData raw(List<OutputValue> outputs, int rows) {
        return Answers.scores(outputs, rows)
                .or(() -> Answers.values(outputs, rows))
                .orElse(null);
    }

    private static @Nullable Double maxAbsDifference(TensorData a, TensorData b) {
        double max = 0;
        for (int i = 0; i < Numbers.count(a); i++) {
            double difference = Math.abs(Elements.at(a, i) - Elements.at(b, i));
            if (!Double.isFinite(difference)) {
                return null;
            }
            max = Math.max(max, difference);
        }
        return max;
    }

    /**
     * Mean over rows; where a row is one number, the cosine of the column of all rows, since that of one number is its
     * sign. Two zero vectors agree fully, a zero vector and another not at all.
     */
    private static @Nullable Double meanCosine(TensorData a, TensorData b, int rows) {
        int width = Answers.perRow(a, rows);
        if (width == 1) {
            double column = cosine(a, b, 0, rows);
            return Double.isFinite(column) ? column : null;
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += cosine(a, b, row * width, width);
        }
        return Double.isFinite(sum) ? sum / rows : null;
    }

    private static double cosine(TensorData a, TensorData b, int from, int width) {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = from; i < from + width; i++) {
            double x = Elements.at(a, i);
            double y = Elements.at(b, i);
            dot += x * y;
            squareA += x * x;
            squareB += y * y;
        }
        if (squareA == 0 || squareB == 0) {
            return squareA == squareB ? 1 : 0;
        }
        return dot / (Math.sqrt(squareA) * Math.sqrt(squareB));
    }
}
