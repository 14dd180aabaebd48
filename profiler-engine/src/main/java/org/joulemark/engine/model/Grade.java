package org.joulemark.engine.model;

/** How far a run may be trusted. */
public enum Grade {
    /** All counters, steady, nothing noticed. */
    A,
    /** Polled or vendor-modelled, or something was noticed. */
    B,
    /** Something is estimated. */
    C,
    /** Not valid. */
    X
}
