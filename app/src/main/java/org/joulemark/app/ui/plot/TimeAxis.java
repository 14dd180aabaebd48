package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A window of time on the monotonic clock. Immutable: zooming and panning give another window.
 *
 * @param fromNanos tick at the left border
 * @param toNanos tick at the right border, after the left
 */
public record TimeAxis(long fromNanos, long toNanos) {
    /** Shortest window that zooming reaches: 10 ms. */
    public static final long SHORTEST_NANOS = 10_000_000L;

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long[] STEPS = {
        1_000_000L,
        2_000_000L,
        5_000_000L,
        10_000_000L,
        20_000_000L,
        50_000_000L,
        100_000_000L,
        200_000_000L,
        500_000_000L,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        24 * HOUR
    };

    /** A window with its right border after its left. */
    public TimeAxis {
        if (toNanos <= fromNanos) {
            throw new IllegalArgumentException("a window of no time");
        }
    }

    /** Width in nanoseconds. */
    public long spanNanos() {
        return toNanos - fromNanos;
    }

    /** Place of a tick, 0 at the left border and 1 at the right. */
    public double share(double tickNanos) {
        return (tickNanos - fromNanos) / spanNanos();
    }

    /** Place of a tick, 0 at the left border and 1 at the right. */
    public double share(long tickNanos) {
        return share((double) tickNanos);
    }

    /** Tick at a place, 0 at the left border and 1 at the right. */
    public long tickAt(double share) {
        return fromNanos + Math.round(share * spanNanos());
    }

    /** The window so many times as wide, with the given tick staying in its place. */
    public TimeAxis zoom(long aroundNanos, double factor) {
        long span = Math.max(SHORTEST_NANOS, Math.round(spanNanos() * factor));
        long from = aroundNanos - Math.round(share(aroundNanos) * span);
        return new TimeAxis(from, from + span);
    }

    /** The window moved to later times, or earlier ones if negative. */
    public TimeAxis pan(long nanos) {
        return new TimeAxis(fromNanos + nanos, toNanos + nanos);
    }

    /** The window moved, and narrowed if need be, into the given limits. */
    public TimeAxis clamp(long firstNanos, long lastNanos) {
        long span = Math.min(spanNanos(), Math.max(SHORTEST_NANOS, lastNanos - firstNanos));
        long from = Math.max(firstNanos, Math.min(fromNanos, lastNanos - span));
        return new TimeAxis(from, from + span);
    }

    /**
     * Marks at round times since an origin, as many as asked for or fewer.
     *
     * @param originNanos tick that reads "0:00"
     * @param most greatest number of marks
     */
    public List<AxisTick> ticks(long originNanos, int most) {
        long step = step(most);
        List<AxisTick> ticks = new ArrayList<>();
        long first = Math.ceilDiv(fromNanos - originNanos, step) * step;
        for (long at = first; at <= toNanos - originNanos; at += step) {
            ticks.add(new AxisTick(originNanos + (double) at, words(at, step)));
        }
        return ticks;
    }

    private long step(int most) {
        for (long step : STEPS) {
            if (spanNanos() / step < most) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1] * Math.ceilDiv(spanNanos() / STEPS[STEPS.length - 1], (long) most);
    }

    /** A time such as "0:30", "1:02:00", or "0:00.25" where the step is below a second. */
    public static String words(long nanos, long stepNanos) {
        long left = Math.abs(nanos);
        String sign = nanos < 0 ? "\u2212" : "";
        long hours = left / HOUR;
        long minutes = left % HOUR / MINUTE;
        String seconds = "%02d".formatted(left % MINUTE / SECOND) + fraction(left % SECOND, stepNanos);
        return hours > 0
                ? "%s%d:%02d:%s".formatted(sign, hours, minutes, seconds)
                : "%s%d:%s".formatted(sign, minutes, seconds);
    }

    private static String fraction(long nanos, long stepNanos) {
        int digits = 0;
        for (long unit = SECOND; unit > stepNanos && digits < 3; unit /= 10) {
            digits++;
        }
        return digits == 0
                ? ""
                : String.format(Locale.ROOT, "%.9f", nanos / (double) SECOND).substring(1, 2 + digits);
    }
}
