package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.metric.Latencies.Percentile;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Median of the latency of a call. */
public final class LatencyP50 extends Described {
    /** The metric. */
    public LatencyP50() {
        super(new Description(
                "latency.p50",
                "Latency p50",
                Unit.MILLISECONDS,
                Better.LOWER,
                "median of all call latencies by nearest rank, in ms; 95 % interval: at each end the wider of"
                        + " order statistics of all calls and Student's t over the trials, not below the fastest"
                        + " call"));
    }

    @Override
    public Basis basis() {
        return Basis.Trials.of(contender -> Latencies.trials(contender, Percentile.P50));
    }

    @Override
    public Figure of(Contender contender) {
        return Latencies.figure(contender, Percentile.P50);
    }
}
