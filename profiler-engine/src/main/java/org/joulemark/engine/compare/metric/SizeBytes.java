package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/** Size of the model file with its external data. */
public final class SizeBytes extends Described {
    /** The metric. */
    public SizeBytes() {
        super(new Description(
                "size.bytes",
                "Model size",
                Unit.BYTES,
                Better.LOWER,
                "bytes of the model file and its external data files"));
    }

    @Override
    public Basis basis() {
        return new Basis.Exact();
    }

    @Override
    public Figure of(Contender contender) {
        ModelFacts model = contender.version().model();
        return model == null
                ? new Absent(unit(), "the model could not be read")
                : Quantity.exact((double) model.sizeBytes(), unit());
    }
}
