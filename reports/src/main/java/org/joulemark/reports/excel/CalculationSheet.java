package org.joulemark.reports.excel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Site;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.joulemark.reports.Rows;
import org.joulemark.reports.excel.Styles.Look;

/**
 * A row a version with every digit: energy and CO2e as formulas over Activity and Factors, and beside them what the history
 * states, so that the two can be compared. What of the digits is known stands on Summary.
 */
final class CalculationSheet {
    static final String NAME = "Calculation";

    private static final String ENERGY = "energy.gross.wh1000";
    private static final String CARBON = "co2e.1000";

    private final SheetWriter sheet;
    private final Comparison comparison;
    private final ShownUnits units;
    private final Map<Contender, Integer> rows = new HashMap<>();
    private int checked;

    CalculationSheet(SheetWriter sheet, Comparison comparison, ShownUnits units) {
        this.sheet = sheet;
        this.comparison = comparison;
        this.units = units;
    }

    void write() {
        sheet.note("= formula over Activity and Factors    ● as the history states it");
        sheet.note("Cells hold every digit, to be calculated with; Summary shows those that the uncertainty supports.");
        sheet.blank();
        String energy = units.energyUnit() + " per 1,000";
        String grams = units.gramsUnit() + " per 1,000";
        sheet.header(
                2,
                "No.|5",
                "Version|26",
                "Inferences =|12",
                "Device energy (kWh) =|15",
                "Facility energy (kWh) =|15",
                "Device energy (" + energy + ") =|14",
                "Device energy, stated (" + energy + ") ●|14",
                "CO2e (" + grams + ") =|14",
                "CO2e, stated (" + grams + ") ●|14",
                "± of energies and CO2e (k = 2) ●|14",
                "Decimals known of energy ●|12",
                "Decimals known of CO2e ●|12",
                "Check =|9");
        List<Contender> contenders = Rows.contenders(comparison);
        for (int i = 0; i < contenders.size(); i++) {
            row(i + 1, contenders.get(i));
        }
        sheet.nameColumn("Calc_kWh", 3);
        sheet.nameColumnBelow("Calc_All_Version", 1);
        sheet.nameColumn("Calc_Check", 12);
    }

    /** Rows whose figures are compared with those the history states. */
    int checkedRows() {
        return checked;
    }

    Figure energy(Contender contender) {
        return Rows.figure(comparison, ENERGY, contender);
    }

    /** CO2e of a version; absent also where its energy is. */
    Figure carbon(Contender contender) {
        return Rows.figure(comparison, CARBON, contender);
    }

    String inferences(Contender contender) {
        return NAME + "!C" + rows.get(contender);
    }

    /** The calculated energy, as far as it is known. */
    String knownEnergy(Contender contender) {
        return known(contender, "F", "K");
    }

    /** The calculated CO2e, as far as it is known. */
    String knownCarbon(Contender contender) {
        return known(contender, "H", "L");
    }

    /** The calculated facility energy in the unit shown, to as many digits as the device energy is known. */
    String knownFacility(Contender contender) {
        Integer row = rows.get(contender);
        return "ROUND(" + NAME + "!E" + row + "*Wh_per_kWh*Per_1000/" + NAME + "!C" + row + "/" + ShownUnits.ENERGY_NAME
                + "," + NAME + "!K" + row + ")";
    }

    private String known(Contender contender, String value, String decimals) {
        Integer row = rows.get(contender);
        return "ROUND(" + NAME + "!" + value + row + "," + NAME + "!" + decimals + row + ")";
    }

    private void row(int version, Contender contender) {
        XSSFRow row = sheet.row();
        String number = String.valueOf(row.getRowNum() + 1);
        rows.put(contender, row.getRowNum() + 1);
        sheet.number(row, 0, Look.COUNT, version);
        sheet.text(row, 1, Look.NOTE, VersionKeys.of(contender));
        sheet.formula(row, 2, Look.CALC_COUNT, sum("Act_Inferences", number));
        if (!(energy(contender) instanceof Quantity energy)) {
            return;
        }
        sheet.formula(row, 3, Look.CALC_SHOWN, sum("Act_kWh", number));
        facility(row, contender);
        sheet.formula(
                row,
                5,
                Look.CALC_SHOWN,
                "D" + number + "*Wh_per_kWh*Per_1000/C" + number + "/" + ShownUnits.ENERGY_NAME);
        stated(row, 6, energy, units.energy(), 10);
        spread(row, energy);
        String check = agrees("F", "G", number) + carbon(row, contender);
        sheet.formula(row, 12, Look.CHECK, "IF(AND(" + check + "),\"PASS\",\"FAIL\")");
        checked++;
    }

    private void facility(XSSFRow row, Contender contender) {
        Site site = contender.run().setting().site();
        if (site == null) {
            sheet.text(row, 4, Look.TEXT, "not known");
        } else {
            sheet.formula(row, 4, Look.CALC_SHOWN, sum("Act_Facility_kWh", String.valueOf(row.getRowNum() + 1)));
        }
    }

    /** Writes CO2e, and gives what to check of it, to be appended to a list of conditions. */
    private String carbon(XSSFRow row, Contender contender) {
        if (!(carbon(contender) instanceof Quantity carbon)) {
            sheet.text(row, 7, Look.TEXT, "not computed");
            return "";
        }
        String number = String.valueOf(row.getRowNum() + 1);
        sheet.formula(
                row,
                7,
                Look.CALC_SHOWN,
                sum("Act_CO2e_g", number) + "*Per_1000/C" + number + "/" + ShownUnits.GRAMS_NAME);
        stated(row, 8, carbon, units.grams(), 11);
        return "," + agrees("H", "I", number);
    }

    /** The figure of the history, and in another column how many decimals of it are known. */
    private void stated(XSSFRow row, int column, Quantity figure, FigureScale scale, int decimals) {
        sheet.number(row, column, Look.RESULT, figure.value() / scale.factor());
        sheet.number(row, decimals, Look.COUNT, FigureText.ENGLISH.places(figure, scale));
    }

    private void spread(XSSFRow row, Quantity energy) {
        if (!energy.resolved()) {
            sheet.text(row, 9, Look.RESULT_WORDS, "not resolved");
        } else if (energy.expandedUncertainty() > 0) {
            sheet.number(row, 9, Look.RESULT_PERCENT, energy.expandedUncertainty() / Math.abs(energy.value()));
        } else {
            sheet.text(row, 9, Look.RESULT_WORDS, "?");
        }
    }

    private static String sum(String column, String number) {
        return "SUMIFS(" + column + ",Act_No,A" + number + ")";
    }

    private static String agrees(String calculated, String stated, String number) {
        String cell = stated + number;
        return "ABS(" + calculated + number + "-" + cell + ")<=Check_Tolerance*ABS(" + cell + ")";
    }
}
