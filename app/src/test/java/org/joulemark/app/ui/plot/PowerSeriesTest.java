package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Power from readings: counters by steps, samples as they are, gaps as gaps. */
class PowerSeriesTest {
    private static final long MS = 1_000_000L;
    private static final CounterRange RANGE = new CounterRange(1_000_000, 100);

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static PowerSeries counter(CounterRange range, long[] ticks, long... values) {
        PowerSeries series = new PowerSeries(SampleTimeline.counter("c", "cpu", "c", range), 1000);
        series.append(new SensorTrace(ticks, values, new byte[values.length]));
        return series;
    }

    private static long[] every(long step, int many) {
        return LongStream.range(0, many).map(i -> i * step).toArray();
    }

    @Test
    void aCounterGivesTheMeanPowerOfEachStep() {
        PowerSeries series = counter(RANGE, new long[] {0, 10 * MS, 30 * MS}, 500, 100_500, 900_500);
        assertThat(series.wattsAt(5 * MS)).hasValueCloseTo(10.0, within(1e-4));
        assertThat(series.wattsAt(20 * MS)).hasValueCloseTo(40.0, within(1e-4));
        assertThat(series.currentWatts()).hasValueCloseTo(40.0, within(1e-4));
        assertThat(series.stats(0, 30 * MS).mean()).hasValueCloseTo(30.0, within(1e-4));
        assertThat(series.stats(5 * MS, 20 * MS).mean()).hasValueCloseTo(30.0, within(1e-4));
    }

    @Test
    void theFirstReadingOfACounterIsNoPower() {
        PowerSeries series = counter(RANGE, new long[] {0}, 500);
        assertThat(series.currentWatts()).isEmpty();
        assertThat(series.stats(-MS, MS)).isEqualTo(PowerStats.NONE);
        assertThat(series.gapAt(0)).isNull();
    }

    @Test
    void aKnownWrapIsHonoured() {
        PowerSeries series = counter(RANGE, every(10 * MS, 2), 900_000, 100_000);
        assertThat(series.currentWatts()).hasValueCloseTo(20.0, within(1e-4));
    }

    @Test
    void aWrapThatWouldBeTooMuchPowerIsAReset() {
        PowerSeries series = counter(new CounterRange(100_000_000_000L, 100), every(10 * MS, 3), 900, 100, 200_100);
        assertThat(series.gapAt(5 * MS)).isEqualTo("the counter went backwards");
        assertThat(series.wattsAt(5 * MS)).isEmpty();
        assertThat(series.wattsAt(15 * MS)).hasValueCloseTo(20.0, within(1e-4));
    }

    @Test
    void aStepBackwardsWithoutKnownWrapIsAGap() {
        PowerSeries series = counter(null, every(10 * MS, 2), 900_000, 100_000);
        assertThat(series.currentWatts()).isEmpty();
        assertThat(series.missingBecause()).isEqualTo("the counter went backwards");
    }

    @Test
    void aJumpIsAGap() {
        PowerSeries series = counter(new CounterRange(0, 100), every(10 * MS, 3), 0, 50_000_000_000L, 50_000_100_000L);
        assertThat(series.gapAt(5 * MS)).isEqualTo("the counter jumped");
        assertThat(series.currentWatts()).hasValueCloseTo(10.0, within(1e-4));
    }

    @Test
    void aShortStandstillIsGranularityNotZeroPower() {
        PowerSeries series = counter(RANGE, every(10 * MS, 5), 0, 200_000, 200_000, 200_000, 500_000);
        assertThat(series.stats(0, 40 * MS).min()).hasValueCloseTo(10.0, within(1e-4));
        assertThat(series.wattsAt(25 * MS)).hasValueCloseTo(10.0, within(1e-4));
    }

    @Test
    void aLongStandstillIsAStuckCounter() {
        long[] values = new long[150];
        values[0] = 1;
        java.util.Arrays.fill(values, 1, 150, 200_000);
        PowerSeries series = counter(RANGE, every(10 * MS, 150), values);
        assertThat(series.missingBecause()).isEqualTo("the counter stood still");
        assertThat(series.stats(0, 1500 * MS).min()).hasValueCloseTo(20.0, within(0.01));
    }

    @Test
    void aMissingReadingIsAGapWithItsReason() {
        byte hung = MissingReason.HUNG.code();
        PowerSeries series = new PowerSeries(SampleTimeline.samples("s", "gpu:0", "s"), 1000);
        series.append(new SensorTrace(every(10 * MS, 4), new long[] {5000, 6000, 0, 8000}, new byte[] {0, 0, hung, 0}));
        assertThat(series.gapAt(15 * MS)).isEqualTo("the sensor did not answer");
        assertThat(series.gapAt(25 * MS)).isEqualTo("the sensor did not answer");
        assertThat(series.wattsAt(25 * MS)).isEmpty();
        assertThat(series.wattsAt(5 * MS)).hasValueCloseTo(5.5, within(1e-4));
        assertThat(series.stats(0, 30 * MS).mean()).hasValueCloseTo(5.5, within(1e-4));
        assertThat(series.stats(0, 30 * MS).max()).hasValueCloseTo(8.0, within(1e-4));
    }

    @Test
    void aMissingNewestReadingHasNoCurrentPower() {
        PowerSeries series = new PowerSeries(SampleTimeline.samples("s", "gpu:0", "s"), 1000);
        byte denied = MissingReason.PERMISSION_DENIED.code();
        series.append(new SensorTrace(every(10 * MS, 2), new long[] {5000, 0}, new byte[] {0, denied}));
        assertThat(series.currentWatts()).isEmpty();
        assertThat(series.missingBecause()).isEqualTo("permission denied");
    }

    @Test
    void aPauseOfSamplesIsAGap() {
        PowerSeries series = new PowerSeries(SampleTimeline.samples("s", "gpu:0", "s"), 1000);
        long[] ticks = {0, 10 * MS, 20 * MS, 60 * MS, 70 * MS};
        series.append(new SensorTrace(ticks, new long[] {1000, 1000, 1000, 9000, 9000}, new byte[5]));
        assertThat(series.gapAt(40 * MS)).isEqualTo("no reading in time");
        assertThat(series.wattsAt(65 * MS)).hasValueCloseTo(9.0, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void chunksGiveTheSameSeriesAsOnePiece(long seed) {
        Random random = new Random(seed);
        SensorTrace whole = SampleTimeline.sampleTrace(9000).slice(6000, 9000);
        SensorInfo sensor = SampleTimeline.samples("s", "gpu:0", "s");
        PowerSeries atOnce = new PowerSeries(sensor, 10_000);
        atOnce.append(whole);
        PowerSeries inChunks = new PowerSeries(sensor, 10_000);
        while (inChunks.taken() < whole.size()) {
            int from = inChunks.taken();
            inChunks.append(whole.slice(from, Math.min(whole.size(), from + 1 + random.nextInt(400))));
        }
        long from = whole.tickNanos(random.nextInt(1000));
        long to = whole.tickNanos(1000 + random.nextInt(2000));
        assertThat(inChunks.stats(from, to)).isEqualTo(atOnce.stats(from, to));
    }

    @Test
    void readingsOfAnotherReaderThatOverlapAreTakenOnce() {
        PowerSeries series = new PowerSeries(SampleTimeline.samples("s", "gpu:0", "s"), 1000);
        series.append(new SensorTrace(every(10 * MS, 3), new long[] {5000, 5000, 5000}, new byte[3]));
        long[] overlap = {5 * MS, 15 * MS, 30 * MS};
        series.append(new SensorTrace(overlap, new long[] {9000, 9000, 5000}, new byte[3]));
        assertThat(series.stats(0, 30 * MS).max()).hasValue(5);
        assertThat(series.lastTick()).isEqualTo(30 * MS);
        assertThat(series.taken()).isEqualTo(6);
    }

    @Test
    void theOldestReadingsGoFirst() {
        PowerSeries series = new PowerSeries(SampleTimeline.samples("s", "gpu:0", "s"), 4096);
        long[] values = new long[10_000];
        java.util.Arrays.fill(values, 7000);
        values[0] = 900_000;
        series.append(new SensorTrace(every(10 * MS, 10_000), values, new byte[10_000]));
        assertThat(series.taken()).isEqualTo(10_000);
        assertThat(series.firstTick()).isEqualTo((10_000 - 4096) * 10 * MS);
        assertThat(series.stats(0, 100_000 * MS).max()).hasValue(7);
    }
}
