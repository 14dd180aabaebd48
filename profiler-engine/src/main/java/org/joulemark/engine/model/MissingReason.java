package org.joulemark.engine.model;

/** Why a sensor gave no value at a tick. */
public enum MissingReason {
    /** Reading failed for a reason the operating system did not name better. */
    READ_FAILED,
    PERMISSION_DENIED,
    /** The device or driver says it does not offer this metric. */
    NOT_SUPPORTED,
    /** The driver has no value for now. */
    NO_DATA,
    /** The zone, file or device is gone. */
    VANISHED,
    /** The GPU fell off the bus. */
    DEVICE_LOST,
    /** The read did not return within the watchdog's time. */
    HUNG,
    /** The reading was not a number or not plausible. */
    NOT_PLAUSIBLE
}
