package org.joulemark.engine.bench;

import org.joulemark.engine.model.Failure;

/** A worker that refused, failed, crashed, hung or grew too large; costs its own row only. */
public final class WorkerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** The worker ended its work this way. */
    public WorkerException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** What went wrong, for the row of the version. */
    public Failure failure() {
        return failure;
    }
}
