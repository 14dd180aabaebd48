package org.joulemark.app.ui.history;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.reports.FigureScale;

/**
 * One metric of all versions of a run.
 *
 * @param metric its name with its unit
 * @param formula how it is computed
 * @param cells one figure a version, in plan order
 */
record FigureLine(String metric, String formula, List<Cell> cells) {
    /**
     * One figure.
     *
     * @param text value with its uncertainty, or why there is none
     * @param explanation unit, formula and provenance
     * @param absent whether there is none
     */
    record Cell(String text, String explanation, boolean absent) {}

    /** All metrics; those that no version has stand last. */
    static List<FigureLine> of(Run run, Words words) {
        List<FigureLine> known = new ArrayList<>();
        List<FigureLine> unknown = new ArrayList<>();
        List<Contender> versions = run.versions().stream()
                .map(version -> new Contender(run, version))
                .toList();
        for (Metric metric : Metrics.ALL) {
            List<Figure> figures = versions.stream().map(metric::of).toList();
            FigureScale scale = FigureScale.of(metric.unit(), figures);
            List<Cell> cells = figures.stream()
                    .map(figure -> new Cell(
                            text(figure, scale, words), words.explained(metric, figure), figure instanceof Absent))
                    .toList();
            (cells.stream().allMatch(Cell::absent) ? unknown : known)
                    .add(new FigureLine(words.metricIn(metric, scale), words.formula(metric), cells));
        }
        known.addAll(unknown);
        return List.copyOf(known);
    }

    private static String text(Figure figure, FigureScale scale, Words words) {
        String text = words.figures().withUncertainty(figure, scale);
        return figure instanceof Absent none ? text + " " + words.said(none.why()) : text;
    }
}
