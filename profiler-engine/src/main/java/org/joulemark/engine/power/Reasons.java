package org.joulemark.engine.power;

import org.joulemark.engine.model.MissingReason;

/** Reasons for missing values, in words. */
public final class Reasons {
    private Reasons() {}

    /** A few words for a sentence. */
    public static String words(MissingReason reason) {
        return switch (reason) {
            case READ_FAILED -> "reading failed";
            case PERMISSION_DENIED -> "permission denied";
            case NOT_SUPPORTED -> "the device does not offer it";
            case NO_DATA -> "the driver had no data";
            case VANISHED -> "the sensor is gone";
            case DEVICE_LOST -> "the GPU was lost";
            case HUNG -> "the sensor did not answer";
            case NOT_PLAUSIBLE -> "the value was not plausible";
        };
    }
}
