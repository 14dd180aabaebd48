package org.joulemark.reports.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.FigureScale;
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
        sheet.note("The unit of a metric stands in its row; ratios (accuracy) are in percent and their differences in"
                + " points. Nothing missing is counted as 0.");
        sheet.blank();
        sheet.header(
                2,
                "Metric|34",
                "Version|24",
                "Unit|12",
                "Value ●|11",
                "± (k = 2) ●|11",
                "Origin|12",
                "Δ to baseline ●|11",
                "Interval low ●|10",
                "Interval high ●|10",
                "Verdict|30",
                "How compared|32",
                "Note|30");
        for (Comparison.Row row : comparison.rows()) {
            List<Figure> figures = new ArrayList<>(List.of(row.baseline()));
            row.cells().forEach(cell -> figures.add(cell.figure()));
            FigureScale scale = FigureScale.of(row.metric().unit(), figures);
            XSSFRow baseline = begin(row, comparison.baseline(), row.baseline(), scale);
            sheet.text(baseline, 9, Look.TEXT, "baseline");
            for (int i = 0; i < row.cells().size(); i++) {
                Comparison.Cell cell = row.cells().get(i);
                XSSFRow line = begin(row, comparison.others().get(i), cell.figure(), scale);
                delta(line, cell.delta(), scale);
                sheet.text(line, 9, Look.NOTE, cell.verdict().words());
            }
        }
    }

    private XSSFRow begin(Comparison.Row metric, Contender version, Figure figure, FigureScale scale) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.NOTE, metric.metric().title());
        sheet.text(row, 1, Look.NOTE, VersionKeys.of(version));
        sheet.text(row, 2, Look.TEXT, scale.symbol());
        switch (figure) {
            case Quantity quantity -> {
                Look look = quantity.unit() == Unit.COUNT ? Look.RESULT_COUNT : Look.RESULT;
                sheet.number(row, 3, look, quantity.value() / scale.factor());
                if (quantity.expandedUncertainty() > 0) {
                    sheet.number(row, 4, look, quantity.expandedUncertainty() / scale.factor());
                }
                sheet.text(row, 5, Look.TEXT, quantity.worst().name());
                sheet.text(row, 11, Look.NOTE, FigureNotes.of(quantity));
            }
            case Absent absent -> {
                sheet.text(row, 5, Look.TEXT, "MISSING");
                sheet.text(row, 11, Look.NOTE, absent.why());
            }
        }
        return row;
    }

    private void delta(XSSFRow row, @Nullable Delta delta, FigureScale scale) {
        if (delta == null) {
            return;
        }
        Look look = delta.relative() ? Look.RESULT_PERCENT : Look.RESULT_DIFFERENCE;
        double factor = delta.relative() ? 1 : scale.factor();
        sheet.number(row, 6, look, delta.value() / factor);
        Interval interval = delta.interval95();
        if (interval != null) {
            sheet.number(row, 7, look, interval.low() / factor);
            sheet.number(row, 8, look, interval.high() / factor);
        }
        sheet.text(row, 10, Look.NOTE, delta.method());
    }
}
