package org.joulemark.app.ui.history;

/**
 * One reading of a sensor.
 *
 * @param index place among the readings, from 0
 * @param time seconds since the run began
 * @param raw what the sensor gave, with its unit; a dash where it gave nothing
 * @param watts power at it, or mean power since the reading before it; a dash where it is not known
 * @param window trial or idle baseline it falls into; empty between them
 * @param missing why there is no value; empty if there is one
 */
record ReadingLine(int index, String time, String raw, String watts, String window, String missing) {}
