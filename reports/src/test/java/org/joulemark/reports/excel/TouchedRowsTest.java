package org.joulemark.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows added to or taken from a finished workbook must not pass unseen. */
class TouchedRowsTest {
    private static final Map<String, Consumer<XSSFWorkbook>> TOUCHED = touched();

    @TempDir
    Path folder;

    private static Map<String, Consumer<XSSFWorkbook>> touched() {
        Map<String, Consumer<XSSFWorkbook>> touched = new LinkedHashMap<>();
        touched.put("activity-added", workbook -> copyLastRow(workbook.getSheet("Activity")));
        touched.put("activity-emptied", workbook -> emptyLastRow(workbook.getSheet("Activity")));
        touched.put("activity-unnumbered", workbook -> {
            XSSFSheet sheet = workbook.getSheet("Activity");
            copyLastRow(sheet);
            sheet.getRow(sheet.getLastRowNum()).getCell(0).setBlank();
        });
        touched.put("calculation-added", workbook -> copyLastRow(workbook.getSheet("Calculation")));
        touched.put("factors-added", workbook -> copyLastRow(workbook.getSheet("Factors")));
        return touched;
    }

    private static void copyLastRow(XSSFSheet sheet) {
        int last = sheet.getLastRowNum();
        sheet.copyRows(last, last, last + 1, new CellCopyPolicy());
    }

    private static void emptyLastRow(XSSFSheet sheet) {
        sheet.getRow(sheet.getLastRowNum()).forEach(cell -> cell.setBlank());
    }

    private static XSSFWorkbook touched(Consumer<XSSFWorkbook> how) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookReport().write(WorkbookClaimsTest.editedBetweenRuns(), out);
        XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
        how.accept(workbook);
        return workbook;
    }

    private static String verdict(XSSFWorkbook workbook) {
        return SheetReader.text(
                new SheetReader(workbook.getSheetAt(0)).row("All checks").getCell(2));
    }

    @Test
    void aRowAddedBelowOrEmptiedFailsTheChecks() throws Exception {
        for (Map.Entry<String, Consumer<XSSFWorkbook>> one : TOUCHED.entrySet()) {
            try (XSSFWorkbook workbook = touched(one.getValue())) {
                new XSSFFormulaEvaluator(workbook).evaluateAll();

                assertThat(verdict(workbook)).as(one.getKey()).isEqualTo("FAIL");
            }
        }
    }

    @Test
    void libreOfficeFailsTheSameWorkbooks() throws Exception {
        assumeTrue(runs(List.of("soffice", "--version")), "skipped: LibreOffice (soffice) is not installed");
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                Files.createDirectory(folder.resolve("recalculated")).toString()));
        Map<String, Consumer<XSSFWorkbook>> all = new LinkedHashMap<>(TOUCHED);
        all.put("untouched", _ -> {});
        for (Map.Entry<String, Consumer<XSSFWorkbook>> one : all.entrySet()) {
            Path file = folder.resolve(one.getKey() + ".xlsx");
            try (XSSFWorkbook workbook = touched(one.getValue());
                    OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            command.add(file.toString());
        }
        assertThat(runs(command)).isTrue();

        for (String name : all.keySet()) {
            try (InputStream in = Files.newInputStream(folder.resolve("recalculated/" + name + ".xlsx"));
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                assertThat(verdict(workbook)).as(name).isEqualTo(name.equals("untouched") ? "PASS" : "FAIL");
            }
        }
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(240, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
