package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;

/** Root of the mean squared error. */
public final class AccuracyRmse extends ScoreMetric {
    /** The metric. */
    public AccuracyRmse() {
        super(
                new Description(
                        "accuracy.rmse",
                        "RMSE",
                        Unit.LABEL_UNIT,
                        Better.LOWER,
                        "√(mean of (answer − label)²), in the unit of the label"),
                "rmse",
                Task.REGRESSION,
                new Basis.Errors(RowScores::rootMeanSquareError));
    }
}
