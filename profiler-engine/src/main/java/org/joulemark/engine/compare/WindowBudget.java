package org.joulemark.engine.compare;

import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;

/**
 * What one sensor saw in one window, with the whole of its uncertainty: u² = gain² + edges². A record keeps only what
 * reading and edges of the window add; figures of versions stand on the same two parts, and so must every place that
 * shows a window by itself.
 */
public final class WindowBudget {
    private static final double SQRT3 = Math.sqrt(3);

    private WindowBudget() {}

    /** Energy in joules of {@code sensor} in a window of {@code windowNanos}; absent where it is. */
    public static Figure energy(SensorInfo sensor, SensorEnergy measured, long windowNanos) {
        return switch (measured.energy()) {
            case Absent absent -> absent;
            case Quantity joules ->
                withUncertainty(joules, Math.hypot(gain(sensor, joules.value()), edges(sensor, joules, windowNanos)));
        };
    }

    /** Peak power in watts of {@code sensor}; absent where it is. */
    public static Figure peak(SensorInfo sensor, SensorEnergy measured) {
        return switch (measured.peakPower()) {
            case Absent absent -> absent;
            case Quantity watts ->
                withUncertainty(watts, Math.hypot(gain(sensor, watts.value()), watts.standardUncertainty()));
        };
    }

    /** Standard uncertainty that the sensor's gain leaves of {@code value}: half its expanded relative one (k = 2). */
    public static double gain(SensorInfo sensor, double value) {
        return sensor.uncertainty().grossRelative() / 2 * Math.abs(value);
    }

    /**
     * Standard uncertainty in joules of the edges of a window: period τ in a window T, τ/(√3·T) of the energy, or what the
     * window itself states if that is more.
     */
    public static double edges(SensorInfo sensor, Quantity joules, long windowNanos) {
        double quantisation = sensor.periodNanos() / (SQRT3 * windowNanos);
        return Math.max(quantisation * Math.abs(joules.value()), joules.standardUncertainty());
    }

    private static Quantity withUncertainty(Quantity of, double standardUncertainty) {
        return new Quantity(
                of.value(), of.unit(), standardUncertainty, null, of.shares(), of.lowerBound(), of.notCovered(), null);
    }
}
