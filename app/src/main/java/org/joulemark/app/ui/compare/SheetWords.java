package org.joulemark.app.ui.compare;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.reports.FigureScale;
import org.jspecify.annotations.Nullable;

/**
 * Puts a comparison into the user's words.
 *
 * @param words the engine's terms
 * @param texts words of this place
 */
record SheetWords(Words words, Texts texts) {
    /** The whole comparison. */
    Sheet sheet(Comparison comparison) {
        List<Contender> contenders = contenders(comparison);
        List<String> headings = Headings.of(contenders);
        List<Sheet.Version> versions = IntStream.range(0, contenders.size())
                .mapToObj(i ->
                        new Sheet.Version(Headings.key(contenders.get(i)), headings.get(i), detail(contenders.get(i))))
                .toList();
        return new Sheet(versions, comparison.rows().stream().map(this::row).toList());
    }

    /** All versions of a comparison, the baseline first. */
    static List<Contender> contenders(Comparison comparison) {
        return Stream.concat(Stream.of(comparison.baseline()), comparison.others().stream())
                .toList();
    }

    private Sheet.Row row(Comparison.Row row) {
        Metric metric = row.metric();
        FigureScale scale = FigureScale.of(
                metric.unit(),
                Stream.concat(Stream.of(row.baseline()), row.cells().stream().map(Comparison.Cell::figure))
                        .toList());
        List<SheetCell> cells = new ArrayList<>();
        cells.add(baseline(metric, row.baseline(), scale));
        row.cells().forEach(cell -> cells.add(cell(metric, cell, scale)));
        return new Sheet.Row(
                metric, words.metric(metric), scale.bareSymbol(), words.formula(metric), List.copyOf(cells));
    }

    private SheetCell baseline(Metric metric, Figure figure, FigureScale scale) {
        return new SheetCell(
                true,
                figure,
                null,
                new Verdict.NotJudged(),
                value(figure, scale),
                "",
                "",
                "",
                words.explained(metric, figure) + "\n" + texts.get("cell.baseline"));
    }

    private SheetCell cell(Metric metric, Comparison.Cell cell, FigureScale scale) {
        Delta delta = cell.delta();
        return new SheetCell(
                false,
                cell.figure(),
                delta,
                cell.verdict(),
                value(cell.figure(), scale),
                difference(metric, delta, scale),
                interval(metric, delta, scale),
                words.verdict(cell.verdict()),
                words.explained(metric, cell.figure()) + judged(metric, cell, scale));
    }

    private String judged(Metric metric, Comparison.Cell cell, FigureScale scale) {
        String verdict = words.verdict(cell.verdict());
        String reason = words.said(Words.reason(cell.verdict()));
        Delta delta = cell.delta();
        return Stream.of(
                        delta == null
                                ? ""
                                : "Δ " + difference(metric, delta, scale) + spaced(interval(metric, delta, scale))
                                        + ", " + words.said(delta.method()),
                        reason.isEmpty() ? verdict : verdict + ": " + reason,
                        reason.equals(cell.note()) ? "" : words.said(cell.note()))
                .filter(line -> !line.isEmpty())
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
    }

    private String spaced(String interval) {
        return interval.isEmpty() ? "" : " (" + texts.get("cell.interval") + " " + interval + ")";
    }

    private String difference(Metric metric, @Nullable Delta delta, FigureScale scale) {
        return delta == null ? "" : words.differences().difference(delta, metric.unit(), scale);
    }

    private String interval(Metric metric, @Nullable Delta delta, FigureScale scale) {
        return delta == null ? "" : words.differences().interval(delta, metric.unit(), scale);
    }

    private String value(Figure figure, FigureScale scale) {
        return figure instanceof Absent absent
                ? ShortReason.of(words.said(absent.why()))
                : words.figures().withUncertainty(figure, scale);
    }

    private String detail(Contender contender) {
        Run run = contender.run();
        return texts.format(
                "version.detail",
                run.id().value(),
                time(run),
                run.plan().settings().name(),
                contender.version().configuration().toString(),
                contender.version().configuration().device().text(),
                run.setting().machine().cpuName(),
                contender.version().trials().size(),
                run.judgement().grade().name());
    }

    private String time(Run run) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault())
                .format(run.setting().startedAt());
    }
}
