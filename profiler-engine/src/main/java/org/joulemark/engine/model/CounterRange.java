package org.joulemark.engine.model;

/**
 * How an energy counter behaves when it goes backwards.
 *
 * @param wrapMicrojoules value after which the counter starts at zero again, in microjoules; 0 if unknown or never
 * @param maxPlausibleWatts power above which a step cannot be real, so that it is a reset and not a wrap
 */
public record CounterRange(long wrapMicrojoules, double maxPlausibleWatts) {}
