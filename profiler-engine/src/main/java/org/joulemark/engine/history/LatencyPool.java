package org.joulemark.engine.history;

import java.util.List;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.stats.LatencySummaries;
import org.jspecify.annotations.Nullable;

/** Summary of several trials' calls together, as a run that ended by itself states it. */
final class LatencyPool {
    private LatencyPool() {}

    /** The summary; null if there is no call. */
    static @Nullable LatencySummary summary(List<LatencySeries> series) {
        return series.stream().allMatch(each -> each.size() == 0) ? null : LatencySummaries.ofAll(series);
    }
}
