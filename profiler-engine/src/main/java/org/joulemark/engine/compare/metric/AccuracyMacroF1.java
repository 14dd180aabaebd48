package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;

/** Mean over classes of the harmonic mean of precision and recall. */
public final class AccuracyMacroF1 extends ScoreMetric {
    /** The metric. */
    public AccuracyMacroF1() {
        super(
                new Description(
                        "accuracy.macroF1",
                        "Macro F1",
                        Unit.RATIO,
                        Better.HIGHER,
                        "mean over classes of 2·precision·recall / (precision + recall)"),
                "macroF1",
                Task.CLASSIFICATION,
                new Basis.Unjudged());
    }
}
