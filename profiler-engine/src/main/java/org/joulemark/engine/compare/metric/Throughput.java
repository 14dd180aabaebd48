package org.joulemark.engine.compare.metric;

import java.util.List;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.FewValues;
import org.joulemark.engine.stats.RatioOfSums;

/** Inferences a second over the timed windows. */
public final class Throughput extends Described {
    /** The metric. */
    public Throughput() {
        super(new Description(
                "throughput",
                "Throughput",
                Unit.INFERENCES_PER_SECOND,
                Better.HIGHER,
                "inferences over all timed windows / seconds in them; a call of batch b counts b inferences"));
    }

    @Override
    public Basis basis() {
        return Basis.Trials.of(Throughput::trials);
    }

    @Override
    public Figure of(Contender contender) {
        List<Trial> trials = contender.version().trials();
        if (trials.isEmpty()) {
            return new Absent(unit(), WhyNothing.noTrial(contender));
        }
        RatioOfSums rate = RatioOfSums.of(
                trials.stream().mapToDouble(Trial::inferences).toArray(),
                trials.stream().mapToDouble(Throughput::seconds).toArray());
        double uncertainty = FewValues.standardUncertainty(rate.standardError(), rate.windows(), 0);
        return Quantity.of(rate.value(), unit(), uncertainty, Provenance.COUNTER)
                .notCovering(rate.windows() == 1 ? NotCovered.ONE_TRIAL : null);
    }

    private static double seconds(Trial trial) {
        return trial.durationNanos() / 1e9;
    }

    private static TrialValues trials(Contender contender) {
        return TrialValues.of(contender.version().trials(), trial -> trial.inferences() / seconds(trial));
    }
}
