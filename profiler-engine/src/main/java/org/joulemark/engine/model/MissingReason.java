package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/** Why a sensor gave no value at a tick. The codes are part of the stored format: never reuse one. */
public enum MissingReason {
    /** Reading failed for a reason the operating system did not name better. */
    READ_FAILED(1),
    PERMISSION_DENIED(2),
    /** The device or driver says it does not offer this metric. */
    NOT_SUPPORTED(3),
    /** The driver has no value for now. */
    NO_DATA(4),
    /** The zone, file or device is gone. */
    VANISHED(5),
    /** The GPU fell off the bus. */
    DEVICE_LOST(6),
    /** The read did not return within the watchdog's time. */
    HUNG(7),
    /** The reading was not a number or not plausible. */
    NOT_PLAUSIBLE(8);

    private final byte code;

    MissingReason(int code) {
        this.code = (byte) code;
    }

    /** The state byte of a trace for this reason; 0 stands for "there is a value". */
    public byte code() {
        return code;
    }

    /** The reason with that code; null for 0, which means there is a value. */
    public static @Nullable MissingReason ofCode(byte code) {
        if (code == 0) {
            return null;
        }
        for (MissingReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        throw new IllegalArgumentException("unknown reason code " + code);
    }
}
