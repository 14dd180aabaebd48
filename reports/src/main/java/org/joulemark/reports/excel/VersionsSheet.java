package org.joulemark.reports.excel;

import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.excel.Styles.Look;
import org.jspecify.annotations.Nullable;

/** Every metric of every version with its difference to the baseline, interval and verdict, as the engine found them. */
final class VersionsSheet {
    static final String NAME = "Versions";

    private final SheetWriter sheet;
    private final Comparison comparison;

    VersionsSheet(SheetWriter sheet, Comparison comparison) {
        this.sheet = sheet;
        this.comparison = comparison;
    }

    void write() {
        comparison.notes().forEach(sheet::note);
        sheet.note("Ratios (accuracy) are shares of 1. A missing value prints its reason; nothing missing is counted as"
                + " 0.");
        sheet.blank();
        sheet.header(
                "Metric|44",
                "Version|30",
                "Unit|12",
                "Value ●|16",
                "± (k = 2) ●|14",
                "Origin|14",
                "Δ to baseline ●|14",
                "Interval low ●|13",
                "Interval high ●|13",
                "Verdict|40",
                "How compared|56");
        for (Comparison.Row row : comparison.rows()) {
            XSSFRow baseline = begin(row, comparison.baseline().label(), row.baseline());
            sheet.text(baseline, 9, Look.TEXT, "baseline");
            for (int i = 0; i < row.cells().size(); i++) {
                Comparison.Cell cell = row.cells().get(i);
                XSSFRow line = begin(row, comparison.others().get(i).label(), cell.figure());
                delta(line, cell.delta());
                sheet.text(line, 9, Look.NOTE, cell.verdict().words());
            }
        }
    }

    private XSSFRow begin(Comparison.Row metric, String version, Figure figure) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.TEXT, metric.metric().title());
        sheet.text(row, 1, Look.TEXT, version);
        sheet.text(row, 2, Look.TEXT, unit(metric.metric().unit()));
        switch (figure) {
            case Quantity quantity -> {
                boolean count = quantity.unit() == Unit.COUNT || quantity.unit() == Unit.BYTES;
                sheet.number(row, 3, count ? Look.RESULT_COUNT : Look.RESULT, quantity.value());
                sheet.number(row, 4, count ? Look.RESULT_COUNT : Look.RESULT, quantity.expandedUncertainty());
                sheet.text(row, 5, Look.TEXT, quantity.worst().name());
            }
            case Absent absent -> {
                sheet.text(row, 5, Look.TEXT, "MISSING");
                sheet.text(row, 10, Look.NOTE, absent.why());
            }
        }
        return row;
    }

    private static String unit(Unit unit) {
        return unit == Unit.RATIO ? "share" : unit.symbol();
    }

    private void delta(XSSFRow row, @Nullable Delta delta) {
        if (delta == null) {
            return;
        }
        Look look = delta.relative() ? Look.RESULT_PERCENT : Look.RESULT;
        sheet.number(row, 6, look, delta.value());
        Interval interval = delta.interval95();
        if (interval != null) {
            sheet.number(row, 7, look, interval.low());
            sheet.number(row, 8, look, interval.high());
        }
        sheet.text(row, 10, Look.NOTE, delta.method());
    }
}
