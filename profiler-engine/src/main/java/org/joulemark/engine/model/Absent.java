package org.joulemark.engine.model;

/**
 * A figure nobody knows; stands where a silent zero would be a lie.
 *
 * @param unit unit the value would have
 * @param why one sentence for the user, for example "no site given"
 */
public record Absent(Unit unit, String why) implements Figure {}
