package org.joulemark.reports.excel;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Site;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;
import org.joulemark.reports.excel.Styles.Look;

/** A row a version: energy and CO2e as formulas over Activity and Factors, the statistics beside. */
final class SummarySheet {
    static final String NAME = "Summary";

    private final SheetWriter sheet;
    private final ReportInput input;
    private final List<Contender> contenders;

    SummarySheet(SheetWriter sheet, ReportInput input) {
        this.sheet = sheet;
        this.input = input;
        this.contenders = Rows.contenders(input.comparison());
    }

    void write() {
        sheet.note("Measurement statement, prepared for ESRS E1 disclosure; subject to the undertaking's materiality "
                + "assessment and assurance. Gross device energy; memo item, do not add to metered electricity.");
        sheet.note("▸ input from the history    = formula    ● statistical result (mean of trials, ± is k = 2)");
        sheet.note("History: ledger " + input.anchor().ledger() + ", event "
                + input.anchor().seq() + ", head " + input.anchor().hash());
        sheet.blank();
        sheet.header(
                "Version|34",
                "Inferences =|14",
                "Energy (kWh) =|14",
                "Energy (Wh per 1,000 inferences) =|16",
                "CO2e location-based (g per 1,000) =|18",
                "Energy, mean of trials (Wh per 1,000) ●|18",
                "± (k = 2) ●|12",
                "Quality ●|12",
                "Origin of energy|16",
                "Grade|8",
                "Note|70");
        contenders.forEach(this::row);
    }

    private void row(Contender contender) {
        XSSFRow row = sheet.row();
        int number = row.getRowNum() + 1;
        sheet.text(row, 0, Look.TEXT, VersionKeys.of(contender));
        sheet.formula(row, 1, Look.RESULT_COUNT, "SUMIFS(Act_Inferences,Act_Version,A" + number + ")");
        Figure energy = Rows.figure(input.comparison(), "energy.gross.wh1000", contender);
        if (energy instanceof Quantity quantity) {
            sheet.formula(row, 2, Look.CALC_SMALL, "SUMIFS(Act_kWh,Act_Version,A" + number + ")");
            sheet.formula(row, 3, Look.CALC_ENERGY, "C" + number + "*Wh_per_kWh*Per_1000/B" + number);
            sheet.number(row, 5, Look.RESULT, quantity.value());
            sheet.number(row, 6, Look.RESULT, quantity.expandedUncertainty());
            sheet.text(row, 8, Look.TEXT, quantity.worst().name());
            carbon(row, contender);
        } else {
            sheet.text(row, 8, Look.TEXT, "MISSING");
        }
        quality(row, contender);
        sheet.text(row, 9, Look.TEXT, contender.run().grade().name());
        sheet.text(row, 10, Look.NOTE, note(contender, energy));
    }

    private void carbon(XSSFRow row, Contender contender) {
        int site = FactorsSheet.siteIndex(contenders, contender);
        if (site > 0) {
            int number = row.getRowNum() + 1;
            sheet.formula(
                    row,
                    4,
                    Look.CALC_ENERGY,
                    "D" + number + "/Wh_per_kWh*" + FactorsSheet.pueName(site) + "*" + FactorsSheet.factorName(site));
        } else {
            sheet.text(row, 4, Look.TEXT, "not computed");
        }
    }

    private void quality(XSSFRow row, Contender contender) {
        Comparison comparison = input.comparison();
        if (Rows.figure(comparison, "accuracy.top1", contender) instanceof Quantity accuracy) {
            sheet.number(row, 7, Look.RESULT_PERCENT, accuracy.value());
        } else if (Rows.figure(comparison, "accuracy.rmse", contender) instanceof Quantity rmse) {
            sheet.number(row, 7, Look.RESULT, rmse.value());
        } else {
            sheet.text(row, 7, Look.TEXT, "not measured");
        }
    }

    private static String note(Contender contender, Figure energy) {
        StringBuilder note = new StringBuilder();
        if (energy instanceof Absent absent) {
            note.append("Energy: ").append(absent.why()).append(". ");
        }
        Site site = contender.run().site();
        if (site == null || site.factor() == null) {
            note.append("CO2e: ")
                    .append(site == null ? "no site given" : site.noFactorBecause())
                    .append(". ");
        }
        if (!contender.run().plan().settings().reportable()) {
            note.append("Not for reporting: preset ")
                    .append(contender.run().plan().settings().name())
                    .append(". ");
        }
        return note.append("Reasons of the grade: sheet Method.").toString();
    }
}
