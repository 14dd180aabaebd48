package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joulemark.app.workbench.Selection;
import org.joulemark.app.workbench.UsualMetrics;
import org.joulemark.app.workbench.WhyAbsent;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.reports.DeltaText;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;

/** A comparison as one table: metric by metric, the baseline on top. */
final class ComparisonTable {
    private final Comparison comparison;
    private final boolean all;

    ComparisonTable(Comparison comparison, boolean all) {
        this.comparison = comparison;
        this.all = all;
    }

    List<String> lines() {
        TextTable table = new TextTable(1, "version", "value", "Δ", "95 % interval", "verdict");
        WhyAbsent why = new WhyAbsent();
        contenders().forEach(contender -> why.version(Selection.text(contender), contender.label()));
        for (Comparison.Row row : comparison.rows()) {
            if (all || (UsualMetrics.IDS.contains(row.metric().id()) && !nowhere(row))) {
                add(table, row, why);
            }
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        Stream.of(
                        contenders().flatMap(ComparisonTable::unfinished).toList(),
                        why.lines(),
                        limits(lines),
                        RunTable.callRows(contenders().toList()),
                        comparison.notes())
                .flatMap(List::stream)
                .map(Paragraph::lines)
                .forEach(lines::addAll);
        return lines;
    }

    /** What a version or its run did not come to; a figure missing for it is no property of the model. */
    private static Stream<String> unfinished(Contender contender) {
        Failure failure = contender.version().failure();
        Run run = contender.run();
        String label = contender.label();
        return Stream.of(
                        failure == null ? "" : label + ": " + RunTable.words(failure),
                        run.ending().status() == RunStatus.COMPLETED
                                ? ""
                                : label + ": its run " + run.id().value() + " ended early: "
                                        + run.ending().status().name().toLowerCase(Locale.ROOT),
                        contender.version().trials().isEmpty() ? label + ": no trial was finished" : "")
                .filter(words -> !words.isEmpty());
    }

    private static List<String> limits(List<String> table) {
        return table.stream().anyMatch(line -> line.contains("< ")) ? List.of(RunTable.UPPER_LIMIT) : List.of();
    }

    private Stream<Contender> contenders() {
        return Stream.concat(Stream.of(comparison.baseline()), comparison.others().stream());
    }

    /** A metric nobody has a value of, such as RMSE of classifiers, is left out unless all are asked for. */
    private static boolean nowhere(Comparison.Row row) {
        return row.baseline() instanceof Absent
                && row.cells().stream().allMatch(cell -> cell.figure() instanceof Absent)
                && !row.metric().id().equals("co2e.1000");
    }

    private void add(TextTable table, Comparison.Row row, WhyAbsent why) {
        Metric metric = row.metric();
        FigureScale scale = FigureScale.of(
                metric.unit(),
                Stream.concat(Stream.of(row.baseline()), row.cells().stream().map(Comparison.Cell::figure))
                        .toList());
        table.heading(metric.title() + (scale.bareSymbol().isEmpty() ? "" : ", " + scale.bareSymbol()));
        table.add(
                "  " + TextTable.elided(comparison.baseline().label()),
                text(row.baseline(), scale),
                "baseline",
                "",
                "");
        note(why, metric, comparison.baseline(), row.baseline());
        for (int i = 0; i < row.cells().size(); i++) {
            Comparison.Cell cell = row.cells().get(i);
            Contender other = comparison.others().get(i);
            Delta delta = cell.delta();
            table.add(
                    "  " + TextTable.elided(other.label()),
                    text(cell.figure(), scale),
                    delta == null ? "" : DeltaText.ENGLISH.difference(delta, metric.unit(), scale),
                    delta == null ? "" : DeltaText.ENGLISH.interval(delta, metric.unit(), scale),
                    verdict(cell));
            note(why, metric, other, cell.figure());
            judged(cell).forEach(reason -> why.add(metric.title(), Selection.text(other), reason));
        }
    }

    private static void note(WhyAbsent why, Metric metric, Contender contender, Figure figure) {
        String reason = RunTable.reason(figure);
        if (reason != null) {
            why.add(metric.title(), Selection.text(contender), reason);
        }
    }

    /** What is to be said of a verdict below the table. */
    private static Stream<String> judged(Comparison.Cell cell) {
        String why = switch (cell.verdict()) {
            case Verdict.NotComparable not -> cell.figure() instanceof Absent ? "" : not.why();
            case Verdict.NotJudged not -> not.why();
            case Verdict.BetterThan _, Verdict.WorseThan _, Verdict.Equal _, Verdict.NoDifferenceShown _ -> "";
        };
        return Stream.of(why, cell.note()).filter(reason -> !reason.isEmpty());
    }

    private static String verdict(Comparison.Cell cell) {
        return switch (cell.verdict()) {
            case Verdict.NotComparable _ -> cell.figure() instanceof Absent ? "" : "not comparable";
            case Verdict.NotJudged not -> not.why().isEmpty() ? "" : "not judged";
            case Verdict verdict -> verdict.words();
        };
    }

    private static String text(Figure figure, FigureScale scale) {
        return FigureText.ENGLISH.withUncertainty(figure, scale);
    }
}
