package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;

/** Coefficient of determination. */
public final class AccuracyR2 extends ScoreMetric {
    /** The metric. */
    public AccuracyR2() {
        super(
                new Description(
                        "accuracy.r2",
                        "R²",
                        Unit.NUMBER,
                        Better.HIGHER,
                        "1 − sum of (answer − label)² / sum of (label − mean label)²"),
                "r2",
                Task.REGRESSION,
                new Basis.Errors(RowScores::determination));
    }
}
