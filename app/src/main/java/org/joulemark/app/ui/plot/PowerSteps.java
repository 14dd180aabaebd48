package org.joulemark.app.ui.plot;

/** Turns readings of one sensor into points of its curve. */
sealed interface PowerSteps permits CounterSteps, SampleSteps {
    /** A reading with its raw value. */
    void reading(long tickNanos, long value);

    /** A reading without value and the code of its reason. */
    void missing(long tickNanos, byte reason);
}
