package org.joulemark.app.ui.history;

import java.util.Comparator;
import java.util.List;

/**
 * How the list is sorted.
 *
 * @param column by what
 * @param ascending smallest first
 */
record RunOrder(RunColumn column, boolean ascending) {
    /** The newest first, as the history gives them. */
    static final RunOrder NEWEST_FIRST = new RunOrder(RunColumn.STARTED, false);

    /** Reads what {@link #text()} wrote; the newest first if it is something else. */
    static RunOrder of(String text) {
        String[] parts = text.split(":", 2);
        return RunColumn.of(parts[0])
                .map(column -> new RunOrder(column, parts.length < 2 || !parts[1].equals("descending")))
                .orElse(NEWEST_FIRST);
    }

    /** As remembered. */
    String text() {
        return column.key() + ":" + (ascending ? "ascending" : "descending");
    }

    /** The rows, given with the newest first, in this order; equal ones stay with the newest first. */
    List<RunRow> sorted(List<RunRow> newestFirst) {
        if (equals(NEWEST_FIRST)) {
            return newestFirst;
        }
        Comparator<RunRow> order = ascending ? column.order() : column.order().reversed();
        return newestFirst.stream().sorted(order).toList();
    }
}
