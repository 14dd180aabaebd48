package org.joulemark.engine.model;

/** How much a finding weighs. */
public enum Severity {
    /** Worth knowing; changes no grade. */
    NOTE,
    /** Lowers the trust in the result. */
    WARNING,
    /** The result must not be used. */
    INVALID
}
