package org.joulemark.app.ui.plot;

import java.util.List;

/**
 * What was painted, for the labels around it.
 *
 * @param snapshot what was shown
 * @param layout where
 * @param rows axis and figures of each row, from top to bottom
 */
record TimelineFrame(TimelineSnapshot snapshot, TimelineLayout layout, List<RowFrame> rows) {
    /**
     * One row as painted.
     *
     * @param axis its range in watts
     * @param stats figures of its series over the window, in their order
     */
    record RowFrame(ValueAxis axis, List<PowerStats> stats) {}
}
