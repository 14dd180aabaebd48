package org.joulemark.engine.compare;

import java.util.List;
import org.joulemark.engine.model.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Versions side by side.
 *
 * @param baseline the version all others are compared with
 * @param others the others, in the order given
 * @param rows one row a metric
 * @param notes what holds for the whole table, for example that sensor gain cancels in differences
 */
public record Comparison(Contender baseline, List<Contender> others, List<Row> rows, List<String> notes) {
    /**
     * One metric over all versions.
     *
     * @param metric the metric
     * @param baseline figure of the baseline
     * @param cells one cell for each of {@link Comparison#others()}
     */
    public record Row(Metric metric, Figure baseline, List<Cell> cells) {}

    /**
     * One version in one metric.
     *
     * @param figure its figure
     * @param delta difference to the baseline; null where one of the two figures is absent or nothing is judged
     * @param verdict what that means
     * @param note where the difference is visibly not that of the figures beside it: what both rest on; empty where it is
     */
    public record Cell(Figure figure, @Nullable Delta delta, Verdict verdict, String note) {}
}
