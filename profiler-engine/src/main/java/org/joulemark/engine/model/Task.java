package org.joulemark.engine.model;

/** What an evaluation set asks of a model. */
public enum Task {
    /** A class a row. */
    CLASSIFICATION,
    /** A value a row. */
    REGRESSION,
    /** Nothing: the right answers are not known, so there is latency and energy and no accuracy. */
    UNLABELLED
}
