package org.joulemark.app.ui.plot;

import org.jspecify.annotations.Nullable;

/** Why a curve has a gap where the sensor did give readings; beside the codes of missing readings. */
final class GapCode {
    /** The counter went backwards and no wrap explains it. */
    static final byte RESET = 100;

    /** The counter moved by more than any device draws. */
    static final byte JUMP = 101;

    /** The counter stood still for too long. */
    static final byte STUCK = 102;

    /** Nobody read the sensor for several intervals. */
    static final byte PAUSE = 103;

    private GapCode() {}

    static @Nullable String words(byte code) {
        return switch (code) {
            case RESET -> "the counter went backwards";
            case JUMP -> "the counter jumped";
            case STUCK -> "the counter stood still";
            case PAUSE -> "no reading in time";
            default -> null;
        };
    }
}
