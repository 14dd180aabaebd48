package org.joulemark.engine.bench;

import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.VersionKey;
import org.jspecify.annotations.Nullable;

/**
 * What a run is doing.
 *
 * @param kind which part of the protocol
 * @param key version concerned; null for the whole run
 * @param version its name for eyes, with its configuration where there are several; empty for the whole run
 * @param device device that works; null where none is singled out
 * @param trial number of the trial, from 1; 0 outside trials
 * @param ofTrials trials a version
 * @param sinceNanos tick at which it began
 */
public record Stage(
        Kind kind,
        @Nullable VersionKey key,
        String version,
        @Nullable DeviceId device,
        int trial,
        int ofTrials,
        long sinceNanos) {
    /** Parts of the protocol. */
    public enum Kind {
        /** Idle baseline before the first trial. */
        IDLE_BEFORE,
        /** A worker starts, loads the model and answers the evaluation set. */
        LOADING,
        /** The device cools down to where it began. */
        COOL_DOWN,
        /** Untimed inferences until latency is steady. */
        WARM_UP,
        /** The timed window. */
        TRIAL,
        /** The machine is left alone, so that the baseline after the last trial does not see the trial. */
        SETTLING,
        /** Idle baseline after the last trial. */
        IDLE_AFTER
    }

    static Stage idle(boolean before) {
        return new Stage(before ? Kind.IDLE_BEFORE : Kind.IDLE_AFTER, null, "", null, 0, 0, System.nanoTime());
    }

    static Stage settling() {
        return new Stage(Kind.SETTLING, null, "", null, 0, 0, System.nanoTime());
    }

    /** In words, for example "trial 2 of 3: digits-v3-int8". */
    public String words() {
        return switch (kind) {
            case IDLE_BEFORE -> "idle baseline before";
            case IDLE_AFTER -> "idle baseline after";
            case LOADING -> "loading " + version;
            case SETTLING -> "the machine settles before the idle baseline";
            case COOL_DOWN -> "cool-down before trial " + trial + " of " + ofTrials + ": " + version;
            case WARM_UP -> "warm-up for trial " + trial + " of " + ofTrials + ": " + version;
            case TRIAL -> "trial " + trial + " of " + ofTrials + ": " + version;
        };
    }
}
