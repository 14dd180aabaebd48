package org.joulemark.engine.power.rapl;

import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.power.PowerSensor;

/**
 * A sensor under another description.
 *
 * @param sensor the sensor
 * @param info what it is said to be
 */
record Renamed(PowerSensor sensor, SensorInfo info) implements PowerSensor {
    @Override
    public Reading read() {
        return sensor.read();
    }

    @Override
    public void close() {
        sensor.close();
    }
}
