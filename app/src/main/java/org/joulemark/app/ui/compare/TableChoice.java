package org.joulemark.app.ui.compare;

import java.util.Set;
import org.joulemark.app.workbench.UsualMetrics;

/**
 * What of a comparison is shown, and how.
 *
 * @param allMetrics whether every metric is shown
 * @param metrics ids of the metrics shown otherwise
 * @param differencesOnly whether metrics in which nobody differs are left out
 * @param transposed whether versions are rows and metrics columns
 * @param sortedBy key of the column the rows are sorted by; empty for the natural order, {@link #TITLE} for the titles
 * @param descending whether the other way round
 */
record TableChoice(
        boolean allMetrics,
        Set<String> metrics,
        boolean differencesOnly,
        boolean transposed,
        String sortedBy,
        boolean descending) {
    /** Key of the column of titles. */
    static final String TITLE = "title";

    TableChoice {
        metrics = Set.copyOf(metrics);
    }

    /** The usual metrics in the usual order. */
    static TableChoice usual() {
        return new TableChoice(false, UsualMetrics.IDS, false, false, "", false);
    }

    /** Whether a row is shown. A metric nobody has, such as RMSE of classifiers, only counts where it says why. */
    boolean shows(Sheet.Row row) {
        if (differencesOnly && !row.differs()) {
            return false;
        }
        String id = row.metric().id();
        return allMetrics || (metrics.contains(id) && (!row.nowhere() || id.equals("co2e.1000")));
    }

    TableChoice withAllMetrics(boolean all) {
        return new TableChoice(all, metrics, differencesOnly, transposed, sortedBy, descending);
    }

    TableChoice withMetrics(Set<String> chosen) {
        return new TableChoice(allMetrics, chosen, differencesOnly, transposed, sortedBy, descending);
    }

    TableChoice withDifferencesOnly(boolean only) {
        return new TableChoice(allMetrics, metrics, only, transposed, sortedBy, descending);
    }

    /** Rows become columns; no column stays sorted by, since it is none any more. */
    TableChoice withTransposed(boolean turned) {
        return new TableChoice(allMetrics, metrics, differencesOnly, turned, "", false);
    }

    TableChoice sorted(String key, boolean down) {
        return new TableChoice(allMetrics, metrics, differencesOnly, transposed, key, down);
    }
}
