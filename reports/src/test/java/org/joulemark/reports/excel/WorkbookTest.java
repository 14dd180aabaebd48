package org.joulemark.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.joulemark.engine.model.Energy;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.SampleInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
    @TempDir
    Path folder;

    private XSSFWorkbook written(ReportInput input) throws IOException, UserError {
        Path file = folder.resolve("report.xlsx");
        ReportFiles.write(new WorkbookReport(), input, file);
        return open(file);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    @Test
    void theSummaryIsTheSumOfTheActivityInFormulasOverFactors() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            SheetReader summary = new SheetReader(workbook.getSheet("Calculation"));
            Row row = summary.row("digits-v3-int8 @");
            double joules = 0;
            for (int block = 0; block < 3; block++) {
                joules += SampleInput.joules(1, block);
            }
            double kilowattHours = joules / Energy.JOULES_PER_KILOWATT_HOUR;
            double microwattHoursPer1000 = kilowattHours * 1e9 * 1000 / (3 * 430_000);

            assertThat(summary.cell(row, "Device energy (kWh)").getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(summary.number(row, "Device energy (kWh)")).isCloseTo(kilowattHours, within(1e-15));
            assertThat(summary.number(row, "Device energy (µWh per 1,000)"))
                    .isCloseTo(microwattHoursPer1000, within(1e-9));
            assertThat(summary.number(row, "CO2e (µg per 1,000)"))
                    .isCloseTo(microwattHoursPer1000 / 1000 * 1.25 * 329, within(1e-9));
            assertThat(summary.number(row, "Device energy, stated (µWh per 1,000)"))
                    .isCloseTo(microwattHoursPer1000, within(1e-9));
        }
    }

    @Test
    void formulasHoldNoNumbersOfTheirOwnAndEveryCheckPasses() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            int checks = 0;
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            String withoutReferences =
                                    cell.getCellFormula().replaceAll("[A-Za-z_$]+[0-9_]*[A-Za-z0-9_]*", "");
                            assertThat(withoutReferences)
                                    .as(cell.getCellFormula())
                                    .doesNotContainPattern("[0-9]");
                            checks += pass(cell);
                        }
                    }
                }
            }
            // Six on the sheet Method, one a version, and the verdict on the first sheet.
            assertThat(checks).isEqualTo(9);
        }
    }

    private static int pass(Cell cell) {
        if (!cell.getCellFormula().startsWith("IF(")) {
            return 0;
        }
        assertThat(cell.getStringCellValue()).as(cell.getCellFormula()).isEqualTo("PASS");
        return 1;
    }

    @Test
    void withoutASiteCo2eIsNotComputedInWordsAndNeverZero() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().withoutSite().build())) {
            SheetReader summary = new SheetReader(workbook.getSheet("Summary"));
            Row row = summary.row("digits-v1");

            assertThat(SheetReader.text(summary.cell(row, "CO2e"))).isEqualTo("not computed");
            SheetReader calculation = new SheetReader(workbook.getSheet("Calculation"));
            assertThat(SheetReader.text(calculation.cell(calculation.row("digits-v1"), "Facility energy")))
                    .isEqualTo("not known");
            assertThat(SheetReader.text(summary.cell(row, "Note"))).contains("no site given");
            assertThat(SheetReader.text(summary.row("All checks").getCell(2))).isEqualTo("PASS");
        }
    }

    @Test
    void namesThatLookLikeFormulasStayText() throws Exception {
        try (XSSFWorkbook workbook =
                written(new SampleInput().named("=HYPERLINK(\"x\")").build())) {
            Cell cell = new SheetReader(workbook.getSheet("Summary"))
                    .row("=HYPERLINK")
                    .getCell(1);

            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void noCounterIsClaimedForWhatNoneCounted() throws Exception {
        try (XSSFWorkbook workbook = written(new SampleInput().build())) {
            SheetReader versions = new SheetReader(workbook.getSheet("Versions"));
            for (List<String> one : List.of(
                    List.of("Accuracy (top-1)", "counted answers"),
                    List.of("Latency p50", "clock"),
                    List.of("Throughput", "clock"),
                    List.of("Load time", "clock"),
                    List.of("Peak memory", "operating system"))) {
                assertThat(SheetReader.text(
                                versions.cell(versions.rows(one.get(0)).getFirst(), "Origin")))
                        .as(one.get(0))
                        .isEqualTo(one.get(1));
            }
        }
    }

    @Test
    void libreOfficeCalculatesTheSameValues() throws Exception {
        assumeTrue(runs("soffice", "--version"), "skipped: LibreOffice (soffice) is not installed");
        written(WorkbookClaimsTest.editedBetweenRuns()).close();
        Path out = Files.createDirectory(folder.resolve("recalculated"));
        assertThat(runs(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        out.toString(),
                        folder.resolve("report.xlsx").toString()))
                .isTrue();

        int compared = 0;
        try (XSSFWorkbook ours = open(folder.resolve("report.xlsx"));
                XSSFWorkbook theirs = open(out.resolve("report.xlsx"))) {
            for (Sheet sheet : ours) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            same(
                                    cell,
                                    theirs.getSheet(sheet.getSheetName())
                                            .getRow(row.getRowNum())
                                            .getCell(cell.getColumnIndex()));
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(15);
    }

    private static void same(Cell ours, Cell theirs) {
        if (ours.getCachedFormulaResultType() == CellType.STRING) {
            assertThat(theirs.getStringCellValue()).isEqualTo(ours.getStringCellValue());
        } else {
            double value = ours.getNumericCellValue();
            assertThat(theirs.getNumericCellValue()).isCloseTo(value, within(1e-9 * Math.abs(value)));
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
