package org.joulemark.engine.model;

/**
 * Default uncertainty of a sensor's energy until the user calibrates it; expanded, k = 2 (research: energy-peers §5.4).
 *
 * @param grossRelative relative uncertainty of gross energy under load, for example 0.05
 * @param netRelative relative uncertainty of the idle power that net energy subtracts
 * @param netAbsoluteWatts least absolute uncertainty of that idle power, in watts
 */
public record SensorUncertainty(double grossRelative, double netRelative, double netAbsoluteWatts) {}
