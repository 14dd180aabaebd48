package org.joulemark.app.ui.plot;

/**
 * A mark on an axis.
 *
 * @param value where, in the axis's unit
 * @param label what is written there; empty for a minor mark
 */
public record AxisTick(double value, String label) {}
