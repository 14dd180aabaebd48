package org.joulemark.app.ui.plot;

/** What a flag on the timeline warns of; decides its shape. */
public enum FlagKind {
    /** The device slowed itself down. */
    THROTTLE,
    /** Readings are missing. */
    GAP,
    /** Another process used the device. */
    FOREIGN_PROCESS,
    /** Anything else. */
    OTHER
}
