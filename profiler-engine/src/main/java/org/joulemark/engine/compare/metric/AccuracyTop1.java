package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;

/** Share of rows whose first answer is right. */
public final class AccuracyTop1 extends ScoreMetric {
    /** The metric. */
    public AccuracyTop1() {
        super(
                new Description(
                        "accuracy.top1",
                        "Accuracy (top-1)",
                        Unit.RATIO,
                        Better.HIGHER,
                        "rows answered right / rows; 95 % interval by Wilson"),
                "top1",
                Task.CLASSIFICATION,
                new Basis.Answers());
    }
}
