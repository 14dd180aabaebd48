package org.joulemark.engine.model;

/**
 * A power.
 *
 * @param watts power in watts
 */
public record Power(double watts) {}
