package org.joulemark.engine.compare.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.LatencySummaries;
import org.joulemark.engine.stats.Samples;
import org.jspecify.annotations.Nullable;

/** Percentiles of call latencies as figures. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private Latencies() {}

    /** The percentile over all calls in ms; its uncertainty is the standard error of the trials' percentiles. */
    static Figure figure(Contender contender, Function<LatencySummary, @Nullable Long> percentile) {
        LatencySummary all = contender.version().latency();
        if (all == null) {
            return new Absent(Unit.MILLISECONDS, WhyNothing.noTrial(contender));
        }
        Long nanos = percentile.apply(all);
        if (nanos == null) {
            return new Absent(Unit.MILLISECONDS, tooFew(all));
        }
        double[] trials = trials(contender, percentile).toArray();
        double error = trials.length < 2 ? 0 : Samples.standardError(trials);
        return Quantity.of(nanos / NANOS_PER_MILLI, Unit.MILLISECONDS, error, Provenance.COUNTER);
    }

    /** The percentile of each trial in ms; none if a trial has too few calls for it. */
    static TrialValues trials(Contender contender, Function<LatencySummary, @Nullable Long> percentile) {
        List<Trial> trials = contender.version().trials();
        if (trials.isEmpty()) {
            return TrialValues.none(WhyNothing.noTrial(contender));
        }
        List<TrialValues.Value> values = new ArrayList<>();
        for (Trial trial : trials) {
            Long nanos = percentile.apply(trial.latency());
            if (nanos == null) {
                return TrialValues.none(tooFew(trial.latency()) + " in a trial");
            }
            values.add(new TrialValues.Value(trial.block(), nanos / NANOS_PER_MILLI));
        }
        return new TrialValues(values, "");
    }

    private static String tooFew(LatencySummary summary) {
        return "too few samples: " + summary.count() + " of " + LatencySummaries.LEAST_FOR_P99;
    }
}
