package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.LoadFacts;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/** Largest resident memory of the worker process. */
public final class MemoryPeak extends Described {
    /** The metric. */
    public MemoryPeak() {
        super(new Description(
                "memory.peak",
                "Peak memory",
                Unit.BYTES,
                Better.LOWER,
                "largest resident set of the worker process in bytes, runtime included, seen once"));
    }

    @Override
    public Basis basis() {
        return new Basis.Once("peak memory is read once a run");
    }

    @Override
    public Figure of(Contender contender) {
        LoadFacts load = contender.version().load();
        if (load == null) {
            return new Absent(unit(), WhyNothing.noTrial(contender));
        }
        return load.peakResidentBytes() == 0
                ? new Absent(unit(), "the system does not tell the memory of a process")
                : Quantity.exact((double) load.peakResidentBytes(), unit()).notCovering(NotCovered.SEEN_ONCE);
    }
}
