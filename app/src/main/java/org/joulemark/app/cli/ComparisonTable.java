package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.app.workbench.UsualMetrics;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.FigureText;
import org.jspecify.annotations.Nullable;

/** A comparison as one table: metric by metric, the baseline on top. */
final class ComparisonTable {
    private final Comparison comparison;
    private final boolean all;

    ComparisonTable(Comparison comparison, boolean all) {
        this.comparison = comparison;
        this.all = all;
    }

    List<String> lines() {
        TextTable table = new TextTable(2, "metric", "version", "value", "Δ", "95 % interval", "verdict");
        for (Comparison.Row row : comparison.rows()) {
            if (all || (UsualMetrics.IDS.contains(row.metric().id()) && !nowhere(row))) {
                add(table, row);
            }
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(comparison.notes());
        return lines;
    }

    /** A metric nobody has a value of, such as RMSE of classifiers, is left out unless all are asked for. */
    private static boolean nowhere(Comparison.Row row) {
        return row.baseline() instanceof Absent
                && row.cells().stream().allMatch(cell -> cell.figure() instanceof Absent)
                && !row.metric().id().equals("co2e.1000");
    }

    private void add(TextTable table, Comparison.Row row) {
        String unit = unit(row.metric().unit());
        String title = row.metric().title() + (unit.isEmpty() ? "" : ", " + unit);
        table.add(title, comparison.baseline().label(), text(row.baseline()), "baseline", "", "");
        for (int i = 0; i < row.cells().size(); i++) {
            Comparison.Cell cell = row.cells().get(i);
            Delta delta = cell.delta();
            table.add(
                    "",
                    comparison.others().get(i).label(),
                    text(cell.figure()),
                    delta == null ? "" : difference(delta.value(), delta, row.metric()),
                    interval(delta, row.metric()),
                    cell.verdict().words());
        }
    }

    private static String unit(Unit unit) {
        return unit.symbol();
    }

    private static String text(Figure figure) {
        return figure instanceof Absent absent ? absent.why() : FigureText.withUncertainty(figure);
    }

    private static String difference(double value, Delta delta, Metric metric) {
        return FigureText.difference(value, delta.relative(), metric.unit());
    }

    private static String interval(@Nullable Delta delta, Metric metric) {
        Interval interval = delta == null ? null : delta.interval95();
        return delta == null || interval == null
                ? ""
                : difference(interval.low(), delta, metric) + " … " + difference(interval.high(), delta, metric);
    }
}
