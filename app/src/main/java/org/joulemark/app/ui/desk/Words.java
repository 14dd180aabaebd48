package org.joulemark.app.ui.desk;

import java.util.Locale;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.reports.DeltaText;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.jspecify.annotations.Nullable;

/**
 * The engine's terms in the user's language. Sentences of a record come in it where somebody translated them, and as they
 * were recorded, in quotation marks, where nobody did.
 *
 * @param texts words of this package
 */
public record Words(Texts texts) {
    /** Name of a metric. */
    public String metric(Metric metric) {
        return texts.get("metric." + metric.id(), metric.title());
    }

    /** Name of a metric with its unit. */
    public String metricWithUnit(Metric metric) {
        return metricIn(metric, FigureScale.plain(metric.unit()));
    }

    /** Name of a metric with the unit its figures are shown in. */
    public String metricIn(Metric metric, FigureScale scale) {
        return withUnit(metric(metric), scale.bareSymbol());
    }

    /** Name of a metric with the unit its figures are shown in, short enough for a column. */
    public String shortMetric(Metric metric, FigureScale scale) {
        return withUnit(texts.get("short." + metric.id(), metric(metric)), scale.symbol());
    }

    private static String withUnit(String name, String unit) {
        return unit.isEmpty() ? name : name + ", " + unit;
    }

    /** Figures with the user's decimal sign and words. */
    public FigureText figures() {
        return new FigureText(
                texts.locale(),
                new FigureText.Phrases(
                        texts.get("figure.not-resolved"),
                        texts.get("figure.below-sensor"),
                        texts.get("figure.trials-differ"),
                        texts.get("figure.per-1000")));
    }

    /** Differences with the user's decimal sign and words. */
    public DeltaText differences() {
        return new DeltaText(figures(), texts.get("figure.points"), texts.get("figure.equal"));
    }

    /** Unit, formula and what a figure's provenance is: what a person wants to know when pointing at it. */
    public String explained(Metric metric, Figure figure) {
        return metricWithUnit(metric) + "\n" + texts.said(metric.formula()) + "\n" + origin(figure);
    }

    /** How a metric is computed. */
    public String formula(Metric metric) {
        return said(metric.formula());
    }

    /** What the engine or a record says in English, in the user's language where it is translated. */
    public String said(String english) {
        return texts.said(english);
    }

    /** What went wrong, in one line. */
    public String problem(Exception e) {
        return texts.said(Notices.words(e));
    }

    /** Where a figure comes from, or why there is none. */
    public String origin(Figure figure) {
        return switch (figure) {
            case Absent absent -> texts.said(absent.why());
            case Quantity quantity -> figures().sentence(quantity) + " (k = 2), " + provenance(quantity.worst());
        };
    }

    /** A verdict, without its reason. */
    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.BetterThan _ -> texts.get("verdict.better");
            case Verdict.WorseThan _ -> texts.get("verdict.worse");
            case Verdict.Equal _ -> texts.get("verdict.equal");
            case Verdict.NoDifferenceShown _ -> texts.get("verdict.none");
            case Verdict.NotComparable _ -> texts.get("verdict.not-comparable");
            case Verdict.NotJudged not -> not.why().isEmpty() ? "" : texts.get("verdict.not-judged");
        };
    }

    /** Why a verdict is what it is; empty if it says no more. */
    public static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NoDifferenceShown none -> none.why();
            case Verdict.NotComparable not -> not.why();
            case Verdict.NotJudged not -> not.why();
            case Verdict.BetterThan _, Verdict.WorseThan _, Verdict.Equal _ -> "";
        };
    }

    /** How a value came to be. */
    public String provenance(Provenance provenance) {
        return texts.get("provenance." + key(provenance));
    }

    /** How a run ended; null while it runs. */
    public String status(@Nullable RunStatus status) {
        return texts.get("status." + (status == null ? "running" : key(status)));
    }

    /** So many seconds as "0:07" or "1:02:03". */
    public static String duration(long nanos) {
        long seconds = Math.round(nanos / 1e9);
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
