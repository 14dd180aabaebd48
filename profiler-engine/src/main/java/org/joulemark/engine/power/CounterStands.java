package org.joulemark.engine.power;

import java.util.Locale;
import org.joulemark.engine.model.SensorInfo;

/**
 * Times in a window in which a counter stood still though it should have moved. What the device used meanwhile, and
 * between the readings around, may be lost.
 *
 * @param longestNanos longest time in the window between equal readings; 0 without a stand
 * @param lostNanos time in the window whose energy may be lost
 * @param moves how often it moved in the window
 */
record CounterStands(long longestNanos, long lostNanos, int moves) {
    /** Equal readings so far apart are no stand even where a counter moves faster: an update may come late. */
    private static final long LEAST_NANOS = 20_000_000L;

    /** Nor are equal readings within so many periods. */
    private static final long LEAST_PERIODS = 2;

    static CounterStands of(SensorInfo sensor, CounterCourse course, long lengthNanos) {
        long least = Math.max(LEAST_NANOS, LEAST_PERIODS * sensor.periodNanos());
        CounterStands stands = new CounterStands(0, 0, 0);
        int first = 0;
        for (int i = 1; i <= course.size(); i++) {
            if (i == course.size() || course.microjoules(i) != course.microjoules(first)) {
                if (course.nanos(i - 1) - course.nanos(first) > least) {
                    stands = stands.with(course, first, i, lengthNanos);
                }
                stands = i < course.size() && course.nanos(i) > 0 && course.nanos(i) <= lengthNanos
                        ? stands.moved()
                        : stands;
                first = i;
            }
        }
        return stands;
    }

    /** With the stand of the readings from {@code first} to before {@code next}. */
    private CounterStands with(CounterCourse course, int first, int next, long lengthNanos) {
        long stood = inside(course.nanos(first), course.nanos(next - 1), lengthNanos);
        long from = course.nanos(Math.max(0, first - 1));
        long to = course.nanos(Math.min(course.size() - 1, next));
        return new CounterStands(Math.max(longestNanos, stood), lostNanos + inside(from, to, lengthNanos), moves);
    }

    private CounterStands moved() {
        return new CounterStands(longestNanos, lostNanos, moves + 1);
    }

    private static long inside(long from, long to, long lengthNanos) {
        return Math.max(0, Math.min(to, lengthNanos) - Math.max(from, 0));
    }

    /** Most that was lost if the device drew at most {@code watts}. */
    double lostMicrojoules(double watts) {
        return CounterCourse.microjoules(watts, lostNanos);
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "the counter stood still again and again, %.2g s at the longest: %.2g s of the window may be lost",
                longestNanos / 1e9,
                lostNanos / 1e9);
    }
}
