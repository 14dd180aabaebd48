package org.joulemark.engine.compare;

/** Which direction of a metric is the good one. */
public enum Better {
    LOWER,
    HIGHER,
    /** Neither: shown, never judged. */
    NEITHER
}
