package org.joulemark.engine.bench;

import org.joulemark.engine.model.Tick;

/**
 * From before the first call of a window to after its last one.
 *
 * @param begin tick before the first call
 * @param end tick after the last call
 */
public record CallSpan(Tick begin, Tick end) {
    /**
     * This span, told by the worker's clock, if it lies within {@code host}, the span from before the worker was told
     * to run until it said it was done; else {@code host}, since then the two clocks are not one.
     */
    CallSpan within(CallSpan host) {
        boolean plausible =
                begin.compareTo(host.begin) >= 0 && end.compareTo(begin) >= 0 && end.compareTo(host.end) <= 0;
        return plausible ? this : host;
    }

    /** Length in nanoseconds. */
    long nanos() {
        return end.nanosSince(begin);
    }
}
