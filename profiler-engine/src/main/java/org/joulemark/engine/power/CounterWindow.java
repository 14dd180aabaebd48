package org.joulemark.engine.power;

import java.util.Locale;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Energy from a running counter: survives gaps, honours wraps, refuses resets, jumps and counters that stand still. What
 * is left of doubt are bounds: how far each could be off. They are added up, and the sum is taken for the half width of
 * a rectangle: standard uncertainty = sum/√3, so that the truth lies within k = 2 of it.
 */
final class CounterWindow {
    /** The stretches of time between the readings around both edges may be this share of the window. */
    private static final double MAX_EDGE_SHARE = 0.1;

    /** A counter that stands still for so long, and for so many periods, is stuck. */
    private static final long STUCK_NANOS = 1_000_000_000L;

    private static final long STUCK_PERIODS = 20;

    /** Energy that could be off by more than this share of itself for what the counter did is not known. */
    private static final double MAX_DOUBT = 0.5;

    /** A stuck counter lets slip a rest of an update now and then; one at rest moves oftener. */
    private static final int IDLE_MOVES = 5;

    /** Most that a device at rest draws while its counter stands. */
    private static final double IDLE_WATTS = 0.1;

    private final SensorInfo sensor;
    private final CounterCourse course;
    private final long lengthNanos;

    private CounterWindow(SensorInfo sensor, CounterCourse course, long lengthNanos) {
        this.sensor = sensor;
        this.course = course;
        this.lengthNanos = lengthNanos;
    }

    static SensorEnergy over(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        CounterCourse course = new CounterCourse(sensor, WindowReadings.of(sensor, trace, startNanos, endNanos));
        return new CounterWindow(sensor, course, endNanos - startNanos).energy();
    }

    private SensorEnergy energy() {
        String refusal = course.refusal() == null ? unread() : course.refusal();
        return refusal == null ? known() : absent(refusal);
    }

    private SensorEnergy known() {
        CounterBlocks blocks = CounterBlocks.of(sensor, course, lengthNanos);
        CounterStands stands = CounterStands.of(sensor, course, lengthNanos);
        double microjoules = course.at(lengthNanos) - course.at(0);
        String stuck = stuck(stands, microjoules);
        boolean idle = idle(blocks, stands, microjoules);
        if (stuck != null && !idle) {
            return absent(stuck);
        }
        double lost = stands.lostMicrojoules(idle ? IDLE_WATTS : course.maxWatts());
        double ambiguous = course.ambiguity(blocks.peakWatts());
        if (!idle && lost > MAX_DOUBT * microjoules) {
            return absent(stands.words());
        }
        double edges = new CounterEdges(sensor, course).doubtMicrojoules(lengthNanos);
        if (!Double.isFinite(edges)) {
            return absent("no reading a sensor's period after the window");
        }
        double doubt = edges + lost + ambiguous + blocks.outlyingMicrojoules();
        return new SensorEnergy(
                sensor.id(),
                Quantity.of(microjoules / 1e6, Unit.JOULES, EnergyWindow.standard(doubt / 1e6), sensor.provenance()),
                Quantity.of(
                        blocks.peakWatts(),
                        Unit.WATTS,
                        EnergyWindow.standard(blocks.peakDoubtWatts()),
                        sensor.provenance()),
                readings(),
                course.gapNanos());
    }

    /** Whether the counter moves again and again by next to nothing: a device at rest, not a stuck counter. */
    private boolean idle(CounterBlocks blocks, CounterStands stands, double microjoules) {
        return blocks.nearZero()
                && stands.moves() >= IDLE_MOVES
                && microjoules < CounterCourse.microjoules(IDLE_WATTS, lengthNanos);
    }

    /** Why the readings do not reach into the window, or not to its edges; null if they do. */
    private @Nullable String unread() {
        if (course.after(0) > course.before(lengthNanos)) {
            return "no reading inside the window";
        }
        long atStart = stretchNanos(0);
        long atEnd = stretchNanos(lengthNanos);
        return atStart + atEnd <= MAX_EDGE_SHARE * lengthNanos
                ? null
                : String.format(
                        Locale.ROOT,
                        "no reading for %.3g s around the window's %s",
                        Math.max(atStart, atEnd) / 1e9,
                        atStart > atEnd ? "start" : "end");
    }

    /** Time between the readings around an edge; within a period nothing would have been seen anyway. */
    private long stretchNanos(long edge) {
        long nanos = course.nanos(course.after(edge)) - course.nanos(course.before(edge));
        return nanos <= sensor.periodNanos() ? 0 : nanos;
    }

    private @Nullable String stuck(CounterStands stands, double microjoules) {
        long longest = stands.longestNanos();
        boolean stuck = longest >= Math.max(STUCK_NANOS, STUCK_PERIODS * sensor.periodNanos());
        return stuck || (microjoules <= 0 && longest > 0)
                ? String.format(Locale.ROOT, "the counter did not move for %.1f s: it is stuck", longest / 1e9)
                : null;
    }

    private long readings() {
        return course.after(lengthNanos) - course.before(0) + 1L;
    }

    private SensorEnergy absent(String why) {
        return EnergyWindow.absent(sensor, why, course.refusal() == null ? readings() : 0, course.gapNanos());
    }
}
