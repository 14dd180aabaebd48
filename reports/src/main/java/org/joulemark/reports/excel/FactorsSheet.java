package org.joulemark.reports.excel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Energy;
import org.joulemark.engine.model.Site;
import org.joulemark.reports.Boundary;
import org.joulemark.reports.Gases;
import org.joulemark.reports.excel.Styles.Look;

/**
 * Constants, emission factors and PUE; nothing else in the workbook states a number of this kind. A row is one content: two
 * runs at a site whose factor was edited between them have two rows, and each activity row names its own.
 */
final class FactorsSheet {
    static final String NAME = "Factors";

    private static final double TOLERANCE = 1e-9;

    private final SheetWriter sheet;
    private int constants;
    private final Map<Object, Integer> numbers = new LinkedHashMap<>();

    FactorsSheet(SheetWriter sheet) {
        this.sheet = sheet;
    }

    /** A PUE as the site of a run had it. */
    private record Overhead(String site, double pue, String source) {
        static Overhead of(Site site) {
            return new Overhead(site.id(), site.pue(), site.pueSource());
        }
    }

    void write(List<Contender> contenders, ShownUnits units) {
        header();
        for (Contender contender : contenders) {
            Site site = contender.run().setting().site();
            if (site != null) {
                Overhead pue = Overhead.of(site);
                if (!numbers.containsKey(pue)) {
                    pue(pue);
                }
                EmissionFactor factor = site.factor();
                if (factor != null && !numbers.containsKey(factor)) {
                    factor(factor);
                }
            }
        }
        constants(units);
        sheet.nameColumn("Fac_Row", 0);
        sheet.nameColumn("Fac_Value", 2);
        sheet.nameColumnBelow("Fac_All_Value", 2);
    }

    private void header() {
        sheet.note(
                "Constants and factors are ▸ input cells with their source; every CO2e figure is a formula over them.");
        sheet.note("One row a content: a factor that was edited between two runs has two rows.");
        sheet.blank();
        sheet.header(
                2,
                "Row|7",
                "Name|26",
                "Value ▸|12",
                "Unit|14",
                "Publisher and data set, source|38",
                "Year|17",
                "Geography|11",
                "Boundary|16",
                "Scope 2 method|18",
                "Gases|14",
                "Licence|14",
                "Source file SHA-256|20",
                "Note|42");
    }

    private void constants(ShownUnits units) {
        constant("J_per_kWh", Energy.JOULES_PER_KILOWATT_HOUR, "J/kWh", "by definition of the watt");
        constant("Wh_per_kWh", 1000, "Wh/kWh", "by definition");
        constant("Per_1000", 1000, "1", "figures are per 1,000 inferences");
        constant("Check_Tolerance", TOLERANCE, "1", "relative difference two sums of the same numbers may have");
        constant(
                ShownUnits.ENERGY_NAME,
                units.energy().factor(),
                "Wh",
                "one " + units.energyUnit() + ", the unit shown");
        constant(ShownUnits.GRAMS_NAME, units.grams().factor(), "g", "one " + units.gramsUnit() + ", the unit shown");
    }

    /** Constants, PUE and emission factors that were written. */
    int rowCount() {
        return numbers.size() + constants;
    }

    /** Row of the PUE of a run's site. */
    int pueRow(Site site) {
        return row(Overhead.of(site));
    }

    /** Row of an emission factor. */
    int factorRow(EmissionFactor factor) {
        return row(factor);
    }

    /** The cell with the PUE of a run's site. */
    String pueCell(Site site) {
        return cell(pueRow(site));
    }

    /** The cell with an emission factor. */
    String factorCell(EmissionFactor factor) {
        return cell(factorRow(factor));
    }

    private String cell(int number) {
        return NAME + "!C" + (sheet.firstDataRowNumber() + number - 1);
    }

    private int row(Object content) {
        Integer number = numbers.get(content);
        if (number == null) {
            throw new IllegalStateException("a factor that was not written: " + content);
        }
        return number;
    }

    private XSSFRow numbered(Object content) {
        numbers.put(content, numbers.size() + 1);
        XSSFRow row = sheet.row();
        sheet.number(row, 0, Look.COUNT, numbers.size());
        return row;
    }

    private void constant(String name, double value, String unit, String source) {
        XSSFRow row = sheet.row();
        constants++;
        sheet.text(row, 1, Look.TEXT, name);
        sheet.number(row, 2, Look.INPUT_PLAIN, value);
        sheet.text(row, 3, Look.TEXT, unit);
        sheet.text(row, 4, Look.NOTE, source);
        sheet.name(name, "$C$" + (row.getRowNum() + 1));
    }

    private void pue(Overhead pue) {
        XSSFRow row = numbered(pue);
        sheet.text(row, 1, Look.NOTE, "PUE of site " + pue.site());
        sheet.number(row, 2, Look.INPUT_PLAIN, pue.pue());
        sheet.text(row, 3, Look.TEXT, "kWh/kWh");
        sheet.text(row, 4, Look.NOTE, Boundary.overhead(pue.source()));
    }

    private void factor(EmissionFactor factor) {
        XSSFRow row = numbered(factor);
        sheet.text(row, 1, Look.NOTE, "Emission factor " + factor.id());
        sheet.number(row, 2, Look.INPUT_PLAIN, factor.gramsPerKilowattHour());
        sheet.text(row, 3, Look.TEXT, "g" + Gases.of(factor) + "/kWh");
        sheet.text(row, 4, Look.NOTE, factor.publisher() + ", " + factor.dataset());
        sheet.text(row, 5, Look.TEXT, factor.year() + " (" + factor.yearMeaning() + ")");
        sheet.text(row, 6, Look.TEXT, factor.geography());
        sheet.text(row, 7, Look.NOTE, factor.boundary().words());
        sheet.text(row, 8, Look.NOTE, factor.methodWords());
        sheet.text(row, 9, Look.NOTE, factor.gasSet());
        sheet.text(row, 10, Look.NOTE, factor.licence());
        sheet.text(row, 11, Look.NOTE, factor.fileSha256());
        sheet.text(row, 12, Look.NOTE, factor.precedence() + (factor.note().isEmpty() ? "" : ". " + factor.note()));
    }
}
