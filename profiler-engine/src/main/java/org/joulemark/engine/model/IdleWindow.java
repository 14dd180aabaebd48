package org.joulemark.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window in which nothing ran and no model was loaded.
 *
 * @param startNanos tick at its start
 * @param endNanos tick at its end
 * @param energies energy by sensor
 * @param settledNanos how long the machine was left alone by the run before the window began, in nanoseconds; null if it
 *     was not told, as in records of version 0.1 and before the first trial
 */
public record IdleWindow(
        long startNanos,
        long endNanos,
        List<SensorEnergy> energies,
        @Nullable Long settledNanos) {
    /** A window of which nobody told how long the machine had settled. */
    public IdleWindow(long startNanos, long endNanos, List<SensorEnergy> energies) {
        this(startNanos, endNanos, energies, null);
    }
}
