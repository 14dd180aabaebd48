package org.joulemark.app.ui.plot;

/**
 * Where things are in a timeline, in logical pixels.
 *
 * @param width whole width
 * @param height whole height
 * @param rows number of rows
 */
record TimelineLayout(double width, double height, int rows) {
    static final double HEADER = 190;
    static final double GUTTER = 44;
    static final double RIGHT = 12;
    static final double LANE = 20;
    static final double TOP = LANE + 8;
    static final double AXIS = 26;
    static final double GAP = 12;
    static final double LEAST_ROW = 56;

    /** Left border of the painted area. */
    double left() {
        return HEADER + GUTTER;
    }

    /** Width of the painted area; at least one. */
    double plotWidth() {
        return Math.max(1, Math.floor(width - left() - RIGHT));
    }

    /** Height of the painted area; at least one. */
    double plotHeight() {
        return Math.max(1, Math.floor(height - AXIS));
    }

    /** Height of one row. */
    double rowHeight() {
        int many = Math.max(1, rows);
        return Math.max(1, Math.floor((plotHeight() - TOP - (many - 1) * GAP) / many));
    }

    /** Top of a row. */
    double rowTop(int row) {
        return TOP + row * (rowHeight() + GAP);
    }

    /** Height at which all rows can be read. */
    static double leastHeight(int rows) {
        int many = Math.max(1, rows);
        return TOP + many * LEAST_ROW + (many - 1) * GAP + AXIS;
    }

    /** Row at a height; -1 if there is none. */
    int rowAt(double y) {
        for (int row = 0; row < rows; row++) {
            if (y >= rowTop(row) && y <= rowTop(row) + rowHeight()) {
                return row;
            }
        }
        return -1;
    }
}
