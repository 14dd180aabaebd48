package org.joulemark.reports.excel;

import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.DeltaText;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.joulemark.reports.Rows;
import org.joulemark.reports.excel.Styles.Look;
import org.jspecify.annotations.Nullable;

/** Every metric of every version with its difference to the baseline, interval and verdict, as the engine found them. */
final class VersionsSheet {
    static final String NAME = "Versions";

    private static final int ORIGIN = 7;
    private static final int DELTA = 8;
    private static final int VERDICT = 11;
    private static final int METHOD = 12;
    private static final int NOTE = 13;

    private final SheetWriter sheet;
    private final Comparison comparison;

    VersionsSheet(SheetWriter sheet, Comparison comparison) {
        this.sheet = sheet;
        this.comparison = comparison;
    }

    void write() {
        comparison.notes().forEach(sheet::note);
        sheet.note("The unit of a metric stands in its row; ratios (accuracy) are in percent and their differences in"
                + " points. Nothing missing is counted as 0.");
        sheet.note("Digits end where the uncertainty begins; \"< 3.4 (not resolved)\" is an upper limit, not a value.");
        sheet.blank();
        sheet.header(
                2,
                "Metric|34",
                "Version|24",
                "Unit|14",
                "Value ●|12",
                "± (k = 2) ●|10",
                "or from (95 %) ●|10",
                "to (95 %) ●|10",
                "Origin|14",
                "Δ to baseline ●|12",
                "Δ from (95 %) ●|12",
                "Δ to (95 %) ●|12",
                "Verdict|30",
                "How compared|32",
                "Note|30");
        for (Comparison.Row row : comparison.rows()) {
            FigureScale scale = Rows.scale(row);
            XSSFRow baseline = begin(row, comparison.baseline(), row.baseline(), scale);
            sheet.text(baseline, VERDICT, Look.TEXT, "baseline");
            for (int i = 0; i < row.cells().size(); i++) {
                Comparison.Cell cell = row.cells().get(i);
                XSSFRow line = begin(row, comparison.others().get(i), cell.figure(), scale);
                delta(line, row.metric().unit(), cell.delta(), scale);
                sheet.text(line, VERDICT, Look.NOTE, cell.verdict().words());
            }
        }
    }

    private XSSFRow begin(Comparison.Row metric, Contender version, Figure figure, FigureScale scale) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.NOTE, metric.metric().title());
        sheet.text(row, 1, Look.NOTE, VersionKeys.of(version));
        sheet.text(row, 2, Look.NOTE, FigureText.ENGLISH.unit(scale));
        switch (figure) {
            case Quantity quantity -> {
                sheet.stated(row, 3, known(quantity, scale));
                spread(row, quantity, scale);
                sheet.text(row, ORIGIN, Look.NOTE, FigureNotes.origin(metric.metric(), quantity));
                sheet.text(row, NOTE, Look.NOTE, FigureNotes.of(quantity, scale));
            }
            case Absent absent -> {
                sheet.text(row, ORIGIN, Look.TEXT, "MISSING");
                sheet.text(row, NOTE, Look.NOTE, absent.why());
            }
        }
        return row;
    }

    /** The digits of a value; an upper limit says that it is none. */
    private static String known(Quantity quantity, FigureScale scale) {
        return quantity.resolved()
                ? FigureText.ENGLISH.value(quantity, scale)
                : FigureText.ENGLISH.withUncertainty(quantity, scale);
    }

    private void spread(XSSFRow row, Quantity quantity, FigureScale scale) {
        if (quantity.resolved()) {
            FigureText.Spread spread = FigureText.ENGLISH.spread(quantity, scale);
            sheet.stated(row, 4, spread.plusMinus());
            sheet.stated(row, 5, spread.low());
            sheet.stated(row, 6, spread.high());
        }
    }

    private void delta(XSSFRow row, Unit unit, @Nullable Delta delta, FigureScale scale) {
        if (delta == null) {
            return;
        }
        String words = DeltaText.ENGLISH.difference(delta, unit, scale);
        sheet.text(row, METHOD, Look.NOTE, delta.method());
        if (words.endsWith("%")) {
            change(row, delta, Look.RESULT_CHANGE, 1);
        } else if (words.endsWith(DeltaText.ENGLISH.points())) {
            change(row, delta, Look.RESULT_POINTS, scale.factor());
        } else {
            sheet.text(row, DELTA, Look.RESULT_WORDS, words);
            sheet.text(row, DELTA + 1, Look.RESULT_WORDS, DeltaText.ENGLISH.interval(delta, unit, scale));
        }
    }

    private void change(XSSFRow row, Delta delta, Look look, double factor) {
        sheet.number(row, DELTA, look, delta.value() / factor);
        Interval interval = delta.interval95();
        if (interval != null) {
            sheet.number(row, DELTA + 1, look, interval.low() / factor);
            sheet.number(row, DELTA + 2, look, interval.high() / factor);
        }
    }
}
