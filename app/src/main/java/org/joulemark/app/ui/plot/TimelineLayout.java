package org.joulemark.app.ui.plot;

import java.util.List;

/**
 * Where things are in a timeline, in logical pixels. Rows with nothing to draw are low; the others share the rest.
 *
 * @param width whole width
 * @param height whole height
 * @param drawn for each row whether it has anything to draw
 */
record TimelineLayout(double width, double height, List<Boolean> drawn) {
    static final double HEADER = 206;
    static final double GUTTER = 44;
    static final double RIGHT = 12;
    static final double LANE = 20;
    static final double TOP = LANE + 8;
    static final double AXIS = 26;
    static final double GAP = 12;
    static final double LEAST_ROW = 56;
    static final double EMPTY_ROW = 26;

    private static final double TICK_DISTANCE = 34;
    private static final double TIME_TICK_DISTANCE = 76;

    TimelineLayout {
        drawn = List.copyOf(drawn);
    }

    static TimelineLayout of(double width, double height, List<TimelineRow> rows) {
        return new TimelineLayout(
                width, height, rows.stream().map(row -> !row.series().isEmpty()).toList());
    }

    int rows() {
        return drawn.size();
    }

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
    double rowHeight(int row) {
        return drawn.get(row) ? drawnHeight() : EMPTY_ROW;
    }

    private double drawnHeight() {
        long many = Math.max(1, drawn.stream().filter(each -> each).count());
        double rest = plotHeight() - TOP - (rows() - 1) * GAP - (rows() - many) * EMPTY_ROW;
        return Math.max(1, Math.floor(rest / many));
    }

    /** Top of a row. */
    double rowTop(int row) {
        double top = TOP;
        for (int above = 0; above < row; above++) {
            top += rowHeight(above) + GAP;
        }
        return top;
    }

    /** Height at which all rows can be read. */
    double leastHeight() {
        double height = TOP + AXIS + Math.max(0, rows() - 1) * GAP;
        for (boolean each : drawn) {
            height += each ? LEAST_ROW : EMPTY_ROW;
        }
        return height;
    }

    /** Most marks of a row's value axis. */
    int valueTicks(int row) {
        return Math.max(2, (int) (rowHeight(row) / TICK_DISTANCE));
    }

    /** Most marks of the time axis. */
    int timeTicks() {
        return Math.max(2, (int) (plotWidth() / TIME_TICK_DISTANCE));
    }
}
