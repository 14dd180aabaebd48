package org.joulemark.engine.power;

import org.joulemark.engine.model.SensorInfo;

/**
 * How far the energy at the edges of a window may be off, from two facts alone: energy never falls, and a counter is at
 * most one period behind. So what was used by a moment lies between what the counter showed at or before it and what it
 * shows a period after it; where that is less, the most plausible power bounds it.
 */
final class CounterEdges {
    /** No counter counts in coarser units: RAPL in 15 to 61 µJ (Intel SDM vol. 3B, 16.10), NVML in 1 mJ. */
    private static final double UNIT_MICROJOULES = 1_000;

    private final CounterCourse course;
    private final long periodNanos;
    private final double maxWatts;

    CounterEdges(SensorInfo sensor, CounterCourse course) {
        this.course = course;
        this.periodNanos = sensor.periodNanos();
        this.maxWatts = course.maxWatts();
    }

    /** Bound on the error of the course's gain from 0 to {@code end}; infinite if nothing bounds it. */
    double doubtMicrojoules(long end) {
        double more = above(end) + below(0);
        double less = below(end) + above(0);
        return Math.max(more, less) + UNIT_MICROJOULES;
    }

    /** How much more may have been used by a moment than the course says. */
    private double above(long edge) {
        int before = course.before(edge);
        int after = course.after(edge);
        int settled = course.after(edge + periodNanos);
        double most = settled < course.size() ? course.microjoules(settled) : Double.POSITIVE_INFINITY;
        most = Math.min(most, course.microjoules(after) + gained(edge + periodNanos - course.nanos(after)));
        most = Math.min(most, course.microjoules(before) + gained(edge + periodNanos - course.nanos(before)));
        return most - course.at(edge);
    }

    /** How much less. */
    private double below(long edge) {
        int after = course.after(edge);
        double least = Math.max(
                course.microjoules(course.before(edge)),
                course.microjoules(after) - gained(course.nanos(after) - edge));
        return course.at(edge) - least;
    }

    private double gained(long nanos) {
        return CounterCourse.microjoules(maxWatts, nanos);
    }
}
