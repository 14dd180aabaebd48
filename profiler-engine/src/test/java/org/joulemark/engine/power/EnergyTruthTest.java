package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.power.SimulatedTrace.Jump;
import org.joulemark.engine.power.SimulatedTrace.Kind;
import org.joulemark.engine.power.SimulatedTrace.Piece;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random traces of devices whose energy is known. A number must have the truth inside its k = 2 interval;
 * a whole trace must have a number.
 *
 * <p>Some faults leave readings that a whole sensor on another device gives as well, so that no program can tell; they
 * belong to the sensor's own uncertainty and are left out here: a counter that always counts too little; a standstill
 * that fewer than two readings saw, which is a dip of the power; a jump no larger than what the load itself does
 * between two readings, or one inside a gap, which is a burst; a device near zero that wakes only while its counter
 * stands; a reset of a counter that had not yet counted what the
 * device can draw between two readings; a polled power's features shorter than two of its updates.
 */
class EnergyTruthTest {
    private static final long MILLI = SimulatedTrace.MILLI;
    private static final long SECOND = SimulatedTrace.SECOND;
    private static final Kind[] KINDS = Kind.values();

    @Test
    void noNumberLiesFurtherFromTheTruthThanItsUncertainty() {
        List<String> wrong = new ArrayList<>();
        int numbers = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            List<String> faults = new ArrayList<>();
            SimulatedTrace trace = broken(random, faults);
            if (trace.energy().energy() instanceof Quantity joules) {
                numbers++;
                if (!(Math.abs(joules.value() - trace.truth()) <= joules.expandedUncertainty())) {
                    wrong.add("seed " + seed + ", " + trace.kind + " " + faults + ": " + joules.value() + " ± "
                            + joules.expandedUncertainty() + " J, in truth " + trace.truth());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(numbers).isGreaterThan(4_000);
    }

    @Test
    void aWholeTraceHasANumberThatSaysSomething() {
        Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);
        Map<Kind, Integer> precise = new EnumMap<>(Kind.class);
        List<String> absent = new ArrayList<>();
        int each = 300;
        for (Kind kind : KINDS) {
            for (int seed = 0; seed < each; seed++) {
                Random random = new Random(seed * 0x9E3779B97F4A7C15L + kind.ordinal());
                SimulatedTrace trace = whole(kind, random, kind.counter() ? 3 * SECOND : 10 * SECOND);
                trace.tick(kind.counter() ? 0.01 : 0.001);
                trace.mark();
                SensorEnergy energy = trace.energy();
                if (energy.energy() instanceof Quantity joules) {
                    numbers.merge(kind, 1, Integer::sum);
                    precise.merge(kind, joules.expandedUncertainty() < 0.15 * joules.value() ? 1 : 0, Integer::sum);
                } else {
                    absent.add(kind + " seed " + seed + ": " + energy.energy());
                }
            }
        }
        assertThat(numbers.values()).as(absent.toString()).allMatch(count -> count > 95 * each / 100);
        assertThat(precise.values()).as(precise.toString()).allMatch(count -> count > each / 2);
    }

    /** A trace with up to three faults, their names added to {@code faults}. */
    private static SimulatedTrace broken(Random random, List<String> faults) {
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        SimulatedTrace trace = whole(kind, random, SECOND / 5);
        trace.tick(random.nextInt(4) == 0 ? 0.05 : 0.002);
        if (random.nextInt(4) > 0) {
            trace.mark();
        }
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            faults.add(fault(trace, random));
        }
        trace.stuck.removeIf(piece -> !trace.seen(piece, apart(kind)));
        trace.jumps.removeIf(jump -> trace.unreadFor(jump.at()) > SECOND / 2);
        return trace;
    }

    private static long apart(Kind kind) {
        return kind.counter() ? Math.max(20 * MILLI, 2 * kind.periodNanos) : 500 * MILLI;
    }

    private static SimulatedTrace whole(Kind kind, Random random, long leastNanos) {
        long length = random.nextInt(3) == 0
                ? leastNanos + random.nextLong(3 * SECOND)
                : leastNanos + random.nextLong(27 * SECOND);
        long least = kind.counter() ? 5 * MILLI : 250 * MILLI;
        double watts = kind.loadWatts * random.nextDouble(0.2, 1);
        KnownPower power = kind == Kind.NEAR_ZERO
                ? KnownPower.constant(length + 6 * SECOND, watts)
                : KnownPower.random(random, length + 6 * SECOND, watts, least);
        SimulatedTrace trace = new SimulatedTrace(kind, power, length, random);
        if (kind.wrapMicrojoules() > 0 && random.nextInt(3) == 0) {
            double near = power.joules(SimulatedTrace.START + random.nextLong(length));
            trace.startMicrojoules = kind.wrapMicrojoules() - (long) (near * 1e6);
        }
        return trace;
    }

    private static String fault(SimulatedTrace trace, Random random) {
        long at = SimulatedTrace.START - SECOND + random.nextLong(trace.lengthNanos + 2 * SECOND);
        switch (random.nextInt(trace.kind.counter() ? 8 : 6)) {
            case 0 -> {
                trace.unread.add(new Piece(at, at + random.nextLong(3 * SECOND)));
                return "unread";
            }
            case 1 -> {
                trace.ticks.subSet(at, at + random.nextLong(4 * SECOND)).clear();
                return "paused";
            }
            case 2 -> {
                singles(trace, random);
                return "single readings missing";
            }
            case 3 -> {
                edge(trace, random);
                return "edge unread";
            }
            case 4 -> {
                pieces(trace, random, at);
                return "stands in pieces";
            }
            case 5 -> {
                return random(trace, random, at);
            }
            case 6 -> {
                trace.resetAt = at;
                return "reset";
            }
            default -> {
                trace.jumps.add(jump(trace, random, at));
                return "jump";
            }
        }
    }

    private static void singles(SimulatedTrace trace, Random random) {
        for (long tick : List.copyOf(trace.ticks)) {
            if (random.nextInt(20) == 0) {
                trace.unread.add(new Piece(tick, tick + 1));
            }
        }
    }

    /** The readings around an edge are missing, or there never were any. */
    private static void edge(SimulatedTrace trace, Random random) {
        long edge = random.nextBoolean() ? SimulatedTrace.START : trace.end();
        long before = random.nextLong(2 * SECOND);
        long after = random.nextLong(2 * SECOND);
        if (random.nextBoolean()) {
            trace.unread.add(new Piece(edge - before, edge + after));
        } else if (edge == trace.end()) {
            trace.ticks.tailSet(edge + after / 10 - SECOND / 20).clear();
        } else {
            trace.ticks.headSet(edge - before / 10 + SECOND / 20).clear();
        }
    }

    /** One standstill, or one after another at a steady rhythm or at random. */
    private static void pieces(SimulatedTrace trace, Random random, long at) {
        trace.catchesUp = random.nextInt(4) == 0;
        long stand = 50 * MILLI + random.nextLong(3 * SECOND);
        long move = 50 * MILLI + random.nextLong(SECOND);
        long from = random.nextBoolean() ? at : SimulatedTrace.START - 2 * SECOND;
        int count = random.nextInt(3) == 0 ? 1 : 100;
        for (int i = 0; i < count && from < trace.end() + SECOND; i++) {
            long length = random.nextBoolean() ? stand : stand / 2 + random.nextLong(stand);
            trace.stuck.add(new Piece(from, from + length));
            from += length + move;
        }
    }

    private static String random(SimulatedTrace trace, Random random, long at) {
        if (trace.kind.counter()) {
            trace.startMicrojoules = random.nextLong(200_000_000);
            return "begins low";
        }
        if (!trace.ticks.subSet(SimulatedTrace.START, trace.end()).isEmpty()) {
            trace.strangeReading();
        }
        return "strange reading";
    }

    /** More than the load's own steps, and up to much more than the device could draw. */
    private static Jump jump(SimulatedTrace trace, Random random, long at) {
        double own = trace.power.peak() * (0.2 + 7 * trace.kind.periodNanos / 1e9);
        return new Jump(at, own * random.nextDouble(2, 10) + random.nextInt(2) * random.nextDouble(600));
    }
}
