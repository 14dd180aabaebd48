package org.joulemark.engine.model;

/** How a run ended. */
public enum RunStatus {
    COMPLETED,
    /** Stopped by the user; what was measured is kept. */
    CANCELLED,
    /** Stopped by an error before every version had its turn. */
    FAILED,
    /** The program died; found and closed at the next start. */
    INTERRUPTED
}
