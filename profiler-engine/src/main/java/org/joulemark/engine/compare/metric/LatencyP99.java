package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Unit;

/** 99th percentile of the latency of a call; needs 100 calls. */
public final class LatencyP99 extends Described {
    /** The metric. */
    public LatencyP99() {
        super(new Description(
                "latency.p99",
                "Latency p99",
                Unit.MILLISECONDS,
                Better.LOWER,
                "99th percentile of all call latencies by nearest rank, in ms; needs 100 calls; uncertainty ="
                        + " spread of the trials' p99 / √n"));
    }

    @Override
    public Basis basis() {
        return Basis.Trials.of(contender -> Latencies.trials(contender, LatencySummary::p99Nanos));
    }

    @Override
    public Figure of(Contender contender) {
        return Latencies.figure(contender, LatencySummary::p99Nanos);
    }
}
