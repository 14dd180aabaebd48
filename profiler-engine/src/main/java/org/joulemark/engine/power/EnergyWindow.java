package org.joulemark.engine.power;

import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.model.Unit;

/**
 * Energy of a sensor between two ticks, from its stored trace alone: the same trace always gives the same joules.
 * Counters are differences of readings with linear interpolation at the two edges; power is integrated by trapezoid
 * and clamped to the window. What cannot be known is {@link Absent}, never zero; what is known within bounds has them as
 * its uncertainty, so that the truth lies within k = 2 of it. A loss or gain that leaves the readings' course as it was
 * (a counter that always counts too little, a standstill between two readings) is the sensor's own uncertainty.
 */
public final class EnergyWindow {
    private EnergyWindow() {}

    /** Energy of {@code trace} in [startNanos, endNanos], ticks of the host's monotonic clock. */
    public static SensorEnergy over(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        if (endNanos <= startNanos) {
            return absent(sensor, "the window is empty", 0, 0);
        }
        return sensor.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES
                ? CounterWindow.over(sensor, trace, startNanos, endNanos)
                : SampleWindow.over(sensor, trace, startNanos, endNanos);
    }

    static SensorEnergy absent(SensorInfo sensor, String why, long readings, long gapNanos) {
        return new SensorEnergy(
                sensor.id(), new Absent(Unit.JOULES, why), new Absent(Unit.WATTS, why), readings, gapNanos);
    }

    /** Standard uncertainty of a value that is off by at most {@code bound}: half width of a rectangle over √3. */
    static double standard(double bound) {
        return bound / Math.sqrt(3);
    }

    /** How long after the end of a window the reading that closes it should be, in nanoseconds. */
    public static long closingNanos(SensorInfo sensor) {
        return WindowReadings.closingNanos(sensor);
    }
}
