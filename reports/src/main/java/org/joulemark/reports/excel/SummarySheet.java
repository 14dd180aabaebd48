package org.joulemark.reports.excel;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Site;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;
import org.joulemark.reports.excel.Styles.Look;

/** A row a version: energy and CO2e as formulas over Activity and Factors, what the history states of them beside. */
final class SummarySheet {
    static final String NAME = "Summary";

    private static final String ENERGY = "energy.gross.wh1000";
    private static final String CARBON = "co2e.1000";

    private final SheetWriter sheet;
    private final ReportInput input;
    private final ShownUnits units;
    private final List<Contender> contenders;
    private final XSSFRow verdict;
    private int checked;

    SummarySheet(SheetWriter sheet, ReportInput input, ShownUnits units) {
        this.sheet = sheet;
        this.input = input;
        this.units = units;
        this.contenders = Rows.contenders(input.comparison());
        this.verdict = sheet.row();
    }

    void write() {
        sheet.text(verdict, 1, Look.STRONG, "All checks");
        sheet.note(
                "Measurement statement: activity data, factors and formulas for the undertaking's own disclosures. It "
                        + "fills in no ESRS E1 datapoint and is not assured.");
        sheet.note("Gross device energy; memo item: part of the undertaking's metered electricity, do not add it.");
        sheet.note("▸ input from the history    = formula    ● as the history states it (± is k = 2)");
        sheet.note("History: ledger " + input.anchor().ledger() + ", event "
                + input.anchor().seq() + ", head " + input.anchor().hash());
        sheet.blank();
        String energy = units.energyUnit();
        sheet.header(
                2,
                "No.|5",
                "Version|26",
                "Inferences =|12",
                "Device energy (kWh) =|13",
                "Device energy (" + energy + " per 1,000) =|13",
                "Facility energy (kWh) =|13",
                "CO2e (" + units.gramsUnit() + " per 1,000) =|13",
                "Device energy, stated (" + energy + " per 1,000) ●|14",
                "± (" + energy + ") ●|10",
                "CO2e, stated (" + units.gramsUnit() + " per 1,000) ●|13",
                "Check =|9",
                "Scope 2 method of the factor|22",
                "Quality ●|11",
                "Origin of energy|14",
                "Grade|7",
                "Note|38");
        for (int i = 0; i < contenders.size(); i++) {
            row(i + 1, contenders.get(i));
        }
        sheet.nameColumn("Sum_kWh", 3);
        sheet.nameColumn("Sum_Check", 10);
    }

    /** Rows whose figures are compared with those the history states. */
    int checkedRows() {
        return checked;
    }

    /** The verdict on top; written last, for it stands on the checks of all sheets. */
    void conclude() {
        sheet.formula(
                verdict, 2, Look.CHECK, "IF(COUNTIF(Check_Result,Check_Passed)=ROWS(Check_Result),\"PASS\",\"FAIL\")");
    }

    private void row(int version, Contender contender) {
        XSSFRow row = sheet.row();
        sheet.number(row, 0, Look.COUNT, version);
        sheet.text(row, 1, Look.NOTE, VersionKeys.of(contender));
        sheet.formula(row, 2, Look.RESULT_COUNT, sum("Act_Inferences", row));
        Figure energy = Rows.figure(input.comparison(), ENERGY, contender);
        if (energy instanceof Quantity quantity) {
            energy(row, quantity);
            String carbonCheck = carbon(row, contender);
            String check = agrees("E", "H", row) + carbonCheck;
            sheet.formula(row, 10, Look.CHECK, "IF(AND(" + check + "),\"PASS\",\"FAIL\")");
            checked++;
        } else {
            sheet.text(row, 13, Look.TEXT, "MISSING");
        }
        quality(row, contender);
        sheet.text(row, 14, Look.TEXT, contender.run().grade().name());
        sheet.text(row, 15, Look.NOTE, note(contender, energy));
    }

    private static String sum(String column, XSSFRow row) {
        return "SUMIFS(" + column + ",Act_No,A" + number(row) + ")";
    }

    private static int number(XSSFRow row) {
        return row.getRowNum() + 1;
    }

    private static String agrees(String calculated, String stated, XSSFRow row) {
        String cell = stated + number(row);
        return "ABS(" + calculated + number(row) + "-" + cell + ")<=Check_Tolerance*ABS(" + cell + ")";
    }

    private void energy(XSSFRow row, Quantity stated) {
        int number = number(row);
        sheet.formula(row, 3, Look.CALC_AMOUNT, sum("Act_kWh", row));
        sheet.formula(
                row,
                4,
                Look.CALC_SHOWN,
                "D" + number + "*Wh_per_kWh*Per_1000/C" + number + "/" + ShownUnits.ENERGY_NAME,
                stated.value() / units.energy().factor());
        sheet.number(row, 7, Look.RESULT, stated.value() / units.energy().factor());
        if (stated.expandedUncertainty() > 0) {
            sheet.number(
                    row,
                    8,
                    Look.RESULT,
                    stated.expandedUncertainty() / units.energy().factor());
        }
        sheet.text(row, 13, Look.TEXT, stated.worst().name());
    }

    /** Writes what depends on the site, and gives what to check of it, to be appended to a list of conditions. */
    private String carbon(XSSFRow row, Contender contender) {
        Site site = contender.run().site();
        if (site == null) {
            sheet.text(row, 5, Look.TEXT, "not known");
            sheet.text(row, 6, Look.TEXT, "not computed");
            return "";
        }
        sheet.formula(row, 5, Look.CALC_AMOUNT, sum("Act_Facility_kWh", row));
        EmissionFactor factor = site.factor();
        if (factor == null || !(Rows.figure(input.comparison(), CARBON, contender) instanceof Quantity stated)) {
            sheet.text(row, 6, Look.TEXT, "not computed");
            return "";
        }
        sheet.formula(
                row,
                6,
                Look.CALC_SHOWN,
                sum("Act_CO2e_g", row) + "*Per_1000/C" + number(row) + "/" + ShownUnits.GRAMS_NAME,
                stated.value() / units.grams().factor());
        sheet.number(row, 9, Look.RESULT, stated.value() / units.grams().factor());
        sheet.text(row, 11, Look.NOTE, factor.methodWords());
        return "," + agrees("G", "J", row);
    }

    private void quality(XSSFRow row, Contender contender) {
        Comparison comparison = input.comparison();
        if (Rows.figure(comparison, "accuracy.top1", contender) instanceof Quantity accuracy) {
            sheet.number(row, 12, Look.RESULT_PERCENT, accuracy.value());
        } else if (Rows.figure(comparison, "accuracy.rmse", contender) instanceof Quantity rmse) {
            sheet.number(row, 12, Look.RESULT, rmse.value());
        } else {
            sheet.text(row, 12, Look.NOTE, "not measured");
        }
    }

    private static String note(Contender contender, Figure energy) {
        StringBuilder note = new StringBuilder();
        if (!contender.run().plan().settings().reportable()) {
            note.append("Not for reporting: preset ")
                    .append(contender.run().plan().settings().name())
                    .append(". ");
        }
        String about = switch (energy) {
            case Absent absent -> absent.why();
            case Quantity quantity -> FigureNotes.of(quantity);
        };
        if (!about.isEmpty()) {
            note.append("Energy: ").append(about).append(". ");
        }
        Site site = contender.run().site();
        if (site == null || site.factor() == null) {
            note.append("CO2e: ")
                    .append(site == null ? "no site given" : site.noFactorBecause())
                    .append(". ");
        }
        return note.append("Reasons of the grade: sheet Method.").toString();
    }
}
