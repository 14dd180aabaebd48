package org.joulemark.engine.model;

/** How a figure came to be, best first; a total never reads better than its worst part. */
public enum Provenance {
    /** Difference of two readings of a counter kept by hardware or operating system, or an exact count. */
    COUNTER,
    /** Readings of an external meter, imported. */
    IMPORTED_METER,
    /** Momentary power, polled and integrated. */
    POLLED_INSTANT,
    /** Power averaged by the device over a stated time, polled and integrated. */
    POLLED_AVERAGE,
    /** A counter that the vendor computes from activity instead of measuring it (AMD RAPL, IOReport). */
    VENDOR_MODEL,
    /** Our own model, for example TDP and load. */
    ESTIMATED,
    /** A constant nobody measured. */
    ASSUMED,
    /** Not known; never zero. */
    MISSING;

    /** The worse of the two. */
    public Provenance worse(Provenance other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
