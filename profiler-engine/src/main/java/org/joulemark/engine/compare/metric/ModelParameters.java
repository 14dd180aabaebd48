package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/** Elements of weights and biases. */
public final class ModelParameters extends Described {
    /** The metric. */
    public ModelParameters() {
        super(new Description(
                "model.parameters",
                "Parameters",
                Unit.COUNT,
                Better.LOWER,
                "elements of weights and biases, at any precision"));
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
        Long count = model.parameters();
        return count == null ? new Absent(unit(), "not countable") : Quantity.exact(count, unit());
    }
}
