package org.joulemark.engine.stats;

import java.util.Arrays;
import java.util.Locale;

/**
 * Whether a series has stopped drifting: its slope over the last seconds is small against its level, and its last three
 * parts agree. Slopes are fitted to medians of ten equal time bins, so that single slow calls do not decide.
 *
 * @param steady whether both hold
 * @param relativeSlope change over the window by a straight line, relative to the mean level; NaN if unknown
 * @param subWindowRatio largest over smallest median of the three thirds of the window; NaN if unknown
 * @param why what does not hold; empty if steady
 */
public record Steadiness(boolean steady, double relativeSlope, double subWindowRatio, String why) {
    /** Largest relative change of latency over the window. */
    public static final double LATENCY_LIMIT = 0.01;

    /** Largest relative change of power over the window. */
    public static final double POWER_LIMIT = 0.02;

    /** Largest ratio of the medians of the last three parts. */
    public static final double RATIO_LIMIT = 1.10;

    private static final int BINS = 10;

    /**
     * Judges the last {@code windowNanos} of calls that ran back to back.
     *
     * @param callNanos latency of each call in order, in nanoseconds
     * @param windowNanos length judged, normally ten seconds
     */
    public static Steadiness latency(long[] callNanos, long windowNanos) {
        double[] values = new double[callNanos.length];
        long[] ends = new long[callNanos.length];
        long now = 0;
        for (int i = 0; i < callNanos.length; i++) {
            now += callNanos[i];
            ends[i] = now;
            values[i] = callNanos[i];
        }
        return judge(ends, values, new Demand(now - windowNanos, windowNanos, LATENCY_LIMIT), now);
    }

    /**
     * Judges the last {@code windowNanos} of a power trace.
     *
     * @param tickNanos ticks in rising order, in nanoseconds
     * @param watts power at each tick
     * @param windowNanos length judged, normally ten seconds
     */
    public static Steadiness power(long[] tickNanos, double[] watts, long windowNanos) {
        if (tickNanos.length != watts.length) {
            throw new IllegalArgumentException(tickNanos.length + " ticks for " + watts.length + " values");
        }
        if (tickNanos.length == 0) {
            return unknown("no values");
        }
        long end = tickNanos[tickNanos.length - 1];
        long span = end - tickNanos[0];
        return judge(tickNanos, watts, new Demand(end - windowNanos, windowNanos, POWER_LIMIT), span);
    }

    private record Demand(long start, long window, double limit) {
        double[] part(long[] at, double[] values, int index, int parts) {
            long from = start + window * index / parts;
            long to = start + window * (index + 1) / parts;
            int first = firstAfter(at, from);
            return Arrays.copyOfRange(values, first, firstAfter(at, to));
        }

        private static int firstAfter(long[] at, long moment) {
            int found = Arrays.binarySearch(at, moment);
            int index = found < 0 ? -found - 1 : found;
            while (index < at.length && at[index] == moment) {
                index++;
            }
            return index;
        }
    }

    private static Steadiness judge(long[] at, double[] values, Demand demand, long span) {
        if (span < demand.window()) {
            return unknown(String.format(
                    Locale.ROOT, "%.1f s is shorter than the %.1f s to judge", span / 1e9, demand.window() / 1e9));
        }
        double[] bins = medians(at, values, demand, BINS);
        double[] thirds = medians(at, values, demand, 3);
        if (bins.length < BINS) {
            return unknown("too few values in " + demand.window() / 1e9 + " s to see a drift");
        }
        double slope = relativeSlope(bins);
        double ratio = Arrays.stream(thirds).max().orElseThrow()
                / Arrays.stream(thirds).min().orElseThrow();
        return verdict(slope, ratio, demand.limit());
    }

    private static Steadiness verdict(double slope, double ratio, double limit) {
        String why = "";
        // Written so that NaN is never steady.
        if (!(Math.abs(slope) < limit)) {
            why = String.format(
                    Locale.ROOT, "drifts by %.1f %% over the window, limit %.0f %%", slope * 100, limit * 100);
        } else if (!(ratio <= RATIO_LIMIT)) {
            why = String.format(
                    Locale.ROOT, "parts of the window differ by a factor %.2f, limit %.2f", ratio, RATIO_LIMIT);
        }
        return new Steadiness(why.isEmpty(), slope, ratio, why);
    }

    /** Medians of equal parts of the window; shorter than {@code parts} if a part is empty. */
    private static double[] medians(long[] at, double[] values, Demand demand, int parts) {
        double[] medians = new double[parts];
        for (int i = 0; i < parts; i++) {
            double[] part = demand.part(at, values, i, parts);
            if (part.length == 0) {
                return new double[0];
            }
            medians[i] = Samples.median(part);
        }
        return medians;
    }

    /** Least-squares slope over equally spaced bins times their number, over their mean. */
    private static double relativeSlope(double[] bins) {
        double centre = (bins.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < bins.length; i++) {
            products += (i - centre) * bins[i];
            squares += (i - centre) * (i - centre);
        }
        return products / squares * bins.length / Samples.mean(bins);
    }

    private static Steadiness unknown(String why) {
        return new Steadiness(false, Double.NaN, Double.NaN, why);
    }
}
