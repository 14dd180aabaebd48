package org.joulemark.engine.compare.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.PercentileIntervals;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.RankInterval;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.ConfidenceIntervals;
import org.joulemark.engine.stats.LatencySummaries;
import org.jspecify.annotations.Nullable;

/** Percentiles of call latencies as figures. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LEVEL = 0.95;

    private Latencies() {}

    /**
     * One percentile of summaries.
     *
     * @param nanos its value; null where there are too few calls
     * @param calls its interval from the calls among themselves; null where there is none
     */
    record Percentile(
            Function<LatencySummary, @Nullable Long> nanos,
            Function<PercentileIntervals, @Nullable RankInterval> calls) {
        static final Percentile P50 = new Percentile(LatencySummary::p50Nanos, PercentileIntervals::p50);
        static final Percentile P90 = new Percentile(LatencySummary::p90Nanos, PercentileIntervals::p90);
        static final Percentile P95 = new Percentile(LatencySummary::p95Nanos, PercentileIntervals::p95);
        static final Percentile P99 = new Percentile(LatencySummary::p99Nanos, PercentileIntervals::p99);

        private static final List<Percentile> RISING = List.of(P50, P90, P95, P99);

        /** The one that this cannot lie below; none for the lowest. */
        Optional<Percentile> under() {
            int at = RISING.indexOf(this);
            return at == 0 ? Optional.empty() : Optional.of(RISING.get(at - 1));
        }
    }

    /**
     * The percentile over all calls in ms. Its 95 % interval is, at each end, the wider of two: by order statistics of all
     * calls, and by Student's t over the trials' percentiles. The spread of the trials holds the chance of the calls in
     * it, so that the two are not added; with few calls or few trials one of them alone would know too little. It does not
     * reach below the fastest call, nor below where the interval of a lower percentile ends: t of three trials would, down
     * to latencies that cannot be.
     */
    static Figure figure(Contender contender, Percentile percentile) {
        LatencySummary all = contender.version().latency();
        if (all == null) {
            return new Absent(Unit.MILLISECONDS, WhyNothing.noTrial(contender));
        }
        Long nanos = percentile.nanos().apply(all);
        if (nanos == null) {
            return new Absent(Unit.MILLISECONDS, tooFew(all));
        }
        PercentileIntervals intervals = all.intervals();
        RankInterval calls = intervals == null ? null : percentile.calls().apply(intervals);
        double[] trials = trials(contender, percentile).toArray();
        Quantity value = Quantity.of(nanos / NANOS_PER_MILLI, Unit.MILLISECONDS, 0, Provenance.COUNTER)
                .notCovering(notCovered(contender, calls, trials.length));
        return calls == null && trials.length < 2
                ? value
                : withInterval(value, calls, trials, least(contender, all, percentile));
    }

    /** Below this the percentile cannot be, in ms: the fastest call, or the low end of the percentile under it. */
    private static double least(Contender contender, LatencySummary all, Percentile percentile) {
        return percentile
                .under()
                .map(under -> figure(contender, under))
                .filter(Quantity.class::isInstance)
                .map(under -> ((Quantity) under).interval95())
                .map(Interval::low)
                .orElse(all.minNanos() / NANOS_PER_MILLI);
    }

    private static Quantity withInterval(Quantity value, @Nullable RankInterval calls, double[] trials, double least) {
        double half = trials.length < 2 ? 0 : ConfidenceIntervals.halfWidth(trials, LEVEL);
        double low = calls == null ? value.value() : calls.lowNanos() / NANOS_PER_MILLI;
        double high = calls == null ? value.value() : calls.highNanos() / NANOS_PER_MILLI;
        Interval interval = new Interval(
                Math.max(least, Math.min(low, value.value() - half)), Math.max(high, value.value() + half), LEVEL);
        return Quantity.of(value.value(), value.unit(), (interval.high() - interval.low()) / 4, Provenance.COUNTER)
                .withInterval(interval)
                .notCovering(value.notCovered());
    }

    private static @Nullable String notCovered(Contender contender, @Nullable RankInterval calls, int trials) {
        String ofCalls = calls == null ? "chance within trials not recorded" : null;
        String open = calls != null && calls.open() ? "too few calls for both ends" : null;
        String few = contender.version().trials().size() == 1
                ? NotCovered.ONE_TRIAL
                : trials < 2 ? "spread of trials unknown: too few calls in each" : null;
        return NotCovered.joined(Stream.of(ofCalls, open, few));
    }

    /** The percentile of each trial in ms; none if a trial has too few calls for it. */
    static TrialValues trials(Contender contender, Percentile percentile) {
        List<Trial> trials = contender.version().trials();
        if (trials.isEmpty()) {
            return TrialValues.none(WhyNothing.noTrial(contender));
        }
        List<TrialValues.Value> values = new ArrayList<>();
        for (Trial trial : trials) {
            Long nanos = percentile.nanos().apply(trial.latency());
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
