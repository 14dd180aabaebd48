package org.joulemark.app.ui.plot;

import java.util.Arrays;

/**
 * One drawn line as columns that grow at the end: x in whole ticks, y as float, and what lies between a point and the
 * one before. Keeps the newest points as a ring; appending copies nothing once it is full. Appending and
 * {@link #foldWindow(double, double, Fold)} are thread-safe; whoever reads single points holds the curve's lock.
 */
final class Curve {
    /** How a point's value fills the time before it. */
    enum Shape {
        /** The value holds from the previous point to this one: energy over a step, or a distribution's level. */
        STEP,
        /** A straight line from the previous point. */
        LINE
    }

    /** The point is joined to the one before. */
    static final byte JOINED = 0;

    /** The first point: there is nothing before it, not even a gap. */
    static final byte START = -1;

    /** Values go on here; what was before is a gap. */
    static final byte RESUMED = -2;

    private static final int FIRST_CAPACITY = CurvePyramid.WIDEST;

    private final Shape shape;
    private final int capacity;
    private final CurvePyramid pyramid = new CurvePyramid();
    private long[] ticks = new long[FIRST_CAPACITY];
    private float[] values = new float[FIRST_CAPACITY];
    private byte[] states = new byte[FIRST_CAPACITY];
    private int count;

    /** Keeps at least the newest {@code points} points. */
    Curve(Shape shape, int points) {
        this.shape = shape;
        this.capacity = Math.max(CurvePyramid.WIDEST, ceilingPowerOfTwo(points));
        pyramid.resize(FIRST_CAPACITY);
    }

    Shape shape() {
        return shape;
    }

    /**
     * Adds a point.
     *
     * @param tick x, not before the last one
     * @param value y; ignored where the state is a gap
     * @param state {@link #JOINED}, {@link #START}, {@link #RESUMED}, or a positive code why there is no value
     */
    synchronized void append(long tick, float value, byte state) {
        if (count >= ticks.length && ticks.length < capacity) {
            grow();
        }
        int at = slot(count);
        ticks[at] = tick;
        values[at] = state <= 0 ? value : Float.NaN;
        states[at] = state;
        count++;
        pyramid.add(count - 1, this);
    }

    private void grow() {
        int size = Math.min(capacity, ticks.length * 2);
        ticks = Arrays.copyOf(ticks, size);
        values = Arrays.copyOf(values, size);
        states = Arrays.copyOf(states, size);
        pyramid.resize(size);
    }

    private static int ceilingPowerOfTwo(int points) {
        return points <= 1 ? 1 : Integer.highestOneBit(points - 1) << 1;
    }

    /** The length is a power of two. */
    private int slot(int i) {
        return i & (ticks.length - 1);
    }

    /** Points ever appended; valid indices are from {@link #oldest()} to this, exclusive. */
    int count() {
        return count;
    }

    int oldest() {
        return Math.max(0, count - ticks.length);
    }

    long tick(int i) {
        return ticks[slot(i)];
    }

    float value(int i) {
        return values[slot(i)];
    }

    byte state(int i) {
        return states[slot(i)];
    }

    /** Whether a line may be drawn between point {@code i} and the one before. */
    boolean joined(int i) {
        return state(i) == JOINED && i > oldest();
    }

    /** Whether there is a gap between point {@code i} and the one before. */
    boolean gapBefore(int i) {
        byte state = state(i);
        return (state > 0 || state == RESUMED) && i > oldest();
    }

    /** Whether point {@code i} is a dot of its own on a line. */
    boolean dot(int i) {
        return shape == Shape.LINE && state(i) <= 0;
    }

    /** Value on the way from the previous point to point {@code i}, which must be joined. */
    float between(int i, double tick) {
        if (shape == Shape.STEP) {
            return value(i);
        }
        double begin = tick(i - 1);
        double span = tick(i) - begin;
        double share = span > 0 ? (tick - begin) / span : 1;
        return (float) (value(i - 1) + share * (value(i) - value(i - 1)));
    }

    /** Index of the first point at or after a tick, searched from index {@code from} on. */
    int firstAtOrAfter(double tick, int from) {
        int low = Math.max(from, oldest());
        int step = 1;
        while (low + step < count && tick(low + step) < tick) {
            low += step;
            step *= 2;
        }
        int high = Math.min(count, low + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tick(middle) < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Folds the points {@code from} to {@code to}, exclusive, each with the whole way from the one before. */
    void fold(int from, int to, Fold into) {
        pyramid.fold(from, to, this, into);
    }

    /** Folds one point with the whole way from the one before. */
    void foldPoint(int i, Fold into) {
        int at = slot(i);
        float end = values[at];
        byte state = states[at];
        if (state == JOINED && i > oldest()) {
            int before = slot(i - 1);
            double span = (double) ticks[at] - ticks[before];
            float begin = shape == Shape.STEP ? end : values[before];
            into.value(end);
            into.area(((double) begin + end) / 2 * span, span);
        } else {
            into.gap |= gapBefore(i);
            if (dot(i)) {
                into.value(end);
            }
        }
    }

    /** Folds the part of the way to point {@code i} that lies in a window; the point itself only if it does. */
    void foldClipped(int i, double from, double to, Fold into) {
        if (i < oldest() || i >= count()) {
            return;
        }
        double end = Math.min(to, (double) tick(i));
        if (i > oldest()) {
            foldWay(i, Math.max(from, (double) tick(i - 1)), end, into);
        }
        if (dot(i) && tick(i) >= from && tick(i) <= to) {
            into.value(value(i));
        }
    }

    private void foldWay(int i, double begin, double end, Fold into) {
        if (begin > end) {
            return;
        }
        if (joined(i)) {
            float a = between(i, begin);
            float b = between(i, end);
            into.value(a);
            into.value(b);
            into.area(((double) a + b) / 2 * (end - begin), end - begin);
        } else if (gapBefore(i) && end > begin) {
            into.gap = true;
        }
    }

    /** Folds everything of the curve that lies in a window of ticks. */
    synchronized void foldWindow(double from, double to, Fold into) {
        foldWindow(from, to, firstAtOrAfter(from, oldest()), into);
    }

    /** The same, when the first point at or after the window's begin is known; gives the first index behind it. */
    int foldWindow(double from, double to, int first, Fold into) {
        int behind = firstAtOrAfter(Math.nextUp(to), first);
        foldClipped(first, from, to, into);
        if (behind > first) {
            fold(first + 1, behind, into);
            foldClipped(behind, from, to, into);
        }
        into.points = behind - first;
        return behind;
    }
}
