package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.LoadFacts;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/** Time to create the session. */
public final class LoadTime extends Described {
    /** The metric. */
    public LoadTime() {
        super(new Description(
                "load.time",
                "Load time",
                Unit.MILLISECONDS,
                Better.LOWER,
                "creation of the ONNX Runtime session in ms, seen once"));
    }

    @Override
    public Basis basis() {
        return new Basis.Once("loading is timed once a run");
    }

    @Override
    public Figure of(Contender contender) {
        LoadFacts load = contender.version().load();
        return load == null
                ? new Absent(unit(), WhyNothing.noTrial(contender))
                : Quantity.exact(load.loadNanos() / 1e6, unit()).notCovering(NotCovered.SEEN_ONCE);
    }
}
