package org.joulemark.engine.model;

import java.util.List;

/**
 * A window in which nothing ran and no model was loaded.
 *
 * @param startNanos tick at its start
 * @param endNanos tick at its end
 * @param energies energy by sensor
 */
public record IdleWindow(long startNanos, long endNanos, List<SensorEnergy> energies) {}
