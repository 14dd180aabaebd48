package org.joulemark.reports.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Energy;
import org.joulemark.engine.model.Site;
import org.joulemark.reports.excel.Styles.Look;

/** Constants and emission factors, one row a factor; nothing else in the workbook states a number of this kind. */
final class FactorsSheet {
    static final String NAME = "Factors";

    private FactorsSheet() {}

    static void write(SheetWriter sheet, List<Contender> contenders) {
        sheet.note(
                "Constants and factors are ▸ input cells with their source; every CO2e figure is a formula over them.");
        sheet.blank();
        sheet.header(
                "Name|34",
                "Value ▸|14",
                "Unit|12",
                "Publisher and data set|52",
                "Year|12",
                "Geography|12",
                "Boundary|18",
                "Licence|16",
                "Source file SHA-256|24",
                "Note|70");
        constant(sheet, "J_per_kWh", Energy.JOULES_PER_KILOWATT_HOUR, "J/kWh", "by definition of the watt");
        constant(sheet, "Wh_per_kWh", 1000, "Wh/kWh", "by definition");
        constant(sheet, "Per_1000", 1000, "1", "figures are per 1,000 inferences");
        List<String> seen = new ArrayList<>();
        for (Contender contender : contenders) {
            Site site = contender.run().site();
            if (site != null && site.factor() != null && !seen.contains(site.id())) {
                seen.add(site.id());
                site(sheet, site, site.factor(), seen.size());
            }
        }
    }

    private static void constant(SheetWriter sheet, String name, double value, String unit, String source) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.TEXT, name);
        sheet.number(row, 1, Look.INPUT_COUNT, value);
        sheet.text(row, 2, Look.TEXT, unit);
        sheet.text(row, 3, Look.TEXT, source);
        sheet.name(name, "$B$" + (row.getRowNum() + 1));
    }

    private static void site(SheetWriter sheet, Site site, EmissionFactor factor, int index) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.TEXT, "Factor of site " + site.id() + " (location-based)");
        sheet.number(row, 1, Look.INPUT_DECIMAL, factor.gramsPerKilowattHour());
        sheet.text(row, 2, Look.TEXT, "gCO2e/kWh");
        sheet.text(row, 3, Look.NOTE, factor.publisher() + ", " + factor.dataset());
        sheet.text(row, 4, Look.TEXT, factor.year() + " (" + factor.yearMeaning() + ")");
        sheet.text(row, 5, Look.TEXT, factor.geography());
        sheet.text(row, 6, Look.TEXT, factor.boundary().name());
        sheet.text(row, 7, Look.TEXT, factor.licence());
        sheet.text(row, 8, Look.NOTE, factor.fileSha256());
        sheet.text(row, 9, Look.NOTE, factor.precedence() + ". " + factor.note());
        sheet.name(factorName(index), "$B$" + (row.getRowNum() + 1));
        XSSFRow pue = sheet.row();
        sheet.text(pue, 0, Look.TEXT, "PUE of site " + site.id());
        sheet.number(pue, 1, Look.INPUT_SECONDS, site.pue());
        sheet.text(pue, 2, Look.TEXT, "1");
        sheet.text(pue, 3, Look.TEXT, site.pueSource());
        sheet.name(pueName(index), "$B$" + (pue.getRowNum() + 1));
    }

    static String factorName(int index) {
        return "EF_Location_" + index;
    }

    static String pueName(int index) {
        return "PUE_Site_" + index;
    }

    /** Number of the site of a version among those with a factor, from 1; 0 if it has none. */
    static int siteIndex(List<Contender> contenders, Contender wanted) {
        List<String> seen = new ArrayList<>();
        for (Contender contender : contenders) {
            Site site = contender.run().site();
            if (site != null && site.factor() != null && !seen.contains(site.id())) {
                seen.add(site.id());
            }
        }
        Site site = wanted.run().site();
        return site == null || site.factor() == null ? 0 : seen.indexOf(site.id()) + 1;
    }
}
