package org.joulemark.engine.power;

import java.util.Locale;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Energy from polled power: trapezoid between neighbouring samples, over gaps too, whose energy is all in doubt. What is
 * left of doubt are bounds, added up and taken for the half width of a rectangle as in {@link CounterWindow}:
 *
 * <ul>
 *   <li>a change of power came somewhere between its two samples or up to a lag before: ±(interval + lag)/2 of it;
 *   <li>all samples are up to a lag old: half a lag of the power at an edge; of a mean, the time it is taken over;
 *   <li>where a sample came late, anything up to the highest power of the window;
 *   <li>in a gap, anything up to the most plausible power.
 * </ul>
 *
 * What a device does between two samples that neither shows is not seen; the sensor's own uncertainty covers it.
 */
final class SampleWindow {
    /** Polled energy with more than this share of the window in gaps is not known. */
    private static final double MAX_GAP_SHARE = 0.01;

    /** As is energy of which more than this share lies in intervals that are too long, beyond what is usual. */
    private static final double MAX_LATE_SHARE = 0.25;

    /** An interval longer by this factor than usual came late: what it has more is in doubt. */
    private static final double LATE = 1.5;

    /** No device that answers draws less. */
    private static final double LEAST_WATTS = 0.1;

    private final SensorInfo sensor;
    private final WindowReadings readings;
    private final long lagNanos;
    private final long usualNanos;
    private final FrozenPower frozen;
    private double joules;
    private double doubtJoules;
    private double lateNanos;
    private double peakWatts = Double.NaN;
    private double edgeWatts;
    private double highestWatts;
    private double secondWatts;
    private long intervals;
    private long gapNanos;
    private long uncoveredNanos;
    private double strangeWatts = Double.NaN;

    /** Usual is what these readings do, but never less often than the sensor and this program's own readings allow. */
    private SampleWindow(SensorInfo sensor, WindowReadings readings) {
        this.sensor = sensor;
        this.readings = readings;
        this.lagNanos = WindowReadings.lagNanos(sensor);
        this.usualNanos = Math.min(readings.usualNanos(), Math.max(Sampler.PERIOD_NANOS, sensor.periodNanos()));
        this.frozen = new FrozenPower(readings, lagNanos);
        this.gapNanos = readings.lengthNanos();
        this.uncoveredNanos = readings.lengthNanos();
    }

    static SensorEnergy over(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        return new SampleWindow(sensor, WindowReadings.of(sensor, trace, startNanos, endNanos)).energy();
    }

    private SensorEnergy energy() {
        integrate();
        String unknown = unknown();
        if (unknown != null) {
            return EnergyWindow.absent(sensor, unknown, intervals, gapNanos);
        }
        long edge = lagNanos / 2 + (sensor.provenance() == Provenance.POLLED_AVERAGE ? sensor.periodNanos() : 0);
        double doubt = doubtJoules
                + edgeWatts * edge / 1e9
                + highestWatts * (lateNanos / 1e9)
                + mostWatts() * (frozen.nanos() / 1e9);
        return new SensorEnergy(
                sensor.id(),
                Quantity.of(joules, Unit.JOULES, EnergyWindow.standard(doubt), sensor.provenance()),
                Quantity.of(peakWatts, Unit.WATTS, EnergyWindow.standard(peakDoubtWatts()), sensor.provenance()),
                intervals,
                gapNanos);
    }

    private void integrate() {
        int last = -1;
        for (int i = 0; i < readings.limit(); i++) {
            if (readings.trace().missing(i) || strange(i)) {
                continue;
            }
            frozen.add(i);
            look(i);
            if (last >= 0) {
                add(last, i);
            }
            last = i;
        }
        frozen.end();
    }

    private @Nullable String unknown() {
        if (gapNanos > MAX_GAP_SHARE * readings.lengthNanos()) {
            String missing = String.format(
                    Locale.ROOT,
                    "samples are missing in %.1f %% of the window",
                    100.0 * gapNanos / readings.lengthNanos());
            return Double.isNaN(strangeWatts)
                    ? missing
                    : String.format(Locale.ROOT, "%s; %.6g W is no power of this device", missing, strangeWatts);
        }
        if (lateNanos > MAX_LATE_SHARE * readings.lengthNanos()) {
            return String.format(
                    Locale.ROOT,
                    "the samples came so rarely that %.0f %% of the window lies between them",
                    100 * lateNanos / readings.lengthNanos());
        }
        return uncoveredNanos > 0 ? "the samples do not reach to the window's edges" : frozen.unknown();
    }

    /** Whether a sample can be no power of the device. */
    private boolean strange(int i) {
        double watts = readings.trace().value(i) / 1e3;
        boolean strange = watts < LEAST_WATTS || watts > mostWatts();
        if (strange && readings.inside(readings.nanos(i), readings.nanos(i) + 1) > 0) {
            strangeWatts = watts;
        }
        return strange;
    }

    /** No GPU board draws more than 3 kW; a whole machine may. */
    private double mostWatts() {
        return sensor.scope() == SensorScope.GPU || sensor.scope() == SensorScope.MODULE ? 3_000 : 10_000;
    }

    /** Keeps the two highest samples of the window. */
    private void look(int i) {
        if (readings.nanos(i) >= 0 && readings.nanos(i) <= readings.lengthNanos()) {
            double watts = watts(i);
            secondWatts = Math.max(secondWatts, Math.min(watts, highestWatts));
            highestWatts = Math.max(highestWatts, watts);
        }
    }

    /** What only one sample shows may be a sample gone wrong. */
    private double peakDoubtWatts() {
        return Math.max(0, peakWatts - secondWatts);
    }

    private void add(int a, int b) {
        long from = readings.nanos(a);
        long to = readings.nanos(b);
        if (to <= 0 || from >= readings.lengthNanos() + lagNanos) {
            return;
        }
        boolean gap = to - from > WindowReadings.pauseNanos(usualNanos) || missingBetween(a, b);
        long inside = readings.inside(from, to);
        double watts = Math.abs(watts(b) - watts(a));
        double late = to - from > LATE * usualNanos ? (double) inside * (to - from - usualNanos) / (to - from) : 0;
        doubtJoules += watts * ((to - from + lagNanos) / 2e9) + (gap ? inside * mostWatts() / 1e9 : 0);
        lateNanos += gap ? 0 : late;
        if (inside > 0) {
            take(a, b, inside);
            gapNanos -= gap ? 0 : inside;
            uncoveredNanos -= inside;
            intervals++;
        }
    }

    /** Adds the trapezoid of the part of an interval that lies in the window. */
    private void take(int a, int b, long inside) {
        long begin = Math.max(readings.nanos(a), 0);
        double atBegin = watts(a, b, begin);
        double atEnd = watts(a, b, begin + inside);
        joules += (atBegin + atEnd) / 2 * (inside / 1e9);
        double higher = Math.max(atBegin, atEnd);
        peakWatts = Double.isNaN(peakWatts) ? higher : Math.max(peakWatts, higher);
        edgeWatts = begin == 0 || begin + inside == readings.lengthNanos() ? Math.max(edgeWatts, higher) : edgeWatts;
    }

    private boolean missingBetween(int a, int b) {
        return b - a > 1;
    }

    private double watts(int i) {
        return readings.trace().value(i) / 1e3;
    }

    private double watts(int a, int b, long nanos) {
        double share = (double) (nanos - readings.nanos(a)) / (readings.nanos(b) - readings.nanos(a));
        return watts(a) + share * (watts(b) - watts(a));
    }
}
