package org.joulemark.engine.bench;

import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.ProtocolSettings;

/** How far a run is and how long it will still take, from the planned durations of its stages. */
final class Progress {
    /** Expected time to start a worker, load, feed and evaluate; only steers the display. */
    private static final long LOAD_NANOS = 1_500_000_000L;

    private final BenchListener listener;
    private final long totalNanos;
    private long doneNanos;

    Progress(BenchPlan plan, BenchListener listener) {
        this.listener = listener;
        int versions = plan.models().size() * plan.configurations().size();
        ProtocolSettings settings = plan.settings();
        this.totalNanos = 2 * settings.idleNanos()
                + CoolDown.settleNanos(settings)
                + versions * (LOAD_NANOS + settings.trials() * trialNanos(settings));
    }

    /** Expected length of one trial with its warm-up. */
    static long trialNanos(ProtocolSettings settings) {
        return settings.warmUpMinNanos() + settings.windowNanos();
    }

    void stage(Stage stage) {
        double fraction = totalNanos == 0 ? 0 : Math.min(1.0, (double) doneNanos / totalNanos);
        listener.stage(stage, fraction, Math.max(0, totalNanos - doneNanos));
    }

    void loaded() {
        doneNanos += LOAD_NANOS;
    }

    void settled(ProtocolSettings settings) {
        doneNanos += CoolDown.settleNanos(settings);
    }

    void idled(ProtocolSettings settings) {
        doneNanos += settings.idleNanos();
    }

    void trialDone(ProtocolSettings settings) {
        doneNanos += trialNanos(settings);
    }

    /** A version failed: its remaining trials will not happen. */
    void skipped(ProtocolSettings settings, int trials) {
        doneNanos += trials * trialNanos(settings);
    }
}
