package org.joulemark.engine.model;

/**
 * 95 % interval of a percentile by order statistics: two of the values themselves.
 *
 * @param lowNanos lower end in nanoseconds
 * @param highNanos upper end in nanoseconds
 * @param open whether the calls are too few for one of the ends, where the fastest or the slowest call then stands
 */
public record RankInterval(long lowNanos, long highNanos, boolean open) {}
