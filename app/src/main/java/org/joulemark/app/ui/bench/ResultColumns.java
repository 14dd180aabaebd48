package org.joulemark.app.ui.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;

/**
 * Which figures the table of results shows; remembered.
 *
 * @param preferences where
 */
record ResultColumns(Preferences preferences) {
    private static final String KEY = "bench.columns";

    private static final String USUAL =
            "accuracy.top1,latency.p50,energy.gross.wh1000,energy.net.wh1000,power.mean,co2e.1000";

    /** All metrics that may be columns, in the order of the table. */
    static List<Metric> all() {
        return Metrics.ALL;
    }

    /** Whether the metric is a column now. */
    boolean shown(Metric metric) {
        return chosen().contains(metric.id());
    }

    /** Makes the metric a column, or not. */
    void show(Metric metric, boolean wanted) {
        Set<String> chosen = new TreeSet<>(chosen());
        if (wanted) {
            chosen.add(metric.id());
        } else {
            chosen.remove(metric.id());
        }
        preferences.set(KEY, String.join(",", chosen));
    }

    private Set<String> chosen() {
        return Set.copyOf(Arrays.asList(preferences.get(KEY, USUAL).split(",", -1)));
    }
}
