package org.joulemark.engine.model;

/**
 * Name of one power sensor, stable over restarts of the machine.
 *
 * @param value for example {@code rapl:package-0} or {@code nvml:GPU-5c1f:board}
 */
public record SensorId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
