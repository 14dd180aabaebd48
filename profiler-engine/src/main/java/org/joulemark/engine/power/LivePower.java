package org.joulemark.engine.power;

import java.util.List;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;

/** Readings as they come in, to be pulled by whoever draws them. Thread-safe; pulling never waits for a sensor. */
public interface LivePower {
    /** Sensors that are read, in probe order. */
    List<SensorInfo> sensors();

    /** Readings of a sensor from index {@code from} on; empty if there are none or the sensor is unknown. */
    SensorTrace trace(SensorId sensor, int from);
}
