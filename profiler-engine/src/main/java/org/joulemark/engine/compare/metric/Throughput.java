package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.Samples;

/** Inferences a second over the timed windows. */
public final class Throughput extends Described {
    /** The metric. */
    public Throughput() {
        super(new Description(
                "throughput",
                "Throughput",
                Unit.INFERENCES_PER_SECOND,
                Better.HIGHER,
                "mean over trials of (inferences / seconds of the window); a call of batch b counts b inferences"));
    }

    @Override
    public Basis basis() {
        return Basis.Trials.of(Throughput::trials);
    }

    @Override
    public Figure of(Contender contender) {
        TrialValues rates = trials(contender);
        if (rates.values().isEmpty()) {
            return new Absent(unit(), WhyNothing.noTrial(contender));
        }
        double[] values = rates.toArray();
        return Quantity.of(Samples.mean(values), unit(), Samples.standardError(values), Provenance.COUNTER);
    }

    private static TrialValues trials(Contender contender) {
        return TrialValues.of(
                contender.version().trials(), trial -> trial.inferences() / (trial.durationNanos() / 1e9));
    }
}
