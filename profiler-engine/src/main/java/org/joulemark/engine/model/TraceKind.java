package org.joulemark.engine.model;

/** What the integers of a sensor's trace mean. */
public enum TraceKind {
    /** A running energy counter in microjoules, from an arbitrary start; may wrap or be reset. */
    ENERGY_COUNTER_MICROJOULES,
    /** Power in milliwatts at the tick. */
    POWER_MILLIWATTS
}
