package org.joulemark.engine.history;

/** Names of the kinds of events. */
public final class EventKind {
    /** First event: id of the ledger, program version, layout, policy. */
    public static final String LEDGER_CREATED = "ledger.created";

    /** A new key for signing checkpoints. */
    public static final String KEY_INTRODUCED = "key.introduced";

    /** A run began. */
    public static final String RUN_STARTED = "run.started";

    /** A trial of a run ended well. */
    public static final String TRIAL_DONE = "trial.done";

    /** A run ended, in whatever way. */
    public static final String RUN_FINISHED = "run.finished";

    /** A run whose program died was closed at the next start. */
    public static final String RUN_INTERRUPTED = "run.interrupted";

    private EventKind() {}

    /** Whether the kind holds the whole record of a run that ended. */
    static boolean endsRun(String kind) {
        return kind.equals(RUN_FINISHED) || kind.equals(RUN_INTERRUPTED);
    }
}
