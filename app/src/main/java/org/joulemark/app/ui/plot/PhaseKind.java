package org.joulemark.app.ui.plot;

import org.joulemark.engine.bench.Stage;

/** What a run does during a phase; decides its shade and hatch. */
public enum PhaseKind {
    /** Idle baseline, before or after. */
    IDLE,
    /** A worker starts and loads. */
    LOADING,
    /** Untimed inferences. */
    WARM_UP,
    /** The timed window. */
    TRIAL,
    /** The device cools down. */
    COOL_DOWN;

    /** The kind of a stage of a run. */
    public static PhaseKind of(Stage.Kind stage) {
        return switch (stage) {
            case IDLE_BEFORE, IDLE_AFTER -> IDLE;
            case LOADING -> LOADING;
            case COOL_DOWN, SETTLING -> COOL_DOWN;
            case WARM_UP -> WARM_UP;
            case TRIAL -> TRIAL;
        };
    }
}
