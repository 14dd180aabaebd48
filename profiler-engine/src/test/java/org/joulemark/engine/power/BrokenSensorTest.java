package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.power.SimulatedTrace.Kind;
import org.junit.jupiter.api.Test;

/** Faults that once gave a number far from the truth, one by one. */
class BrokenSensorTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final SensorInfo RAPL = Kind.RAPL.info();
    private static final SensorInfo NVML = Kind.NVML.info();
    private static final SensorInfo POWER = Kind.MOMENTARY.info();
    private static final long FIFTY_WATTS = 20;

    @Test
    void aJumpBeyondTheMostPlausiblePowerIsNoEnergy() {
        // 150 J were used; the counter gains 400 J more within 50 ms, which takes 8 kW.
        SensorTrace trace = counter(61, 50 * MILLI, nanos -> nanos / FIFTY_WATTS + (nanos > SECOND ? 400_000_000 : 0));
        assertThat(why(EnergyWindow.over(RAPL, trace, 0, 3 * SECOND)))
                .contains("jumped")
                .contains("403 J in 0.0500 s");
    }

    @Test
    void aJumpBelowTheMostPlausiblePowerIsInTheUncertainty() {
        SensorTrace trace = counter(31, 100 * MILLI, nanos -> nanos / FIFTY_WATTS + (nanos > SECOND ? 40_000_000 : 0));
        covers(EnergyWindow.over(RAPL, trace, 0, 3 * SECOND), 150);
    }

    @Test
    void aCounterThatStandsStillMostOfTheTimeHasNoEnergy() {
        SensorTrace trace = counter(31, 100 * MILLI, moving(900 * MILLI, 100 * MILLI, FIFTY_WATTS));
        assertThat(why(EnergyWindow.over(RAPL, trace, 0, 3 * SECOND)))
                .contains("stood still")
                .contains("0.80 s");
    }

    @Test
    void aSlowCounterThatStandsStillMostOfTheTimeHasNoEnergy() {
        // 300 W for a minute: 18,000 J, of which the counter sees 900 J.
        SensorTrace trace = counter(601, 100 * MILLI, moving(2 * SECOND, 100 * MILLI, 3));
        assertThat(why(EnergyWindow.over(NVML, trace, 0, 60 * SECOND)))
                .contains("stood still")
                .contains("1.9 s");
    }

    @Test
    void aCounterThatStopsShortlyBeforeTheEndHasNoEnergy() {
        SensorTrace trace = counter(41, 100 * MILLI, nanos -> Math.min(nanos, 2_100 * MILLI) / FIFTY_WATTS);
        assertThat(why(EnergyWindow.over(RAPL, trace, 0, 3 * SECOND)))
                .contains("stood still")
                .contains("0.90 s");
    }

    @Test
    void aShortStandInALongWindowIsInTheUncertainty() {
        SensorTrace trace = counter(
                611, 100 * MILLI, nanos -> (nanos - Math.clamp(nanos - 30 * SECOND, 0, 300 * MILLI)) / FIFTY_WATTS);
        covers(EnergyWindow.over(RAPL, trace, 0, 60 * SECOND), 3_000);
    }

    @Test
    void aWindowBetweenTwoReadingsIsNotInterpolated() {
        SensorTrace trace = counter(5, SECOND, nanos -> nanos / FIFTY_WATTS);
        assertThat(why(EnergyWindow.over(RAPL, trace, 2 * SECOND + 1, 3 * SECOND - 1)))
                .contains("no reading inside");
    }

    @Test
    void aReadingLongBeforeTheWindowDoesNotBracketIt() {
        // 10 W up to the window, 50 W in it; the last reading before is two seconds old.
        SensorTrace trace = missing(
                counter(61, 100 * MILLI, nanos -> nanos / 100 + Math.max(0, nanos - 3 * SECOND) / 25),
                nanos -> nanos > SECOND && nanos < 3_100 * MILLI);
        assertThat(why(EnergyWindow.over(RAPL, trace, 3 * SECOND, 6 * SECOND)))
                .contains("no reading for 2.10 s around the window's start");
    }

    @Test
    void aGapOverTheEndIsRefused() {
        SensorTrace trace = missing(
                counter(91, 100 * MILLI, nanos -> Math.min(nanos, 6 * SECOND) / FIFTY_WATTS + nanos / 1_000),
                nanos -> nanos > 5 * SECOND && nanos < 7 * SECOND);
        assertThat(why(EnergyWindow.over(RAPL, trace, 3 * SECOND, 6 * SECOND)))
                .contains("no reading after the window (reading failed)");
    }

    @Test
    void aWrapInAGapIsOnlyAsCertainAsThatItWasNoReset() {
        // The counter is 50 J short of its end when it starts again inside a gap: a wrap says 75 J, a reset 25 to 75 J.
        long wrap = Kind.RAPL.wrapMicrojoules();
        LongUnaryOperator wraps = nanos -> (wrap - 100_000_000 + nanos / FIFTY_WATTS) % wrap;
        LongUnaryOperator resets =
                nanos -> nanos < 1_500 * MILLI ? wraps.applyAsLong(nanos) : (nanos - 1_500 * MILLI) / FIFTY_WATTS;
        LongPredicate gap = nanos -> nanos > SECOND && nanos < 2_500 * MILLI;
        for (LongUnaryOperator course : new LongUnaryOperator[] {wraps, resets}) {
            SensorTrace trace = missing(counter(71, 100 * MILLI, course), gap);
            covers(EnergyWindow.over(RAPL, trace, 0, 6 * SECOND), 300);
        }
    }

    @Test
    void aGapInWhichACounterMayHaveWrappedTwiceIsRefused() {
        SensorTrace trace = missing(
                counter(4_001, 100 * MILLI, nanos -> nanos / FIFTY_WATTS),
                nanos -> nanos > SECOND && nanos < 350 * SECOND);
        assertThat(why(EnergyWindow.over(RAPL, trace, 0, 400 * SECOND))).contains("may have wrapped unseen in 349 s");
    }

    @Test
    void aGapOfPolledPowerDoesNotAddZero() {
        SensorTrace trace =
                missing(power(621, nanos -> 300_000), nanos -> nanos > 30 * SECOND && nanos < 30_300 * MILLI);
        SensorEnergy energy = EnergyWindow.over(POWER, trace, 0, 60 * SECOND);
        assertThat(energy.gapNanos()).isEqualTo(300 * MILLI);
        assertThat(((Quantity) energy.energy()).value()).isBetween(17_999.0, 18_001.0);
        covers(energy, 18_000);
    }

    @Test
    void samplesTooRareForTheirSensorAreNoEnergy() {
        // A load of half a second up, half a second down, looked at once a second: 300 W were seen, 175 W were drawn.
        SensorTrace seldom = trace(64, SECOND, nanos -> 300_000 + nanos / SECOND % 2);
        assertThat(why(EnergyWindow.over(POWER, seldom, 0, 60 * SECOND))).contains("missing in 100.0 % of the window");
        SensorTrace slow = trace(154, 400 * MILLI, nanos -> 300_000 + nanos / (400 * MILLI) % 2);
        assertThat(why(EnergyWindow.over(POWER, slow, 0, 60 * SECOND)))
                .contains("so rarely that 75 % of the window lies between them");
        SensorInfo mean = Kind.MEAN.info();
        assertThat(EnergyWindow.over(mean, seldom, 0, 60 * SECOND).energy()).isInstanceOf(Quantity.class);
    }

    @Test
    void aFewLateSamplesLeaveLessOpenThanTheyShow() {
        SensorTrace whole = power(661, nanos -> 300_000);
        SensorTrace some = without(whole, nanos -> nanos > 0 && nanos % (2 * SECOND) < 200 * MILLI);
        SensorEnergy energy = EnergyWindow.over(POWER, some, 0, 60 * SECOND);
        covers(energy, 18_000);
        assertThat(((Quantity) energy.energy()).expandedUncertainty()).isLessThan(0.15 * 18_000);
    }

    /** Without the readings at some times, as if nobody had looked. */
    private static SensorTrace without(SensorTrace trace, LongPredicate unread) {
        int[] kept = IntStream.range(0, trace.size())
                .filter(i -> !unread.test(trace.tickNanos(i)))
                .toArray();
        return new SensorTrace(
                Arrays.stream(kept).mapToLong(trace::tickNanos).toArray(),
                Arrays.stream(kept).mapToLong(trace::value).toArray(),
                new byte[kept.length]);
    }

    @Test
    void aSampleNoDeviceCouldDrawIsNoPower() {
        SensorTrace trace = power(621, nanos -> nanos == 30 * SECOND ? (1L << 32) - 1 : 300_000);
        covers(EnergyWindow.over(POWER, trace, 0, 60 * SECOND), 18_000);
        assertThat(why(EnergyWindow.over(POWER, trace, 25 * SECOND, 35 * SECOND)))
                .contains("4.29497e+06 W is no power");
    }

    @Test
    void aMilliwattIsNoPower() {
        SensorTrace trace = trace(221, 100 * MILLI, nanos -> 1);
        assertThat(why(EnergyWindow.over(POWER, trace, 0, 20 * SECOND))).contains("0.00100000 W is no power");
    }

    @Test
    void aFrozenPowerIsNoEnergy() {
        SensorTrace whole = trace(221, 100 * MILLI, nanos -> 300_000);
        assertThat(why(EnergyWindow.over(POWER, whole, 0, 20 * SECOND))).contains("300.000 W: it is frozen");
        SensorTrace later = power(221, nanos -> nanos < 15 * SECOND ? 300_000 : 0);
        assertThat(why(EnergyWindow.over(POWER, frozen(later, 15 * SECOND), 0, 20 * SECOND)))
                .contains("did not change for 5.0 s");
    }

    private static SensorTrace frozen(SensorTrace trace, long from) {
        long[] ticks = new long[trace.size()];
        long[] values = new long[trace.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = trace.tickNanos(i);
            values[i] = ticks[i] < from ? trace.value(i) : 300_000;
        }
        return new SensorTrace(ticks, values, new byte[ticks.length]);
    }

    /** A counter that moves only in the last part of each cycle, at a joule each {@code nanosPerMicrojoule} of nanoseconds a microjoule. */
    private static LongUnaryOperator moving(long cycle, long part, long nanosPerMicrojoule) {
        return nanos -> (nanos / cycle * part + Math.max(0, nanos % cycle - (cycle - part))) / nanosPerMicrojoule;
    }

    private static SensorTrace counter(int size, long interval, LongUnaryOperator microjoules) {
        return trace(
                size,
                interval,
                nanos -> microjoules.applyAsLong(nanos) + (microjoules.applyAsLong(0) == 0 ? 40_000_000_000L : 0));
    }

    /** A power that trembles by a milliwatt, as every real one does. */
    private static SensorTrace power(int size, LongUnaryOperator milliwatts) {
        return trace(size, 100 * MILLI, nanos -> milliwatts.applyAsLong(nanos) + nanos / (100 * MILLI) % 2);
    }

    private static SensorTrace trace(int size, long interval, LongUnaryOperator value) {
        long[] ticks = new long[size];
        Arrays.setAll(ticks, i -> i * interval);
        return new SensorTrace(ticks, Arrays.stream(ticks).map(value).toArray(), new byte[size]);
    }

    private static SensorTrace missing(SensorTrace trace, LongPredicate unread) {
        long[] ticks = new long[trace.size()];
        long[] values = new long[trace.size()];
        byte[] states = new byte[trace.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = trace.tickNanos(i);
            values[i] = trace.value(i);
            states[i] = unread.test(ticks[i]) ? MissingReason.READ_FAILED.code() : 0;
        }
        return new SensorTrace(ticks, values, states);
    }

    private static void covers(SensorEnergy energy, double joules) {
        assertThat(energy.energy()).isInstanceOf(Quantity.class);
        Quantity quantity = (Quantity) energy.energy();
        assertThat(Math.abs(quantity.value() - joules)).isLessThanOrEqualTo(quantity.expandedUncertainty());
    }

    private static String why(SensorEnergy energy) {
        assertThat(energy.energy()).isInstanceOf(Absent.class);
        return ((Absent) energy.energy()).why();
    }
}
