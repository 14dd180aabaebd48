package org.joulemark.engine.history;

/** What a history is opened for. */
public enum Access {
    /** Makes the history if there is none, and closes runs whose program died. */
    READ_WRITE,
    /** Changes nothing. */
    READ_ONLY
}
