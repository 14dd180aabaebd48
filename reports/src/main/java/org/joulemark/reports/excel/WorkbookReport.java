package org.joulemark.reports.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.joulemark.engine.compare.Contender;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;

/**
 * The workbook: Summary, Versions, Activity, Calculation, Factors, Method. Live formulas with cached values, so that readers that do
 * not calculate see numbers and those that do see the same ones.
 */
public final class WorkbookReport implements Report {
    @Override
    public String id() {
        return "workbook";
    }

    @Override
    public String title() {
        return "Workbook (Excel)";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public void write(ReportInput input, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            properties(workbook, input);
            List<SheetWriter> sheets = sheets(workbook, input);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            String footer = "Run " + input.comparison().baseline().run().id();
            sheets.forEach(sheet -> sheet.finish(footer));
            workbook.setForceFormulaRecalculation(true);
            workbook.setActiveSheet(0);
            workbook.write(out);
        }
    }

    private static void properties(XSSFWorkbook workbook, ReportInput input) {
        var core = workbook.getProperties().getCoreProperties();
        core.setTitle("AI model energy and carbon measurement");
        core.setSubjectProperty("Run " + input.comparison().baseline().run().id());
        core.setCreator("Joulemark " + input.softwareVersion());
        core.setCreated(Optional.of(Date.from(input.generatedAt())));
    }

    private static List<SheetWriter> sheets(XSSFWorkbook workbook, ReportInput input) {
        Styles styles = new Styles(workbook);
        List<Contender> contenders = Rows.contenders(input.comparison());
        SheetWriter summary =
                new SheetWriter(workbook, styles, SummarySheet.NAME, "AI model energy and carbon measurement");
        SheetWriter versions = new SheetWriter(workbook, styles, VersionsSheet.NAME, "Versions side by side");
        SheetWriter activity = new SheetWriter(workbook, styles, ActivitySheet.NAME, "Activity, one row a trial");
        SheetWriter calculation =
                new SheetWriter(workbook, styles, CalculationSheet.NAME, "Calculation, one row a version");
        SheetWriter factors = new SheetWriter(workbook, styles, FactorsSheet.NAME, "Constants and emission factors");
        SheetWriter method = new SheetWriter(workbook, styles, MethodSheet.NAME, "Method and checks");
        // A formula is parsed when it is written: the names it uses must stand before.
        ShownUnits units = ShownUnits.of(input.comparison());
        FactorsSheet numbers = new FactorsSheet(factors);
        numbers.write(contenders, units);
        ActivitySheet rows = new ActivitySheet(activity, numbers);
        rows.write(contenders);
        CalculationSheet figures = new CalculationSheet(calculation, input.comparison(), units);
        figures.write();
        SummarySheet first = new SummarySheet(summary, input, units);
        first.write(figures, numbers);
        new VersionsSheet(versions, input.comparison()).write();
        new MethodSheet(method, input)
                .write(new MethodSheet.Control(
                        rows.controlJoules(),
                        rows.rowCount(),
                        contenders.size(),
                        figures.checkedRows(),
                        numbers.rowCount()));
        first.conclude();
        return List.of(summary, versions, activity, calculation, factors, method);
    }
}
