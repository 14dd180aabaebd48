package org.joulemark.app.ui.plot;

import org.joulemark.engine.model.SensorId;

/**
 * One sensor's line in a row.
 *
 * @param sensor which sensor
 * @param name what a person calls it
 * @param quality how far it may be trusted, in words; possibly empty
 * @param style index of colour, dash and marker, from 0
 * @param power its readings
 */
public record TimelineSeries(SensorId sensor, String name, String quality, int style, PowerSeries power) {}
