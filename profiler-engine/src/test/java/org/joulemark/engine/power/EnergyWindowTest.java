package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorTrace;
import org.junit.jupiter.api.Test;

class EnergyWindowTest {
    private static final long TENTH = 100_000_000L;
    private static final SensorInfo COUNTER = FakeSensor.counter("c", FakeSensor.WRAP_MICROJOULES);
    private static final SensorInfo POWER = FakeSensor.power("p");

    @Test
    void energyOfAnyPartitionIsTheEnergyOfTheWhole() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            for (Recording recording : List.of(Recording.counter(random, true), Recording.power(random))) {
                long[] cuts = recording.cuts(random, 2 + random.nextInt(6), 60 * TENTH);
                double sum = 0;
                for (int i = 1; i < cuts.length; i++) {
                    sum += joules(recording.over(cuts[i - 1], cuts[i]));
                }
                double whole = joules(recording.over(cuts[0], cuts[cuts.length - 1]));
                assertThat(sum).as("seed %d", seed).isCloseTo(whole, within(1e-9 * whole));
                assertThat(whole).isPositive();
            }
        }
    }

    @Test
    void energyOfACounterIsWhatASecondComputationGives() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            Recording recording = Recording.counter(random, true);
            long[] cuts = recording.cuts(random, 2, 60 * TENTH);
            double expected = (recording.unwrappedAt(cuts[1]) - recording.unwrappedAt(cuts[0])) / 1e6;
            assertThat(joules(recording.over(cuts[0], cuts[1])))
                    .as("seed %d", seed)
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void energyOfPolledPowerIsWhatASecondComputationGives() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            Recording recording = Recording.power(random);
            long[] cuts = recording.cuts(random, 2, 60 * TENTH);
            double expected = recording.middlePowers(cuts[0], cuts[1]);
            assertThat(joules(recording.over(cuts[0], cuts[1])))
                    .as("seed %d", seed)
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void whereACounterWrapsDoesNotChangeItsEnergy() {
        for (int seed = 0; seed < 200; seed++) {
            Recording wrapping = Recording.counter(new Random(seed * 0x9E3779B97F4A7C15L), true);
            Recording plain = Recording.counter(new Random(seed * 0x9E3779B97F4A7C15L), false);
            long[] cuts = plain.cuts(new Random(seed), 2, 60 * TENTH);
            // All but the uncertainty: a step backwards could be a reset as well, however little that is to be
            // expected.
            SensorEnergy wrapped = wrapping.over(cuts[0], cuts[1]);
            SensorEnergy risen = plain.over(cuts[0], cuts[1]);
            assertThat(joules(wrapped)).as("seed %d", seed).isEqualTo(joules(risen));
            assertThat(wrapped.peakPower()).as("seed %d", seed).isEqualTo(risen.peakPower());
            assertThat(wrapped.readings()).as("seed %d", seed).isEqualTo(risen.readings());
            assertThat(wrapped.gapNanos()).as("seed %d", seed).isEqualTo(risen.gapNanos());
            assertThat(uncertainty(wrapped)).as("seed %d", seed).isGreaterThanOrEqualTo(uncertainty(risen));
        }
    }

    @Test
    void theGeneratedCountersReallyWrapAndReallyMiss() {
        int wraps = 0;
        int misses = 0;
        for (int seed = 0; seed < 200; seed++) {
            SensorTrace trace = Recording.counter(new Random(seed * 0x9E3779B97F4A7C15L), true).trace;
            for (int i = 1; i < trace.size(); i++) {
                misses += trace.missing(i) ? 1 : 0;
                wraps += !trace.missing(i) && !trace.missing(i - 1) && trace.value(i) < trace.value(i - 1) ? 1 : 0;
            }
        }
        assertThat(wraps).isGreaterThan(100);
        assertThat(misses).isGreaterThan(100);
    }

    @Test
    void aWindowWithoutReadingsHasNoEnergyAndSaysWhy() {
        SensorTrace lost = new SensorTrace(
                new long[] {0, TENTH}, new long[2], new byte[] {code(MissingReason.HUNG), code(MissingReason.HUNG)});
        assertThat(why(EnergyWindow.over(COUNTER, lost, 0, TENTH))).contains("did not answer");
        assertThat(why(EnergyWindow.over(COUNTER, SensorTrace.empty(), 0, TENTH)))
                .contains("no reading");
        assertThat(why(EnergyWindow.over(POWER, lost, 0, TENTH))).contains("missing");
        assertThat(why(EnergyWindow.over(POWER, SensorTrace.empty(), 0, TENTH))).contains("missing");
        assertThat(why(EnergyWindow.over(COUNTER, lost, TENTH, TENTH))).contains("empty");
    }

    @Test
    void aWindowIsNeverStretchedOverReadingsThatAreNotThere() {
        SensorTrace trace = steady(20, i -> i * 1_000_000);
        assertThat(why(EnergyWindow.over(COUNTER, trace, -1, 5 * TENTH))).contains("before the window");
        assertThat(why(EnergyWindow.over(COUNTER, trace, 0, 19 * TENTH + 1))).contains("after the window");
    }

    @Test
    void aGapInACounterIsReportedAndCostsNoEnergy() {
        long[] ticks = {0, TENTH, 2 * TENTH, 3 * TENTH, 4 * TENTH};
        byte failed = code(MissingReason.READ_FAILED);
        SensorTrace trace =
                new SensorTrace(ticks, new long[] {0, 10, 0, 0, 40_000_000}, new byte[] {0, 0, failed, failed, 0});
        SensorEnergy energy = EnergyWindow.over(COUNTER, trace, 0, 4 * TENTH);
        assertThat(joules(energy)).isEqualTo(40);
        assertThat(energy.gapNanos()).isEqualTo(3 * TENTH);
        assertThat(energy.readings()).isEqualTo(3);
    }

    @Test
    void aGapInPolledPowerOfMoreThanAPercentLeavesNoEnergy() {
        int size = 1_000;
        byte[] states = new byte[size];
        long[] power = trembling(size, 50_000);
        SensorTrace whole = new SensorTrace(ticks(size), power, states);
        assertThat(joules(EnergyWindow.over(POWER, whole, 0, 999 * TENTH))).isCloseTo(4_995.04995, within(1e-9));
        states[500] = code(MissingReason.NO_DATA);
        SensorTrace small = new SensorTrace(ticks(size), power, states);
        assertThat(EnergyWindow.over(POWER, small, 0, 999 * TENTH).gapNanos()).isEqualTo(2 * TENTH);
        Arrays.fill(states, 500, 510, code(MissingReason.NO_DATA));
        SensorTrace large = new SensorTrace(ticks(size), power, states);
        assertThat(why(EnergyWindow.over(POWER, large, 0, 999 * TENTH))).contains("1.1 %");
    }

    @Test
    void aPauseOfTheSamplerIsAGapToo() {
        long[] ticks = {0, TENTH, 2 * TENTH, 3 * TENTH, 10 * TENTH, 11 * TENTH};
        SensorTrace trace = new SensorTrace(ticks, trembling(6, 50_000), new byte[6]);
        assertThat(why(EnergyWindow.over(POWER, trace, 0, 11 * TENTH))).contains("missing");
    }

    @Test
    void aStuckCounterHasNoEnergyEvenIfItMovedBefore() {
        assertThat(why(EnergyWindow.over(COUNTER, steady(30, i -> 4_711), 0, 29 * TENTH)))
                .contains("did not move");
        SensorTrace stops = steady(40, i -> Math.min(i, 15) * 1_000_000);
        assertThat(why(EnergyWindow.over(COUNTER, stops, 0, 39 * TENTH))).contains("did not move for 2.4 s");
        assertThat(joules(EnergyWindow.over(COUNTER, stops, 0, 14 * TENTH))).isEqualTo(14);
    }

    @Test
    void aCounterBetweenTwoOfItsStepsIsNotStuck() {
        // A millisecond counter that shows 1 J each half second is stuck in pieces; one that moves twice a second is
        // not.
        SensorTrace steps = steady(40, i -> i / 5 * 1_000_000);
        assertThat(joules(EnergyWindow.over(slow(), steps, 0, 35 * TENTH))).isEqualTo(7);
        assertThat(why(EnergyWindow.over(COUNTER, steps, 0, 35 * TENTH))).contains("stood still");
    }

    @Test
    void aResetIsNoWrap() {
        SensorTrace reset = steady(20, i -> i < 10 ? 100_000_000_000L + i : i);
        assertThat(why(EnergyWindow.over(COUNTER, reset, 0, 19 * TENTH))).contains("backwards");
        assertThat(why(EnergyWindow.over(FakeSensor.counter("no range", 0), reset, 0, 19 * TENTH)))
                .contains("backwards");
    }

    @Test
    void aWrapBetweenTwoReadingsThatAreVeryCloseIsStillAWrap() {
        // The counter moves once a millisecond: within 20 µs it may gain what 200 W draw in a millisecond.
        long[] ticks = {0, TENTH, TENTH + 20_000, 2 * TENTH};
        long[] values = {
            FakeSensor.WRAP_MICROJOULES - 20_100_000, FakeSensor.WRAP_MICROJOULES - 100_000, 100_000, 20_000_000
        };
        assertThat(joules(EnergyWindow.over(COUNTER, new SensorTrace(ticks, values, new byte[4]), 0, 2 * TENTH)))
                .isCloseTo(40.1, within(1e-9));
    }

    @Test
    void aJumpNoDeviceCouldMakeIsNoEnergy() {
        SensorTrace jump = steady(20, i -> i < 10 ? i * 1_000_000 : 22_000_000_000L + i * 1_000_000);
        assertThat(why(EnergyWindow.over(COUNTER, jump, 0, 19 * TENTH))).contains("jumped");
    }

    @Test
    void thePeakIsTheHighestTenthOfASecond() {
        SensorTrace burst = steady(21, i -> i * 5_000_000 + (i > 10 ? 15_000_000 : 0));
        Quantity peak =
                (Quantity) EnergyWindow.over(COUNTER, burst, 0, 20 * TENTH).peakPower();
        assertThat(peak.value()).isCloseTo(200, within(1e-9));
    }

    private static SensorInfo slow() {
        return new SensorInfo(
                COUNTER.id(),
                SensorSource.RAPL,
                COUNTER.device(),
                COUNTER.name(),
                COUNTER.scope(),
                false,
                COUNTER.provenance(),
                COUNTER.kind(),
                5 * TENTH,
                COUNTER.uncertainty(),
                COUNTER.counterRange(),
                null,
                "");
    }

    private static SensorTrace steady(int size, LongUnaryOperator microjoules) {
        long[] values = new long[size];
        Arrays.setAll(values, microjoules::applyAsLong);
        return new SensorTrace(ticks(size), values, new byte[size]);
    }

    private static long[] ticks(int size) {
        long[] ticks = new long[size];
        Arrays.setAll(ticks, i -> i * TENTH);
        return ticks;
    }

    /** A power that is a milliwatt more at every other reading: one that never changes is frozen. */
    private static long[] trembling(int size, long value) {
        long[] values = new long[size];
        Arrays.setAll(values, i -> value + i % 2);
        return values;
    }

    private static byte code(MissingReason reason) {
        return reason.code();
    }

    private static double joules(SensorEnergy energy) {
        assertThat(energy.energy()).isInstanceOf(Quantity.class);
        return ((Quantity) energy.energy()).value();
    }

    private static double uncertainty(SensorEnergy energy) {
        return ((Quantity) energy.energy()).standardUncertainty();
    }

    private static String why(SensorEnergy energy) {
        assertThat(energy.energy()).isInstanceOf(Absent.class);
        assertThat(energy.peakPower()).isInstanceOf(Absent.class);
        return ((Absent) energy.energy()).why();
    }

    /** A random trace, with what it was made of. */
    private record Recording(SensorInfo sensor, SensorTrace trace, List<Long> ticks, List<Double> truth) {
        /** A counter from a random start with jitter and missing readings, below 900 W. */
        static Recording counter(Random random, boolean wrapping) {
            int size = 200 + random.nextInt(200);
            long total = FakeSensor.WRAP_MICROJOULES - random.nextInt(500_000_000);
            long tick = random.nextLong();
            long[] ticks = new long[size];
            long[] values = new long[size];
            byte[] states = new byte[size];
            List<Long> knownTicks = new ArrayList<>();
            List<Double> truth = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                ticks[i] = tick;
                values[i] = wrapping ? total % FakeSensor.WRAP_MICROJOULES : total;
                boolean missing = i > 0 && i < size - 3 && states[i - 1] == 0 && random.nextInt(10) == 0;
                states[i] = missing ? MissingReason.READ_FAILED.code() : 0;
                if (!missing) {
                    knownTicks.add(tick);
                    truth.add((double) total);
                }
                long interval = TENTH / 2 + random.nextInt((int) TENTH);
                tick += interval;
                total += 1 + (long) (random.nextDouble() * 900 * interval / 1e3);
            }
            return new Recording(COUNTER, new SensorTrace(ticks, values, states), knownTicks, truth);
        }

        /** Power samples without gaps. */
        static Recording power(Random random) {
            int size = 200 + random.nextInt(200);
            long tick = random.nextLong();
            long[] ticks = new long[size];
            long[] values = new long[size];
            List<Long> knownTicks = new ArrayList<>();
            List<Double> truth = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                ticks[i] = tick;
                values[i] = 1_000 + random.nextInt(700_000);
                knownTicks.add(tick);
                truth.add((double) values[i]);
                tick += TENTH * 9 / 10 + random.nextInt((int) TENTH / 5);
            }
            return new Recording(POWER, new SensorTrace(ticks, values, new byte[size]), knownTicks, truth);
        }

        SensorEnergy over(long start, long end) {
            return EnergyWindow.over(sensor, trace, start, end);
        }

        /** Moments inside the trace at least {@code apart}, in order and in no gap; some of them on a reading. */
        long[] cuts(Random random, int most, long apart) {
            long first = ticks.getFirst();
            long span = ticks.getLast() - first;
            int count = Math.clamp(span / (3 * apart), 2, most);
            List<Long> offsets = new ArrayList<>();
            while (offsets.size() < count) {
                long offset = random.nextInt(4) == 0
                        ? ticks.get(random.nextInt(ticks.size())) - first
                        : (long) (random.nextDouble() * span);
                // Windows shorter than that have too little of their time between readings.
                if (offsets.stream().noneMatch(other -> Math.abs(other - offset) < apart) && !inGap(first + offset)) {
                    offsets.add(offset);
                }
            }
            Collections.sort(offsets);
            return offsets.stream().mapToLong(offset -> first + offset).toArray();
        }

        private boolean inGap(long nanos) {
            int i = 1;
            while (trace.tickNanos(i) - nanos < 0) {
                i++;
            }
            return trace.missing(i - 1) || trace.missing(i);
        }

        /** Value of the polyline through all known points. */
        double unwrappedAt(long nanos) {
            for (int i = 1; i < ticks.size(); i++) {
                if (nanos - ticks.get(i) <= 0) {
                    double share = (double) (nanos - ticks.get(i - 1)) / (ticks.get(i) - ticks.get(i - 1));
                    return (1 - share) * truth.get(i - 1) + share * truth.get(i);
                }
            }
            throw new IllegalArgumentException("outside the trace");
        }

        /** Joules by the middle of every straight piece, which is exact for a polyline. */
        double middlePowers(long start, long end) {
            List<Long> corners = new ArrayList<>(ticks);
            corners.removeIf(tick -> tick - start <= 0 || tick - end >= 0);
            corners.addFirst(start);
            corners.add(end);
            double joules = 0;
            for (int i = 1; i < corners.size(); i++) {
                double left = unwrappedAt(corners.get(i - 1));
                double right = unwrappedAt(corners.get(i));
                joules += (left + right) / 2e3 * (corners.get(i) - corners.get(i - 1)) / 1e9;
            }
            return joules;
        }
    }
}
