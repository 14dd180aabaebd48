package org.joulemark.reports.excel;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.reports.Boundary;
import org.joulemark.reports.Cautions;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;
import org.joulemark.reports.excel.Styles.Look;

/** Boundary, protocol, formulas in words, assumptions and limits; and the checks that tie the workbook together. */
final class MethodSheet {
    static final String NAME = "Method";

    private final SheetWriter sheet;
    private final ReportInput input;

    MethodSheet(SheetWriter sheet, ReportInput input) {
        this.sheet = sheet;
        this.input = input;
    }

    /** What the checks compare the sheets with: counts and sums taken while they were written. */
    record Control(double joules, int rows, int versions, int checked, int factors) {}

    void write(Control control) {
        sheet.header(1, "Topic|44", "What holds|110");
        List<Contender> contenders = Rows.contenders(input.comparison());
        words(contenders).forEach(this::line);
        input.comparison()
                .rows()
                .forEach(row -> line(
                        "Formula: " + row.metric().title() + shown(row),
                        row.metric().formula()));
        sheet.blank();
        checks(control);
    }

    /** The unit the sheets show a metric in, where it is not the one its formula speaks of. */
    private static String shown(Comparison.Row row) {
        FigureScale scale = Rows.scale(row);
        return scale.equals(FigureScale.plain(row.metric().unit()))
                ? ""
                : ", shown in " + FigureText.ENGLISH.unit(scale);
    }

    private void line(String topic, String words) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.NOTE, topic);
        sheet.text(row, 1, Look.NOTE, words);
    }

    private Map<String, String> words(List<Contender> contenders) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("What this is", "A measurement statement of AI model versions. Not a certification, not assured.");
        contenders.forEach(contender -> words.merge("Boundary", boundary(contender), MethodSheet::once));
        words.put(
                "Gross and net",
                "Totals use gross energy: all that the counted sensors saw, idle and other programs included. What"
                        + " other programs drew has no term in ±; trials in which they were seen are named. Net of idle"
                        + " stands beside it with its larger uncertainty.");
        words.put(
                "CO2e",
                "facility energy (device energy x PUE) x emission factor, by the method the factor serves (sheet"
                        + " Factors); no site, no CO2e. No instrument is checked, so nothing here is a complete"
                        + " market-based figure.");
        Set<Run> runs = new LinkedHashSet<>();
        contenders.forEach(contender -> runs.add(contender.run()));
        for (Run run : runs) {
            measured(run, runs.size() == 1 ? "" : " of run " + run.id(), words);
        }
        contenders.stream()
                .flatMap(contender -> Cautions.foreignLoad(contender).stream()
                        .map(seen -> VersionKeys.of(contender) + ": " + seen + "."))
                .forEach(seen -> words.merge("Other programs", seen, MethodSheet::once));
        words.put(
                "Recompute",
                "joulemark history verify recomputes every figure from the raw samples in the history; head "
                        + input.anchor().hash());
        return words;
    }

    private static String once(String before, String more) {
        return before.contains(more) ? before : before + " " + more;
    }

    private static String boundary(Contender contender) {
        return "Device %s, gross, as its counted sensors see it (%s). Not included: %s; embodied emissions are not assessed."
                .formatted(
                        contender.version().configuration().device(),
                        Boundary.covered(contender),
                        Boundary.notCovered(contender));
    }

    private static void measured(Run run, String which, Map<String, String> words) {
        ProtocolSettings protocol = run.plan().settings();
        DatasetFacts data = run.setting().dataset();
        words.put(
                "Machine" + which,
                run.setting().machine().cpuName() + ", "
                        + run.setting().machine().operatingSystem());
        words.put(
                "Software" + which,
                "Joulemark " + run.setting().software().joulemark() + ", ONNX Runtime "
                        + run.setting().software().onnxRuntime() + ", Java "
                        + run.setting().software().java());
        words.put(
                "Protocol" + which,
                "preset %s: windows of %.0f s, %d trials a version, interleaved in shuffled blocks (seed %d), idle %.0f s before and after"
                        .formatted(
                                protocol.name(),
                                protocol.windowNanos() / 1e9,
                                protocol.trials(),
                                run.plan().seed(),
                                protocol.idleNanos() / 1e9));
        words.put(
                "Grade" + which,
                run.judgement().grade() + ": "
                        + String.join("; ", run.judgement().reasons()));
        words.put(
                "Evaluation set" + which,
                data == null ? "none" : data.name() + ", " + data.rows() + " rows, SHA-256 " + data.sha256());
        run.setting().sensors().stream()
                .filter(SensorInfo::counted)
                .forEach(sensor -> words.put(
                        "Sensor " + sensor.id() + which,
                        "%s, %s, ±%.0f %% (k = 2) until calibrated. %s"
                                .formatted(
                                        sensor.name(),
                                        sensor.provenance(),
                                        sensor.uncertainty().grossRelative() * 100,
                                        sensor.note())));
    }

    private void checks(Control control) {
        named("Control total, energy (J) ▸", "Control_Joules", control.joules());
        named("Control total, activity rows ▸", "Control_Rows", control.rows());
        named("Control total, versions ▸", "Control_Versions", control.versions());
        named("Control total, versions with an energy ▸", "Control_Checked", control.checked());
        named("Control total, factors and constants ▸", "Control_Factors", control.factors());
        XSSFRow passed = sheet.row();
        sheet.text(passed, 0, Look.TEXT, "What a check says that holds");
        sheet.text(passed, 1, Look.TEXT, "PASS");
        sheet.name("Check_Passed", "$B$" + (passed.getRowNum() + 1));
        int first = check(
                "Check: activity adds up to the control total",
                "ABS(SUM(Act_Joules)-Control_Joules)<=Check_Tolerance*Control_Joules");
        // Counted in all rows below the header: the ranges that are summed end where the last row was written.
        check(
                "Check: no activity row is missing or added",
                "AND(ROWS(Act_No)=Control_Rows,COUNTA(Act_All_No)=Control_Rows,"
                        + "COUNT(Act_All_Joules)=COUNT(Act_Joules))");
        check(
                "Check: the versions add up to the activity",
                "ABS(SUM(Calc_kWh)-SUM(Act_kWh))<=Check_Tolerance*SUM(Act_kWh)");
        check(
                "Check: one row of the calculation a version",
                "AND(ROWS(Calc_kWh)=Control_Versions,COUNTA(Calc_All_Version)=Control_Versions)");
        check("Check: no factor or constant is missing or added", "COUNT(Fac_All_Value)=Control_Factors");
        int last = check(
                "Check: energy and CO2e of every version are what the history states",
                "COUNTIF(Calc_Check,Check_Passed)=Control_Checked");
        sheet.name("Check_Result", "$B$" + first + ":$B$" + last);
    }

    private void named(String what, String name, double value) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.TEXT, what);
        sheet.number(row, 1, Look.INPUT_CONTROL, value);
        sheet.name(name, "$B$" + (row.getRowNum() + 1));
    }

    /** Writes a check and gives the number of its row. */
    private int check(String what, String condition) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.NOTE, what);
        sheet.formula(row, 1, Look.CHECK, "IF(" + condition + ",\"PASS\",\"FAIL\")");
        return row.getRowNum() + 1;
    }
}
