package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;

/** Share of rows with the right class among the first five answers. */
public final class AccuracyTop5 extends ScoreMetric {
    /** The metric. */
    public AccuracyTop5() {
        super(
                new Description(
                        "accuracy.top5",
                        "Accuracy (top-5)",
                        Unit.RATIO,
                        Better.HIGHER,
                        "rows with the right class among the five highest scores / rows"),
                "top5",
                Task.CLASSIFICATION,
                new Basis.Unjudged());
    }
}
