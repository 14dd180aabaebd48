package org.joulemark.engine.model;

/**
 * Energy one sensor saw in one window.
 *
 * @param sensor the sensor
 * @param energy joules in the window; its uncertainty covers reading and edges of this window, not the sensor's gain
 * @param peakPower largest power seen between two readings in the window, in watts
 * @param readings readings used
 * @param gapNanos time in the window without a reading, in nanoseconds
 */
public record SensorEnergy(SensorId sensor, Figure energy, Figure peakPower, long readings, long gapNanos) {}
