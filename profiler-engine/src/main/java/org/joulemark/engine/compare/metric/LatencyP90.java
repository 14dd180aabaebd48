package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.metric.Latencies.Percentile;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** 90th percentile of the latency of a call. */
public final class LatencyP90 extends Described {
    /** The metric. */
    public LatencyP90() {
        super(new Description(
                "latency.p90",
                "Latency p90",
                Unit.MILLISECONDS,
                Better.LOWER,
                "90th percentile of all call latencies by nearest rank, in ms; 95 % interval: at each end the"
                        + " wider of order statistics of all calls and Student's t over the trials, not below that"
                        + " of a lower percentile"));
    }

    @Override
    public Basis basis() {
        return Basis.Trials.of(contender -> Latencies.trials(contender, Percentile.P90));
    }

    @Override
    public Figure of(Contender contender) {
        return Latencies.figure(contender, Percentile.P90);
    }
}
