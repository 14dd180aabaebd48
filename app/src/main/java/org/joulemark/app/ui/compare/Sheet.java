package org.joulemark.app.ui.compare;

import java.util.List;
import org.joulemark.engine.compare.Metric;

/**
 * A comparison in the user's words: metric by metric, the baseline first.
 *
 * @param versions the versions, the baseline first
 * @param rows one row a metric
 */
record Sheet(List<Version> versions, List<Row> rows) {
    /**
     * One version.
     *
     * @param key what the history finds it by
     * @param title its heading
     * @param detail run, machine and configuration, one a line
     */
    record Version(String key, String title, String detail) {}

    /**
     * One metric.
     *
     * @param metric the metric
     * @param title name
     * @param unit unit its figures are shown in; empty for none
     * @param detail formula
     * @param cells one cell a version, the baseline first
     */
    record Row(Metric metric, String title, String unit, String detail, List<SheetCell> cells) {
        /** Whether any version differs from the baseline. */
        boolean differs() {
            return cells.stream().anyMatch(SheetCell::differs);
        }

        /** Whether no version has a figure. */
        boolean nowhere() {
            return cells.stream().allMatch(SheetCell::absent);
        }
    }
}
