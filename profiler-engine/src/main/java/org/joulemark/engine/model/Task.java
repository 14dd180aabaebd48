package org.joulemark.engine.model;

/** What an evaluation set asks of a model. */
public enum Task {
    CLASSIFICATION,
    REGRESSION
}
