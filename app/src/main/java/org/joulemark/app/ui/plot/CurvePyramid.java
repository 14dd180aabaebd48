package org.joulemark.app.ui.plot;

import java.util.Arrays;

/** Summaries of 16, 256 and 4096 neighbouring points of a curve, so that an hour costs no more than a minute. */
final class CurvePyramid {
    /** Points in the widest block; a curve's capacity is a power of two not below it, so that blocks and ring line up. */
    static final int WIDEST = 4096;

    private static final int[] SHIFTS = {4, 8, 12};

    private final Level[] levels = {new Level(), new Level(), new Level()};

    private static final class Level {
        private float[] min = new float[0];
        private float[] max = new float[0];
        private float[] last = new float[0];
        private double[] area = new double[0];
        private double[] covered = new double[0];
        private boolean[] gap = new boolean[0];

        void resize(int blocks) {
            min = Arrays.copyOf(min, blocks);
            max = Arrays.copyOf(max, blocks);
            last = Arrays.copyOf(last, blocks);
            area = Arrays.copyOf(area, blocks);
            covered = Arrays.copyOf(covered, blocks);
            gap = Arrays.copyOf(gap, blocks);
        }

        void store(int block, Fold fold, boolean fresh) {
            min[block] = fresh ? fold.min : Math.min(min[block], fold.min);
            max[block] = fresh ? fold.max : Math.max(max[block], fold.max);
            last[block] = fresh || !fold.empty() ? fold.last : last[block];
            area[block] = (fresh ? 0 : area[block]) + fold.area;
            covered[block] = (fresh ? 0 : covered[block]) + fold.covered;
            gap[block] = fold.gap || (!fresh && gap[block]);
        }

        void foldInto(int block, Fold into) {
            into.min = Math.min(into.min, min[block]);
            into.max = Math.max(into.max, max[block]);
            into.last = Float.isNaN(last[block]) ? into.last : last[block];
            into.area(area[block], covered[block]);
            into.gap |= gap[block];
        }
    }

    private final Fold point = new Fold();

    private static int width(int level) {
        return 1 << SHIFTS[level];
    }

    void resize(int points) {
        for (int level = 0; level < SHIFTS.length; level++) {
            levels[level].resize(points >> SHIFTS[level]);
        }
    }

    /** Takes in the newest point. */
    void add(int i, Curve curve) {
        point.clear();
        curve.foldPoint(i, point);
        for (int level = 0; level < SHIFTS.length; level++) {
            levels[level].store(block(i, level), point, (i & width(level) - 1) == 0);
        }
    }

    private int block(int i, int level) {
        return i >> SHIFTS[level] & levels[level].min.length - 1;
    }

    void fold(int from, int to, Curve curve, Fold into) {
        int i = from;
        while (i < to) {
            int level = widestAt(i, to);
            if (level < 0) {
                curve.foldPoint(i, into);
                i++;
            } else {
                levels[level].foldInto(block(i, level), into);
                i += width(level);
            }
        }
    }

    private static int widestAt(int i, int to) {
        for (int level = SHIFTS.length - 1; level >= 0; level--) {
            if ((i & width(level) - 1) == 0 && i + width(level) <= to) {
                return level;
            }
        }
        return -1;
    }
}
