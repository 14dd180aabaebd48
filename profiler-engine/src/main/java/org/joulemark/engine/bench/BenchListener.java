package org.joulemark.engine.bench;

import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionResult;

/** Hears the few life-cycle events of a run; called on the runner's thread, must return quickly and never throw. */
public interface BenchListener {
    /**
     * A stage began.
     *
     * @param stage what is going on, for example "trial 2 of 3: digits-v3-int8"
     * @param doneFraction work done of the whole run, from 0 to 1
     * @param remainingNanos expected time left, in nanoseconds
     */
    void stage(String stage, double doneFraction, long remainingNanos);

    /** A version has all its results (or failed). */
    void versionDone(VersionResult version);

    /** The run ended, in whatever way. */
    void finished(Run run);

    /** Hears nothing. */
    static BenchListener silent() {
        return new BenchListener() {
            @Override
            public void stage(String stage, double doneFraction, long remainingNanos) {}

            @Override
            public void versionDone(VersionResult version) {}

            @Override
            public void finished(Run run) {}
        };
    }
}
