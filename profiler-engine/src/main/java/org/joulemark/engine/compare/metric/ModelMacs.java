package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/** Multiply-accumulates of one inference, a row. */
public final class ModelMacs extends Described {
    /** The metric. */
    public ModelMacs() {
        super(new Description(
                "model.macs",
                "MACs per inference",
                Unit.COUNT,
                Better.LOWER,
                "multiply-accumulates of one inference, a row: at batch 1, or of a call divided by the batch the model"
                        + " fixes; Conv, ConvTranspose, Gemm and MatMul only;"
                        + " FLOPs are about twice that"));
    }

    @Override
    public Basis basis() {
        return new Basis.Exact();
    }

    @Override
    public Figure of(Contender contender) {
        ModelFacts model = contender.version().model();
        if (model == null) {
            return new Absent(unit(), "the model could not be read");
        }
        Long count = model.macs();
        return count == null
                ? new Absent(unit(), model.macsNote().isEmpty() ? "not countable" : model.macsNote())
                : Quantity.exact(count, unit());
    }
}
