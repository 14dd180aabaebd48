package org.joulemark.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.model.FactorMethod;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Site;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;
import org.joulemark.reports.SampleInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a controller would ask of the workbook: is each cell what its words say it is? */
class WorkbookClaimsTest {
    private static final double GRAMS_BEFORE = 329;
    private static final double GRAMS_AFTER = 100;

    /** Left behind for eyes when the tests have run. */
    private static final Path KEPT = Path.of("target", "workbook.xlsx");

    private static XSSFWorkbook written(ReportInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookReport().write(input, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static SheetReader sheet(XSSFWorkbook workbook, String name) {
        return new SheetReader(workbook.getSheet(name));
    }

    private static String words(XSSFWorkbook workbook) {
        StringBuilder all = new StringBuilder();
        for (Sheet sheet : workbook) {
            all.append(new SheetReader(sheet).words());
        }
        return all.toString();
    }

    /** Two runs at a site whose factor and PUE were changed between them. */
    static ReportInput editedBetweenRuns() {
        return SampleInput.of(
                new SampleInput()
                        .run("20261121T101502Z-aaaaaa", 1)
                        .at(SampleInput.own("lab", 1.25, GRAMS_BEFORE, FactorMethod.MARKET_BASED)),
                new SampleInput()
                        .run("20261122T101502Z-bbbbbb", 2)
                        .at(SampleInput.own("lab", 1.5, GRAMS_AFTER, FactorMethod.MARKET_BASED)));
    }

    @Test
    void aFactorEditedBetweenTwoRunsCountsForTheRunItWasRecordedWith() throws Exception {
        try (XSSFWorkbook workbook = written(editedBetweenRuns())) {
            SheetReader calculation = sheet(workbook, "Calculation");

            for (String run : List.of("@aaaaaa", "@bbbbbb")) {
                Row row = calculation.row("digits-v1 " + run);
                boolean before = run.equals("@aaaaaa");
                double joules = (before ? 1 : 2)
                        * (SampleInput.joules(0, 0) + SampleInput.joules(0, 1) + SampleInput.joules(0, 2));
                double facility = joules / 3_600_000 * (before ? 1.25 : 1.5);
                double grams = facility * (before ? GRAMS_BEFORE : GRAMS_AFTER);

                assertThat(calculation.number(row, "CO2e (µg per 1,000)") / 1e6 / 1000 * 3 * 120_000)
                        .as(run)
                        .isCloseTo(grams, within(1e-12));
            }
        }
    }

    @Test
    void versionsWhoseNamesAreWildcardsOrDifferInCaseOnlyAreAddedUpEachForItself() throws Exception {
        ReportInput input = SampleInput.of(
                new SampleInput().firstNamed("digits*").named("Digits*"),
                new SampleInput().firstNamed("DIGITS*").named("digits?").run("20261122T101502Z-7f3a9c", 3));
        try (XSSFWorkbook workbook = written(input)) {
            SheetReader calculation = sheet(workbook, "Calculation");
            double[] joules = new double[4];
            for (int i = 0; i < 4; i++) {
                double times = i < 2 ? 1 : 3;
                joules[i] = times
                        * (SampleInput.joules(i % 2, 0) + SampleInput.joules(i % 2, 1) + SampleInput.joules(i % 2, 2));
            }
            List<String> names = List.of("digits* @", "Digits* @", "DIGITS* @", "digits? @");
            for (int i = 0; i < 4; i++) {
                Row row = calculation.row(names.get(i));

                assertThat(calculation.number(row, "Inferences")).isEqualTo(3.0 * (i % 2 == 0 ? 120_000 : 430_000));
                assertThat(calculation.number(row, "Device energy (kWh)"))
                        .as(names.get(i))
                        .isCloseTo(joules[i] / 3_600_000, within(1e-15));
            }
        }
    }

    @Test
    void theEnergyTheFactorIsMultipliedWithIsShownOnTheWay() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            SheetReader activity = sheet(workbook, "Activity");
            for (Row row : activity.rows("digits-v3-int8 @")) {
                double device = activity.number(row, "Device energy (kWh)");
                assertThat(device).isCloseTo(activity.number(row, "Device energy (J)") / 3.6e6, within(1e-15));
                assertThat(activity.number(row, "Facility energy (kWh)")).isCloseTo(device * 1.25, within(1e-15));
                assertThat(activity.number(row, "CO2e (g)"))
                        .isCloseTo(activity.number(row, "Facility energy (kWh)") * 329, within(1e-12));
            }
            SheetReader calculation = sheet(workbook, "Calculation");
            Row row = calculation.row("digits-v3-int8 @");
            assertThat(calculation.number(row, "Facility energy (kWh)"))
                    .isCloseTo(1.25 * calculation.number(row, "Device energy (kWh)"), within(1e-15));
        }
    }

    @Test
    void theSummaryHoldsTheFiguresOfTheHistory() throws Exception {
        ReportInput input = editedBetweenRuns();
        try (XSSFWorkbook workbook = written(input)) {
            SheetReader calculation = sheet(workbook, "Calculation");
            for (var contender : Rows.contenders(input.comparison())) {
                Row row = calculation.row(VersionKeys.of(contender));
                Quantity grams = (Quantity) Rows.figure(input.comparison(), "co2e.1000", contender);
                assertThat(calculation.number(row, "CO2e (µg")).isCloseTo(grams.value() * 1e6, within(1e-9));
            }
        }
    }

    @Test
    void aTrialWithAGapStandsThereWithItsReasonAndDilutesNothing() throws Exception {
        ReportInput input = new SampleInput().gapIn(1).build();
        try (XSSFWorkbook workbook = written(input)) {
            Row row = sheet(workbook, "Calculation").row("digits-v1 @");
            double microwattHours = (SampleInput.joules(0, 0) + SampleInput.joules(0, 2)) / 3600 * 1e6;

            assertThat(sheet(workbook, "Calculation").number(row, "Device energy (µWh per 1,000)"))
                    .isCloseTo(microwattHours * 1000 / (2 * 120_000), within(1e-9));
            assertThat(sheet(workbook, "Activity").rows("digits-v1 @")).hasSize(3);
            assertThat(sheet(workbook, "Activity").words()).contains("a gap of 4 s");
            assertThat(SheetReader.text(
                            sheet(workbook, "Summary").row("All checks").getCell(2)))
                    .isEqualTo("PASS");
        }
    }

    @Test
    void anOwnFactorIsNotCalledLocationBasedUnlessItsUserSaysSo() throws Exception {
        for (FactorMethod method : new FactorMethod[] {null, FactorMethod.MARKET_BASED}) {
            ReportInput input =
                    new SampleInput().at(SampleInput.own("lab", 1, 12, method)).build();
            try (XSSFWorkbook workbook = written(input)) {
                assertThat(words(workbook))
                        .doesNotContainIgnoringCase("location-based")
                        .contains(method == null ? "method not stated, own factor" : "market-based as entered");
            }
        }
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            assertThat(words(workbook)).contains("location-based");
        }
    }

    @Test
    void theFirstSheetSaysWhetherAllChecksPass() throws Exception {
        ReportFiles.write(new WorkbookReport(), editedBetweenRuns(), KEPT);
        try (XSSFWorkbook workbook = written(editedBetweenRuns())) {
            Cell overall =
                    new SheetReader(workbook.getSheetAt(0)).row("All checks").getCell(2);
            assertThat(overall.getCellFormula()).isNotEmpty();
            assertThat(overall.getStringCellValue()).isEqualTo("PASS");

            // The very mistake of the past: every activity row pointed at the factor of the first run.
            SheetReader activity = sheet(workbook, "Activity");
            for (Row row : activity.rows("digits-v1 @bbbbbb")) {
                Cell factor = activity.cell(row, "Factor row");
                assertThat(factor).isNotNull();
                factor.setCellValue(
                        activity.number(activity.rows("digits-v1 @aaaaaa").getFirst(), "Factor row"));
            }
            new XSSFFormulaEvaluator(workbook).evaluateAll();
            assertThat(overall.getStringCellValue()).isEqualTo("FAIL");
        }
    }

    @Test
    void whatForbidsItsUseStandsUnderThePassOfTheFirstSheet() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().demo().build())) {
            SheetReader summary = new SheetReader(workbook.getSheetAt(0));
            Row pass = summary.row("All checks");

            assertThat(summary.row("NOT FOR REPORTING: DEMO preset").getRowNum())
                    .isEqualTo(pass.getRowNum() + 1);
        }
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            assertThat(words(workbook)).doesNotContain("NOT FOR REPORTING");
        }
    }

    @Test
    void anEnergyThatIsNotResolvedIsNoNumberThatReadsAsAResult() throws Exception {
        try (XSSFWorkbook workbook =
                written(new SampleInput().sensorUncertainty(1.4).build())) {
            SheetReader summary = sheet(workbook, "Summary");
            assertThat(SheetReader.text(summary.cell(summary.row("digits-v1 @"), "Device energy")))
                    .matches("< [0-9.]+ \\(not resolved\\)");
            SheetReader versions = sheet(workbook, "Versions");
            int unresolved = 0;
            for (Row row : versions.rows("Energy per 1,000 inferences")) {
                assertThat(SheetReader.text(versions.cell(row, "Value"))).matches("< [0-9.]+ \\(not resolved\\)");
                // The limit in the note is in the unit of the row.
                String unit = SheetReader.text(versions.cell(row, "Unit"));
                assertThat(SheetReader.text(versions.cell(row, "Note"))).contains(" " + unit + ", below what");
                unresolved++;
            }
            assertThat(unresolved).isPositive();
        }
    }

    /** A cell as a reader of the sheet sees it. */
    private static String shown(XSSFWorkbook workbook, @Nullable Cell cell) {
        return new DataFormatter(Locale.ROOT)
                .formatCellValue(cell, workbook.getCreationHelper().createFormulaEvaluator());
    }

    @Test
    void theVersionsPrintTheDigitsThatTheTerminalPrints() throws Exception {
        ReportInput input = new SampleInput().sensorUncertainty(0.655).build();
        try (XSSFWorkbook workbook = written(input)) {
            SheetReader versions = sheet(workbook, "Versions");
            int numbers = 0;
            for (Comparison.Row metric : input.comparison().rows()) {
                FigureScale scale = Rows.scale(metric);
                Row row = versions.rows(metric.metric().title()).getFirst();
                if (metric.baseline() instanceof Quantity figure && figure.resolved()) {
                    FigureText.Spread spread = FigureText.ENGLISH.spread(figure, scale);
                    assertThat(shown(workbook, versions.cell(row, "Value")))
                            .isEqualTo(FigureText.ENGLISH.value(figure, scale));
                    assertThat(shown(workbook, versions.cell(row, "± (k"))).isEqualTo(spread.plusMinus());
                    assertThat(shown(workbook, versions.cell(row, "or from"))).isEqualTo(spread.low());
                    assertThat(shown(workbook, versions.cell(row, "to (95"))).isEqualTo(spread.high());
                    numbers++;
                }
            }
            assertThat(numbers).isGreaterThan(10);
        }
    }

    @Test
    void theSummaryPrintsTheDigitsThatTheTerminalPrints() throws Exception {
        ReportInput input = new SampleInput().sensorUncertainty(0.655).build();
        try (XSSFWorkbook workbook = written(input)) {
            SheetReader summary = sheet(workbook, "Summary");
            for (var contender : Rows.contenders(input.comparison())) {
                Row row = summary.row(VersionKeys.of(contender));
                for (String id : List.of("energy.gross.wh1000", "co2e.1000")) {
                    Quantity figure = (Quantity) Rows.figure(input.comparison(), id, contender);
                    FigureScale scale =
                            Rows.scale(Rows.row(input.comparison(), id).orElseThrow());
                    int column = id.startsWith("co2e") ? 5 : 3;
                    assertThat(shown(workbook, row.getCell(column))).isEqualTo(FigureText.ENGLISH.value(figure, scale));
                    assertThat(shown(workbook, row.getCell(column + 1)))
                            .isEqualTo(FigureText.ENGLISH.spread(figure, scale).plusMinus());
                }
            }
        }
    }

    @Test
    void equalFactsAreEqualAndCountedFromTheFile() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            SheetReader versions = sheet(workbook, "Versions");
            Row macs = versions.rows("MACs per inference").getLast();

            assertThat(SheetReader.text(versions.cell(macs, "Δ to"))).isEqualTo("equal");
            assertThat(SheetReader.text(versions.cell(macs, "Verdict"))).isEqualTo("equal");
            assertThat(SheetReader.text(versions.cell(macs, "Origin"))).isEqualTo("exact, counted from the file");
        }
    }

    @Test
    void noNumberIsWrittenWithAPowerOfTenNorAUnitThatReadsAsAThousandth() throws Exception {
        try (XSSFWorkbook workbook =
                written(new SampleInput().run("20261121T101502Z-7f3a9c", 1e-3).build())) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(shown(workbook, cell))
                                .doesNotContainPattern("[0-9]E-?[0-9]")
                                .doesNotContain("Wh/1000", "e/1000");
                    }
                }
            }
        }
    }

    @Test
    void theSummarySaysWhatTheFactorAndTheQualityAre() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            SheetReader summary = sheet(workbook, "Summary");
            Row row = summary.row("digits-v1 @");

            assertThat(SheetReader.text(summary.cell(row, "Emission factor")))
                    .isEqualTo("location-based, generation only");
            assertThat(SheetReader.text(summary.cell(row, "Quality"))).startsWith("top-1 99.");
            assertThat(sheet(workbook, "Method").words())
                    .contains("Formula: Latency p50, shown in µs")
                    .contains("What other programs drew has no term in ±");
        }
    }

    @Test
    void aReaderOfTheSummaryCanMultiplyTheCo2eHimself() throws Exception {
        ReportInput input = new SampleInput()
                .sensorUncertainty(0.655)
                .at(SampleInput.factor("CO2", "check before audit use"))
                .build();
        try (XSSFWorkbook workbook = written(input)) {
            SheetReader summary = sheet(workbook, "Summary");
            Row row = summary.row("digits-v1 @");
            double device = summary.number(row, "Device energy (µWh");
            double facility = summary.number(row, "Facility energy (µWh");

            assertThat(summary.number(row, "PUE")).isEqualTo(1.25);
            assertThat(summary.number(row, "Factor (g/kWh)")).isEqualTo(329);
            assertThat(facility).isCloseTo(1.25 * device, within(0.05 * facility));
            assertThat(summary.number(row, "CO2 (µg per 1,000)"))
                    .isCloseTo(facility * 329 / 1000, within(0.05 * facility * 329 / 1000));
            assertThat(SheetReader.text(summary.cell(row, "Emission factor"))).contains("CO2 only");
            assertThat(SheetReader.text(summary.cell(row, "Note")))
                    .contains("Factor: check before audit use")
                    .contains("CO2: ± is of the energy only; publishers state none for the factor");
        }
    }

    @Test
    void aPueThatNobodyStatedClaimsNothingOfThePlace() throws Exception {
        Site unstated = SampleInput.own("lab", 1, 12, null);
        Site site = new Site("lab", "DEU", 1, Sites.NO_OVERHEAD, unstated.factor(), "");
        String note = "Estimated, not measured: 4 x 1.3 W, whole-server share";
        try (XSSFWorkbook workbook = written(
                new SampleInput().sensorNote(note).serverShare().at(site).build())) {
            assertThat(sheet(workbook, "Factors").words())
                    .doesNotContain("desktop")
                    .contains("no facility overhead (cooling, power distribution) added");
        }
    }

    @Test
    void nothingIsClaimedThatNoSheetHolds() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            assertThat(words(workbook)).doesNotContain("prepared for ESRS").contains("no ESRS E1 datapoint");
        }
    }

    @Test
    void theBoundaryIsTrueOfTheSensorThatWasCounted() throws Exception {
        try (XSSFWorkbook workbook = written(
                new SampleInput().sensorNote("called otherwise").serverShare().build())) {
            String boundary =
                    SheetReader.text(sheet(workbook, "Method").row("Boundary").getCell(1));
            assertThat(boundary)
                    .contains("power supply, fans and memory are inside")
                    .doesNotContain("Not included: power");
        }
        try (XSSFWorkbook workbook =
                written(new SampleInput().sensorNote("whole-server share").build())) {
            String boundary =
                    SheetReader.text(sheet(workbook, "Method").row("Boundary").getCell(1));
            assertThat(boundary).contains("Not included").contains("fans");
        }
    }
}
