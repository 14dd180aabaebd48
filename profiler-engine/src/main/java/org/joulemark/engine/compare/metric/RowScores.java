package org.joulemark.engine.compare.metric;

import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.stats.RowStatistic;

/** Regression scores of any choice of rows, for resampling. */
final class RowScores {
    private RowScores() {}

    static RowStatistic rootMeanSquareError(Predictions answers) {
        return rows -> Math.sqrt(squaredErrors(answers, rows) / rows.length);
    }

    static RowStatistic meanAbsoluteError(Predictions answers) {
        return rows -> {
            double sum = 0;
            for (int row : rows) {
                sum += Math.abs(answers.predicted(row) - answers.expected(row));
            }
            return sum / rows.length;
        };
    }

    /** R²; a choice of rows with one label only has no spread to explain and counts as 0. */
    static RowStatistic determination(Predictions answers) {
        return rows -> {
            double mean = 0;
            for (int row : rows) {
                mean += answers.expected(row) / rows.length;
            }
            double spread = 0;
            for (int row : rows) {
                double deviation = answers.expected(row) - mean;
                spread += deviation * deviation;
            }
            return spread == 0 ? 0 : 1 - squaredErrors(answers, rows) / spread;
        };
    }

    private static double squaredErrors(Predictions answers, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            double error = answers.predicted(row) - answers.expected(row);
            sum += error * error;
        }
        return sum;
    }
}
