package org.joulemark.engine.bench;

import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.power.LivePower;

/** Hears the few life-cycle events of a run; called on the runner's thread, must return quickly and never throw. */
public interface BenchListener {
    /**
     * The run is in the history and its sensors are being read.
     *
     * @param begun the run as it began: plan, machine, site and sensors, no version yet
     * @param power readings, to be pulled until the run ends
     */
    default void started(Run begun, LivePower power) {}

    /**
     * A stage began.
     *
     * @param stage what is going on
     * @param doneFraction work done of the whole run, from 0 to 1
     * @param remainingNanos expected time left, in nanoseconds
     */
    default void stage(Stage stage, double doneFraction, long remainingNanos) {}

    /** A timed window of the version of that key ended. */
    default void trialDone(VersionKey version, Trial trial) {}

    /** A version has all its results (or failed). */
    default void versionDone(VersionResult version) {}

    /** The run ended, in whatever way. */
    default void finished(Run run) {}

    /** Hears nothing. */
    static BenchListener silent() {
        return new BenchListener() {};
    }
}
