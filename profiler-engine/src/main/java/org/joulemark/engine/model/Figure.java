package org.joulemark.engine.model;

/** A result: either a value that says how sure it is and where it comes from, or the reason why there is none. */
public sealed interface Figure permits Quantity, Absent {
    /** The unit the value has or would have. */
    Unit unit();
}
