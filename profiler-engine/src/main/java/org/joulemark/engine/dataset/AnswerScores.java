package org.joulemark.engine.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.Wilson;

/**
 * The scores that follow from one stored answer a row beside its label, so that they can be computed again from the
 * record: top-1 and macro F1 of classes, with the intervals of a binomial share (Wilson 1927); RMSE, MAE and R² of
 * numbers, whose standard uncertainties are those of the means over rows, carried through to first order. Top-5 needs the
 * scores of all classes.
 */
public final class AnswerScores {
    /** Errors that do not differ, of one row or all the same, tell nothing of the rows that were not asked. */
    private static final String NO_SPREAD = "spread unknown: the errors of these rows do not differ";

    private AnswerScores() {}

    /** The scores by name. */
    public static Map<String, Figure> of(Task task, Predictions answers) {
        return switch (task) {
            case CLASSIFICATION -> classes(answers);
            case REGRESSION -> finite(answers) ? errors(answers) : absent();
            case UNLABELLED -> Map.of();
        };
    }

    /** Rows whose answer is the label. */
    public static long correct(Predictions answers) {
        return IntStream.range(0, answers.rows())
                .filter(row -> answers.predicted(row) == answers.expected(row))
                .count();
    }

    /** Whether every answer is a number. */
    static boolean finite(Predictions answers) {
        return IntStream.range(0, answers.rows())
                .mapToDouble(answers::predicted)
                .allMatch(Double::isFinite);
    }

    private static Map<String, Figure> classes(Predictions answers) {
        Map<String, Figure> scores = new LinkedHashMap<>();
        scores.put("top1", Wilson.ofRows((double) correct(answers) / answers.rows(), answers.rows()));
        scores.put("macroF1", macroF1(answers));
        return scores;
    }

    /**
     * Mean of the F1 of all classes that occur among labels or answers (as scikit-learn's macro average). Its
     * interval is that of a share of the rows of the same size, an approximation.
     */
    private static Quantity macroF1(Predictions answers) {
        Map<Double, long[]> counts = new LinkedHashMap<>();
        for (int row = 0; row < answers.rows(); row++) {
            long[] answer = counts.computeIfAbsent(answers.predicted(row), _ -> new long[3]);
            long[] right = counts.computeIfAbsent(answers.expected(row), _ -> new long[3]);
            if (answers.predicted(row) == answers.expected(row)) {
                right[0]++;
            } else {
                answer[1]++;
                right[2]++;
            }
        }
        List<Double> scores = new ArrayList<>();
        counts.forEach((label, n) -> {
            if (label >= 0) {
                scores.add(2.0 * n[0] / (2.0 * n[0] + n[1] + n[2]));
            }
        });
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return Wilson.ofRows(mean, answers.rows());
    }

    private static Map<String, Figure> absent() {
        Map<String, Figure> scores = new LinkedHashMap<>();
        scores.put("rmse", new Absent(Unit.LABEL_UNIT, "some answers are not numbers"));
        scores.put("mae", new Absent(Unit.LABEL_UNIT, "some answers are not numbers"));
        scores.put("r2", new Absent(Unit.NUMBER, "some answers are not numbers"));
        return scores;
    }

    private static Map<String, Figure> errors(Predictions answers) {
        int rows = answers.rows();
        double[] squares = new double[rows];
        double[] absolutes = new double[rows];
        double mean = IntStream.range(0, rows)
                .mapToDouble(answers::expected)
                .average()
                .orElse(0);
        double spread = 0;
        for (int row = 0; row < rows; row++) {
            double error = answers.predicted(row) - answers.expected(row);
            squares[row] = error * error;
            absolutes[row] = Math.abs(error);
            spread += (answers.expected(row) - mean) * (answers.expected(row) - mean);
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
