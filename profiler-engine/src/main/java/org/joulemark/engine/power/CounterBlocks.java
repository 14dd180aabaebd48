package org.joulemark.engine.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.joulemark.engine.model.SensorInfo;

/**
 * A counter's course in a window in blocks long enough for a power: finer steps are the counter's granularity.
 *
 * @param blocks the blocks, in order; the rest of the window belongs to the last
 * @param edges the two steps that reach over the window's edges
 * @param periodNanos the sensor's period
 */
record CounterBlocks(List<Block> blocks, List<Block> edges, long periodNanos) {
    private static final long LEAST_NANOS = 100_000_000L;

    /** With fewer periods in a block, one update more or less would be a power of its own. */
    private static final long LEAST_PERIODS = 5;

    /** Below this power a counter that moves now and then is an idle device, not a stuck counter. */
    private static final double NEAR_ZERO_WATTS = 0.03;

    /** Steps above this quantile of the window's powers are looked at: a jump is rare, a load's high phase is not. */
    private static final double HIGH = 0.9;

    private static final double LOW = 0.1;

    /** A step that stands out by this factor may be a jump as a whole. */
    private static final double OUTLYING = 1.5;

    /** In a short window so many of the highest steps may stand out. */
    private static final int RARE = 2;

    /** Fewer steps do not tell what is usual: all may stand out. */
    private static final int LEAST_BLOCKS = RARE + 2;

    /**
     * What a counter gained in a time.
     *
     * @param microjoules what it gained
     * @param nanos the time
     * @param gap whether nobody looked for long in it
     */
    record Block(double microjoules, long nanos, boolean gap) {
        double watts() {
            return microjoules * 1e3 / nanos;
        }
    }

    static CounterBlocks of(SensorInfo sensor, CounterCourse course, long lengthNanos) {
        long least = Math.max(LEAST_NANOS, LEAST_PERIODS * sensor.periodNanos());
        List<Block> blocks = new ArrayList<>();
        int first = course.after(0);
        int last = course.before(lengthNanos);
        for (int i = first + 1; i <= last; i++) {
            boolean gap = course.nanos(i) - course.nanos(i - 1) > course.pauseNanos();
            Block block = block(course, first, i, gap);
            if (gap || block.nanos() >= least) {
                blocks.add(block);
                first = i;
            }
        }
        Block rest = block(course, first, Math.max(first, last), false);
        if (!blocks.isEmpty()) {
            Block end = blocks.removeLast();
            blocks.add(new Block(end.microjoules() + rest.microjoules(), end.nanos() + rest.nanos(), end.gap()));
        } else if (rest.nanos() > 0) {
            blocks.add(rest);
        } else {
            blocks.add(new Block(course.at(lengthNanos) - course.at(0), lengthNanos, false));
        }
        List<Block> edges = List.of(edge(course, 0), edge(course, lengthNanos));
        return new CounterBlocks(List.copyOf(blocks), edges, sensor.periodNanos());
    }

    private static Block edge(CounterCourse course, long time) {
        return block(course, course.before(time), course.after(time), false);
    }

    private static Block block(CounterCourse course, int from, int to, boolean gap) {
        return new Block(course.microjoules(to) - course.microjoules(from), course.nanos(to) - course.nanos(from), gap);
    }

    double peakWatts() {
        return peak().watts();
    }

    /**
     * How far the peak may be off, in watts: an update more or less fell into its block, and what stands out may be a jump
     * of the counter.
     */
    double peakDoubtWatts() {
        Block peak = peak();
        double update = peak.watts() * Math.min(1, (double) periodNanos / peak.nanos());
        return update + outlying(peak, usual()) * 1e3 / peak.nanos();
    }

    private Block peak() {
        return blocks.stream().max(Comparator.comparingDouble(Block::watts)).orElseThrow();
    }

    /** Whether the counter moved, but never by more than next to nothing. */
    boolean nearZero() {
        return peakWatts() > 0 && peakWatts() < NEAR_ZERO_WATTS;
    }

    /**
     * Microjoules that stand out of the window's other steps. They may be a burst of the device or a jump of the counter
     * that stays below the most plausible power; the readings do not tell, so they are in doubt. In a gap that is all
     * above the window's least power.
     */
    double outlyingMicrojoules() {
        Usual usual = usual();
        return Stream.concat(blocks.stream(), edges.stream())
                .mapToDouble(block -> outlying(block, usual))
                .sum();
    }

    /**
     * Powers of the window's blocks outside gaps, in watts; zeros where there are too few to tell what is usual.
     *
     * @param high above it a block stands out
     * @param low what a block that stands out by far may have had in truth
     * @param least the least
     */
    private record Usual(double high, double low, double least) {}

    private Usual usual() {
        double[] watts = blocks.stream()
                .filter(block -> !block.gap())
                .mapToDouble(Block::watts)
                .sorted()
                .toArray();
        if (watts.length < LEAST_BLOCKS) {
            return new Usual(0, 0, 0);
        }
        int highest = watts.length - 1;
        double high = watts[Math.max(0, Math.min((int) (HIGH * highest), highest - RARE))];
        return new Usual(high, watts[(int) (LOW * highest)], watts[0]);
    }

    private double outlying(Block block, Usual usual) {
        if (block.gap()) {
            return above(block, usual.least());
        }
        double expected = CounterCourse.microjoules(usual.high(), block.nanos() + 2 * periodNanos);
        return block.microjoules() > OUTLYING * expected
                ? block.microjoules() - CounterCourse.microjoules(usual.low(), block.nanos())
                : above(block, usual.high());
    }

    private double above(Block block, double watts) {
        return Math.max(0, block.microjoules() - CounterCourse.microjoules(watts, block.nanos() + 2 * periodNanos));
    }
}
