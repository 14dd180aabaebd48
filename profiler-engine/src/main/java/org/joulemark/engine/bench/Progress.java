package org.joulemark.engine.bench;

import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Trial;

/** Tells the listener what a run does, how far it is and how long it will still take, from the planned durations. */
final class Progress {
    /** Expected time to start a worker, load, feed and evaluate; only steers the display. */
    private static final long LOAD_NANOS = 1_500_000_000L;

    private final BenchListener listener;
    private final ProtocolSettings settings;
    private final boolean manyConfigurations;
    private final long totalNanos;
    private long doneNanos;

    Progress(BenchPlan plan, BenchListener listener) {
        this.listener = listener;
        this.settings = plan.settings();
        this.manyConfigurations = plan.configurations().size() > 1;
        int versions = plan.models().size() * plan.configurations().size();
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

    /** A stage of one version; {@code trial} counts from 1 and is 0 outside trials. */
    void stage(Stage.Kind kind, PreparedVersion version, int trial) {
        int ofTrials = trial == 0 ? 0 : settings.trials();
        DeviceId device = version.configuration().device();
        stage(new Stage(kind, version.key(), label(version), device, trial, ofTrials, System.nanoTime()));
    }

    void loaded() {
        doneNanos += LOAD_NANOS;
    }

    void settled() {
        doneNanos += CoolDown.settleNanos(settings);
    }

    void idled() {
        doneNanos += settings.idleNanos();
    }

    void trialDone(PreparedVersion version, Trial trial) {
        doneNanos += trialNanos(settings);
        listener.trialDone(version.key(), trial);
    }

    /** A version failed: its remaining trials will not happen. */
    void skipped(int trials) {
        doneNanos += trials * trialNanos(settings);
    }

    private String label(PreparedVersion version) {
        return manyConfigurations ? version.name() + " (" + version.configuration() + ")" : version.name();
    }
}
