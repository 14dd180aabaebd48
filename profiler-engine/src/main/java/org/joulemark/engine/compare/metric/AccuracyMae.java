package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;

/** Mean absolute error. */
public final class AccuracyMae extends ScoreMetric {
    /** The metric. */
    public AccuracyMae() {
        super(
                new Description(
                        "accuracy.mae",
                        "Mean absolute error",
                        Unit.LABEL_UNIT,
                        Better.LOWER,
                        "mean of |answer − label|, in the unit of the label"),
                "mae",
                Task.REGRESSION,
                new Basis.Errors(RowScores::meanAbsoluteError));
    }
}
