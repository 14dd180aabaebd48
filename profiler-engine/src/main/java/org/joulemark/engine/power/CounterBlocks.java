package org.joulemark.engine.power;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.SensorInfo;

/**
 * A counter's course in a window in blocks long enough for a power: finer steps are the counter's granularity.
 *
 * @param blocks the blocks, in order; the rest of the window belongs to the last
 * @param periodNanos the sensor's period
 */
record CounterBlocks(List<Block> blocks, long periodNanos) {
    private static final long LEAST_NANOS = 100_000_000L;

    /** With fewer periods in a block, one update more or less would be a power of its own. */
    private static final long LEAST_PERIODS = 5;

    /** Below this power a counter that moves now and then is an idle device, not a stuck counter. */
    static final double NEAR_ZERO_WATTS = 0.1;

    /** Steps above this quantile of the window's powers are looked at: a jump is rare, a load's high phase is not. */
    private static final double HIGH = 0.9;

    private static final double LOW = 0.1;

    /** A step that stands out by this factor may be a jump as a whole. */
    private static final double OUTLYING = 1.5;

    /** What a counter gained in a time. */
    record Block(double microjoules, long nanos) {
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
            long nanos = course.nanos(i) - course.nanos(first);
            boolean rest = i == last && nanos < least && !blocks.isEmpty();
            if (nanos >= least || (i == last && blocks.isEmpty())) {
                blocks.add(new Block(course.microjoules(i) - course.microjoules(first), nanos));
                first = i;
            } else if (rest) {
                Block end = blocks.removeLast();
                double more = course.microjoules(i) - course.microjoules(first);
                blocks.add(new Block(end.microjoules() + more, end.nanos() + nanos));
            }
        }
        if (blocks.isEmpty() || blocks.getLast().nanos() == 0) {
            return new CounterBlocks(
                    List.of(new Block(course.at(lengthNanos) - course.at(0), lengthNanos)), sensor.periodNanos());
        }
        return new CounterBlocks(List.copyOf(blocks), sensor.periodNanos());
    }

    double peakWatts() {
        return blocks.stream().mapToDouble(Block::watts).max().orElseThrow();
    }

    /** Whether the counter moved, but never by more than next to nothing. */
    boolean nearZero() {
        return peakWatts() > 0 && peakWatts() < NEAR_ZERO_WATTS;
    }

    /**
     * Microjoules that stand out of the window's other steps. They may be a burst of the device or a jump of the counter
     * that stays below the most plausible power; the readings do not tell, so they are in doubt.
     */
    double outlyingMicrojoules() {
        double high = quantile(HIGH);
        double low = quantile(LOW);
        return blocks.stream().mapToDouble(block -> outlying(block, high, low)).sum();
    }

    private double outlying(Block block, double high, double low) {
        double usual = CounterCourse.microjoules(high, block.nanos() + 2 * periodNanos);
        return block.microjoules() > OUTLYING * usual
                ? block.microjoules() - CounterCourse.microjoules(low, block.nanos())
                : Math.max(0, block.microjoules() - usual);
    }

    private double quantile(double share) {
        double[] watts = blocks.stream().mapToDouble(Block::watts).sorted().toArray();
        return watts[(int) (share * (watts.length - 1))];
    }
}
