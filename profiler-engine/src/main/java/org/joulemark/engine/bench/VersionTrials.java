package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.stats.LatencySummaries;
import org.jspecify.annotations.Nullable;

/** The trials of one version that are done, and what was noticed around them. */
final class VersionTrials {
    private final List<Trial> trials = new ArrayList<>();
    private final List<LatencySeries> latencies = new ArrayList<>();
    private @Nullable Long clockBoundNanos;
    private boolean steady = true;

    void warmedUp(boolean reachedSteady) {
        steady &= reachedSteady;
    }

    void add(TrialMeter.Measured measured) {
        trials.add(measured.trial());
        latencies.add(measured.calls());
        Long known = clockBoundNanos;
        clockBoundNanos = Math.max(measured.clockBoundNanos(), known == null ? 0 : known);
    }

    /** How many are done. */
    int done() {
        return trials.size();
    }

    List<Trial> all() {
        return List.copyOf(trials);
    }

    /** Latency over the calls of all trials; null without a trial. */
    @Nullable
    LatencySummary latency() {
        return latencies.isEmpty() ? null : LatencySummaries.ofAll(latencies);
    }

    /** Whether every warm-up so far reached a steady state. */
    boolean steady() {
        return steady;
    }

    /** Largest bound of the difference of the clocks of host and worker, in nanoseconds; null without a trial. */
    @Nullable
    Long clockBoundNanos() {
        return clockBoundNanos;
    }
}
