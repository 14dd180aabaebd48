package org.joulemark.app.ui.plot;

/**
 * A curve reduced to pixel columns, into arrays that are kept from picture to picture. Of each column: least, greatest,
 * mean and last value of the curve over the column's span of time, and whether any of that span is a gap. A column
 * without a value holds NaN.
 */
final class Columns {
    private float[] min = new float[0];
    private float[] max = new float[0];
    private float[] mean = new float[0];
    private float[] last = new float[0];
    private boolean[] gap = new boolean[0];
    private boolean[] few = new boolean[0];
    private int width;

    void width(int columns) {
        width = columns;
        if (min.length < columns) {
            min = new float[columns];
            max = new float[columns];
            mean = new float[columns];
            last = new float[columns];
            gap = new boolean[columns];
            few = new boolean[columns];
        }
    }

    int width() {
        return width;
    }

    void store(int column, Fold fold) {
        boolean empty = fold.empty();
        min[column] = empty ? Float.NaN : fold.min;
        max[column] = empty ? Float.NaN : fold.max;
        mean[column] = empty ? Float.NaN : fold.mean();
        last[column] = fold.last;
        gap[column] = fold.gap;
        few[column] = fold.points <= 2;
    }

    boolean empty(int column) {
        return Float.isNaN(min[column]);
    }

    float min(int column) {
        return min[column];
    }

    float max(int column) {
        return max[column];
    }

    float mean(int column) {
        return mean[column];
    }

    float last(int column) {
        return last[column];
    }

    boolean gap(int column) {
        return gap[column];
    }

    /** Whether the column holds so few points that its whole range is the line itself. */
    boolean few(int column) {
        return few[column];
    }

    /** Greatest value of all columns; NaN if there is none. */
    float greatest() {
        float greatest = Float.NaN;
        for (int c = 0; c < width; c++) {
            greatest = Float.isNaN(greatest) || max[c] > greatest ? max[c] : greatest;
        }
        return greatest;
    }
}
