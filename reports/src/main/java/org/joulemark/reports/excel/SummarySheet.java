package org.joulemark.reports.excel;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.Cautions;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.joulemark.reports.Gases;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;
import org.joulemark.reports.excel.Styles.Look;
import org.jspecify.annotations.Nullable;

/**
 * The sheet that is read first: a row a version with as many digits of its energy and CO2e as are known, and above them what
 * forbids or limits their use.
 */
final class SummarySheet {
    static final String NAME = "Summary";

    private static final FigureText TEXT = FigureText.ENGLISH;
    private static final int LAST_OF_WARNING = 6;

    private final SheetWriter sheet;
    private final ReportInput input;
    private final ShownUnits units;
    private final List<Contender> contenders;
    private final XSSFRow verdict;

    SummarySheet(SheetWriter sheet, ReportInput input, ShownUnits units) {
        this.sheet = sheet;
        this.input = input;
        this.units = units;
        this.contenders = Rows.contenders(input.comparison());
        this.verdict = sheet.row();
    }

    void write(CalculationSheet calculation, FactorsSheet factors) {
        head();
        String energy = units.energyUnit() + " per 1,000";
        String grams = units.gramsUnit() + " per 1,000";
        sheet.header(
                2,
                "No.|5",
                "Version|26",
                "Inferences =|12",
                "Device energy (" + energy + ") =|15",
                "± (k = 2) (" + energy + ") ●|12",
                gases() + " (" + grams + ") =|15",
                "± (k = 2) (" + grams + ") ●|12",
                "Quality: top-1 accuracy or RMSE, 95 % ●|25",
                "Origin of energy|14",
                "Grade|7",
                "Emission factor: Scope 2 method, boundary, gases|26",
                "PUE =|8",
                "Facility energy (" + energy + ") =|15",
                "Factor (g/kWh) =|10",
                "Note|60");
        for (int i = 0; i < contenders.size(); i++) {
            XSSFRow row = row(i + 1, contenders.get(i), calculation);
            carbonOf(row, contenders.get(i), calculation, factors);
        }
    }

    /** "CO2" where every factor counts carbon dioxide alone, else "CO2e". */
    private String gases() {
        List<String> gases = contenders.stream()
                .flatMap(contender -> Stream.ofNullable(factorOf(contender)))
                .map(Gases::of)
                .distinct()
                .toList();
        return gases.size() == 1 ? gases.getFirst() : "CO2e";
    }

    /** What CO2e is the product of, so that a reader of this sheet can multiply it himself. */
    private void carbonOf(XSSFRow row, Contender contender, CalculationSheet calculation, FactorsSheet factors) {
        Site site = contender.run().setting().site();
        if (site == null) {
            return;
        }
        sheet.formula(row, 11, factors.pueCell(site), decimals(site.pue()));
        Figure facility = Rows.figure(input.comparison(), "energy.facility.wh1000", contender);
        if (facility instanceof Quantity quantity && quantity.resolved() && !quantity.lowerBound()) {
            sheet.formula(
                    row, 12, calculation.knownFacility(contender), Math.max(0, TEXT.places(quantity, units.energy())));
        }
        EmissionFactor factor = site.factor();
        if (factor != null) {
            sheet.formula(row, 13, factors.factorCell(factor), decimals(factor.gramsPerKilowattHour()));
        }
    }

    private static int decimals(double exact) {
        return Math.max(0, BigDecimal.valueOf(exact).stripTrailingZeros().scale());
    }

    private static @Nullable EmissionFactor factorOf(Contender contender) {
        Site site = contender.run().setting().site();
        return site == null ? null : site.factor();
    }

    private void head() {
        sheet.text(verdict, 1, Look.STRONG, "All checks");
        sheet.text(
                verdict,
                3,
                Look.TEXT,
                "of sums and formulas (sheet Method); they do not say how good the measurement is");
        warnings().forEach(warning -> sheet.warning(warning, 1, LAST_OF_WARNING));
        sheet.note(
                "Measurement statement: activity data, factors and formulas for the undertaking's own disclosures. It "
                        + "fills in no ESRS E1 datapoint and is not assured.");
        sheet.note("Gross device energy; memo item: part of the undertaking's metered electricity, do not add it.");
        sheet.note(
                "▸ input from the history    = formula, to the digits that are known (all digits: sheet Calculation) "
                        + "   ● as the history states it");
        sheet.note("History: ledger " + input.anchor().ledger() + ", event "
                + input.anchor().seq() + ", head " + input.anchor().hash());
        sheet.blank();
    }

    /** What forbids or limits the use of each run; which run is named where there are several. */
    private Set<String> warnings() {
        Set<Run> runs = new LinkedHashSet<>();
        contenders.forEach(contender -> runs.add(contender.run()));
        Set<String> warnings = new LinkedHashSet<>();
        for (Run run : runs) {
            Cautions.of(run)
                    .forEach(caution -> warnings.add(runs.size() == 1 ? caution : caution + ", run " + run.id()));
        }
        return warnings;
    }

    /** The verdict on top; written last, for it stands on the checks of all sheets. */
    void conclude() {
        sheet.formula(
                verdict, 2, Look.CHECK, "IF(COUNTIF(Check_Result,Check_Passed)=ROWS(Check_Result),\"PASS\",\"FAIL\")");
    }

    private XSSFRow row(int version, Contender contender, CalculationSheet calculation) {
        XSSFRow row = sheet.row();
        sheet.number(row, 0, Look.COUNT, version);
        sheet.text(row, 1, Look.NOTE, VersionKeys.of(contender));
        sheet.formula(row, 2, Look.CALC_COUNT, calculation.inferences(contender));
        Figure energy = calculation.energy(contender);
        known(row, 3, energy, units.energy(), calculation.knownEnergy(contender));
        known(row, 5, calculation.carbon(contender), units.grams(), calculation.knownCarbon(contender));
        sheet.text(row, 7, Look.RESULT_WORDS, quality(contender));
        sheet.text(
                row,
                8,
                Look.TEXT,
                energy instanceof Quantity quantity ? quantity.worst().name() : "MISSING");
        sheet.text(row, 9, Look.TEXT, contender.run().judgement().grade().name());
        sheet.text(row, 10, Look.NOTE, factor(factorOf(contender)));
        sheet.text(row, 14, Look.NOTE, note(contender, energy, calculation.carbon(contender)));
        return row;
    }

    /** A figure with its ± beside it: a formula where there is a value, words where there is none or only a limit. */
    private void known(XSSFRow row, int column, Figure figure, FigureScale scale, String formula) {
        switch (figure) {
            case Absent _ ->
                sheet.text(row, column, Look.TEXT, figure.unit() == Unit.GRAMS_CO2E_PER_1000 ? "not computed" : "–");
            case Quantity quantity
            when !quantity.resolved() || quantity.lowerBound() ->
                sheet.text(row, column, Look.RESULT_WORDS, TEXT.withUncertainty(quantity, scale));
            case Quantity quantity -> {
                String digits = TEXT.value(quantity, scale);
                int point = digits.indexOf('.');
                sheet.formula(row, column, formula, point < 0 ? 0 : digits.length() - point - 1);
                sheet.stated(row, column + 1, TEXT.spread(quantity, scale).plusMinus());
            }
        }
    }

    private static String factor(@Nullable EmissionFactor factor) {
        return factor == null
                ? ""
                : factor.methodWords() + ", " + factor.boundary().words() + Gases.words(factor);
    }

    private String quality(Contender contender) {
        Comparison comparison = input.comparison();
        if (Rows.figure(comparison, "accuracy.top1", contender) instanceof Quantity accuracy) {
            return "top-1 " + TEXT.withUncertainty(accuracy) + " %";
        }
        return Rows.figure(comparison, "accuracy.rmse", contender) instanceof Quantity rmse
                ? "RMSE " + TEXT.withUncertainty(rmse)
                : "not measured";
    }

    private String note(Contender contender, Figure energy, Figure carbon) {
        StringBuilder note = new StringBuilder();
        if (!contender.run().plan().settings().reportable()) {
            note.append("Not for reporting: preset ")
                    .append(contender.run().plan().settings().name())
                    .append(". ");
        }
        String about = switch (energy) {
            case Absent absent -> absent.why();
            case Quantity quantity -> FigureNotes.of(quantity, units.energy());
        };
        if (!about.isEmpty()) {
            note.append("Energy: ").append(about).append(". ");
        }
        Cautions.foreignLoad(contender)
                .ifPresent(seen -> note.append("Energy: ").append(seen).append(". "));
        Site site = contender.run().setting().site();
        if (site == null || site.factor() == null) {
            note.append("CO2e: ")
                    .append(site == null ? "no site given" : site.noFactorBecause())
                    .append(". ");
        } else {
            ofFactor(note, site.factor(), carbon);
        }
        return note.append("Reasons of the grade: sheet Method.").toString();
    }

    private static void ofFactor(StringBuilder note, EmissionFactor factor, Figure carbon) {
        if (carbon instanceof Quantity quantity && quantity.notCovered() != null) {
            note.append(Gases.of(factor))
                    .append(": ")
                    .append(quantity.notCovered())
                    .append(". ");
        }
        if (!factor.note().isEmpty()) {
            note.append("Factor: ").append(factor.note()).append(". ");
        }
    }
}
