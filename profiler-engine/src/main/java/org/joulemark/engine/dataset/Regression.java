package org.joulemark.engine.dataset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.UserError;

/** RMSE, MAE and R². Standard uncertainties are those of the means over rows, carried through to first order. */
final class Regression {
    /** Errors that do not differ, of one row or all the same, tell nothing of the rows that were not asked. */
    private static final String NO_SPREAD = "spread unknown: the errors of these rows do not differ";

    private Regression() {}

    static Scored score(EvaluationSet set, List<OutputValue> outputs) throws UserError {
        int rows = set.rows();
        TensorData values =
                Answers.values(outputs, rows).orElseThrow(() -> Scoring.noAnswer(set, "one number a row", outputs));
        double[] expected = new double[rows];
        double[] predicted = new double[rows];
        Arrays.setAll(expected, set::label);
        Arrays.setAll(predicted, row -> Elements.at(values, row));
        boolean finite = Arrays.stream(predicted).allMatch(Double::isFinite);
        return new Scored(
                Task.REGRESSION,
                null,
                finite ? scores(predicted, expected) : absent(),
                new Predictions(predicted, expected),
                finite
                        ? List.of()
                        : List.of(new Finding(
                                "answers-not-numbers",
                                Severity.WARNING,
                                "some answers are not numbers",
                                "check the model")));
    }

    private static Map<String, Figure> absent() {
        Map<String, Figure> scores = new LinkedHashMap<>();
        scores.put("rmse", new Absent(Unit.LABEL_UNIT, "some answers are not numbers"));
        scores.put("mae", new Absent(Unit.LABEL_UNIT, "some answers are not numbers"));
        scores.put("r2", new Absent(Unit.NUMBER, "some answers are not numbers"));
        return scores;
    }

    private static Map<String, Figure> scores(double[] predicted, double[] expected) {
        int rows = predicted.length;
        double[] squares = new double[rows];
        double[] absolutes = new double[rows];
        double mean = Arrays.stream(expected).average().orElse(0);
        double spread = 0;
        for (int row = 0; row < rows; row++) {
            double error = predicted[row] - expected[row];
            squares[row] = error * error;
            absolutes[row] = Math.abs(error);
            spread += (expected[row] - mean) * (expected[row] - mean);
        }
        double meanSquare = Arrays.stream(squares).average().orElse(0);
        double rmse = Math.sqrt(meanSquare);
        double squareDeviation = deviationOfMean(squares);
        Map<String, Figure> scores = new LinkedHashMap<>();
        scores.put("rmse", quantity(rmse, Unit.LABEL_UNIT, rmse == 0 ? 0 : squareDeviation / (2 * rmse)));
        scores.put(
                "mae",
                quantity(Arrays.stream(absolutes).average().orElse(0), Unit.LABEL_UNIT, deviationOfMean(absolutes)));
        scores.put(
                "r2",
                spread == 0
                        ? new Absent(Unit.NUMBER, "all labels are equal")
                        : quantity(1 - rows * meanSquare / spread, Unit.NUMBER, rows * squareDeviation / spread));
        return scores;
    }

    private static Figure quantity(double value, Unit unit, double standardUncertainty) {
        return Double.isFinite(value) && Double.isFinite(standardUncertainty)
                ? Quantity.of(value, unit, standardUncertainty, Provenance.COUNTER)
                        .notCovering(standardUncertainty == 0 ? NO_SPREAD : null)
                : new Absent(unit, "the errors are too large to square");
    }

    private static double deviationOfMean(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).average().orElse(0);
        double sum = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(sum / (values.length - 1) / values.length);
    }
}
