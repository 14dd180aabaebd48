package org.joulemark.engine.compare;

import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;

/** How the energy of a window is computed from a trace. */
@FunctionalInterface
public interface WindowEnergy {
    /** Energy of one sensor between two host ticks in nanoseconds. */
    SensorEnergy between(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos);
}
