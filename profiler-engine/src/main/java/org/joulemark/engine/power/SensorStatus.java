package org.joulemark.engine.power;

import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorSource;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sensor survey.
 *
 * @param source where its readings come from
 * @param name what a person calls the sensor or source
 * @param found whether it exists on this machine
 * @param readable whether it gave a reading
 * @param why why not found, not readable or not counted; empty if nothing is wrong
 * @param remedy exact remedy, empty if none is needed or known
 * @param info what the sensor is; null if it could not be read
 */
public record SensorStatus(
        SensorSource source,
        String name,
        boolean found,
        boolean readable,
        String why,
        String remedy,
        @Nullable SensorInfo info) {}
