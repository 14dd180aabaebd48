package org.joulemark.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Finds figures in a comparison. */
public final class Rows {
    private Rows() {}

    /** All versions, the baseline first. */
    public static List<Contender> contenders(Comparison comparison) {
        List<Contender> all = new ArrayList<>();
        all.add(comparison.baseline());
        all.addAll(comparison.others());
        return List.copyOf(all);
    }

    /** The row of a metric. */
    public static Optional<Comparison.Row> row(Comparison comparison, String metricId) {
        return comparison.rows().stream()
                .filter(row -> row.metric().id().equals(metricId))
                .findFirst();
    }

    /** The unit in which the figures of all versions in a metric read well. */
    public static FigureScale scale(Comparison.Row row) {
        List<Figure> figures = new ArrayList<>(List.of(row.baseline()));
        row.cells().forEach(cell -> figures.add(cell.figure()));
        return FigureScale.of(row.metric().unit(), figures);
    }

    /** The figure of a version in a metric; absent with words if the metric is not in the comparison. */
    public static Figure figure(Comparison comparison, String metricId, Contender contender) {
        Optional<Comparison.Row> row = row(comparison, metricId);
        if (row.isEmpty()) {
            return new Absent(Unit.NUMBER, "not measured");
        }
        if (contender.equals(comparison.baseline())) {
            return row.get().baseline();
        }
        int index = comparison.others().indexOf(contender);
        return index < 0
                ? new Absent(row.get().metric().unit(), "not in this comparison")
                : row.get().cells().get(index).figure();
    }
}
