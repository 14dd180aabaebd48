package org.joulemark.app.ui.plot;

import java.util.OptionalDouble;

/**
 * Power over a window in watts; each figure is absent, never 0, where nothing was read.
 *
 * @param current newest power, whatever the window
 * @param min least power
 * @param max greatest power
 * @param mean mean over the time with readings, weighted by time
 */
public record PowerStats(OptionalDouble current, OptionalDouble min, OptionalDouble max, OptionalDouble mean) {
    /** Nothing known. */
    public static final PowerStats NONE = new PowerStats(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
