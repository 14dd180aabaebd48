package org.joulemark.reports.excel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.excel.Styles.Look;

/** Boundary, protocol, formulas in words, assumptions and limits; and the checks that tie the workbook together. */
final class MethodSheet {
    static final String NAME = "Method";

    private static final String VERSION_COUNT = "Control_Versions";

    private final SheetWriter sheet;
    private final ReportInput input;

    MethodSheet(SheetWriter sheet, ReportInput input) {
        this.sheet = sheet;
        this.input = input;
    }

    void write(ActivitySheet activity, int versions) {
        sheet.blank();
        sheet.header("Topic|52", "What holds|130");
        words().forEach(this::line);
        input.comparison()
                .rows()
                .forEach(row ->
                        line("Formula: " + row.metric().title(), row.metric().formula()));
        sheet.blank();
        checks(activity, versions);
    }

    private void line(String topic, String words) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.TEXT, topic);
        sheet.text(row, 1, Look.NOTE, words);
    }

    private Map<String, String> words() {
        Run run = input.comparison().baseline().run();
        ProtocolSettings protocol = run.plan().settings();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("What this is", "A measurement statement of AI model versions on one machine. Not a certification.");
        words.put(
                "Boundary",
                "Electricity of the named device as its sensors see it. Not included: power supply losses, fans,"
                        + " disks, display, other devices; embodied emissions are not assessed.");
        words.put(
                "Gross and net", "Totals use gross energy. Net of idle stands beside it with its larger uncertainty.");
        words.put("Machine", run.machine().cpuName() + ", " + run.machine().operatingSystem());
        words.put(
                "Software",
                "Joulemark " + run.software().joulemark() + ", ONNX Runtime "
                        + run.software().onnxRuntime() + ", Java "
                        + run.software().java());
        words.put(
                "Protocol",
                "preset %s: windows of %.0f s, %d trials a version, interleaved in shuffled blocks (seed %d), idle %.0f s before and after"
                        .formatted(
                                protocol.name(),
                                protocol.windowNanos() / 1e9,
                                protocol.trials(),
                                run.plan().seed(),
                                protocol.idleNanos() / 1e9));
        measured(run, words);
        words.put(
                "CO2e",
                "energy x PUE x location-based factor; no site, no CO2e; no instruments are applied (market-based not"
                        + " assessed).");
        words.put("Grade", run.grade() + ": " + String.join("; ", run.gradeReasons()));
        words.put(
                "Recompute",
                "joulemark history verify recomputes every figure from the raw samples in the history; head "
                        + input.anchor().hash());
        return words;
    }

    private static void measured(Run run, Map<String, String> words) {
        DatasetFacts data = run.dataset();
        words.put(
                "Evaluation set",
                data == null ? "none" : data.name() + ", " + data.rows() + " rows, SHA-256 " + data.sha256());
        run.sensors().stream()
                .filter(SensorInfo::counted)
                .forEach(sensor -> words.put(
                        "Sensor " + sensor.id(),
                        "%s, %s, ±%.0f %% (k = 2) until calibrated. %s"
                                .formatted(
                                        sensor.name(),
                                        sensor.provenance(),
                                        sensor.uncertainty().grossRelative() * 100,
                                        sensor.note())));
    }

    private void checks(ActivitySheet activity, int versions) {
        XSSFRow total = sheet.row();
        sheet.text(total, 0, Look.TEXT, "Control total, energy (J) ▸");
        sheet.number(total, 1, Look.INPUT_DECIMAL, activity.controlJoules());
        sheet.name("Control_Joules", "$B$" + (total.getRowNum() + 1));
        XSSFRow count = sheet.row();
        sheet.text(count, 0, Look.TEXT, "Control total, rows ▸");
        sheet.number(count, 1, Look.INPUT_COUNT, activity.rowCount());
        sheet.name("Control_Rows", "$B$" + (count.getRowNum() + 1));
        XSSFRow number = sheet.row();
        sheet.text(number, 0, Look.TEXT, "Control total, versions ▸");
        sheet.number(number, 1, Look.INPUT_COUNT, versions);
        sheet.name(VERSION_COUNT, "$B$" + (number.getRowNum() + 1));
        XSSFRow tolerance = sheet.row();
        sheet.text(tolerance, 0, Look.TEXT, "Tolerance, relative ▸");
        sheet.number(tolerance, 1, Look.CALC_SMALL, 1e-9);
        sheet.name("Check_Tolerance", "$B$" + (tolerance.getRowNum() + 1));
        check(
                "Check: activity adds up to the control total",
                "ABS(SUM(Act_Joules)-Control_Joules)<=Check_Tolerance*Control_Joules");
        check("Check: no activity row is missing", "ROWS(Act_Joules)=Control_Rows");
        check(
                "Check: the versions add up to the activity",
                "ABS(SUM(Sum_kWh)-SUM(Act_kWh))<=Check_Tolerance*SUM(Act_kWh)");
        check("Check: one summary row a version", "ROWS(Sum_kWh)=" + VERSION_COUNT);
    }

    private void check(String what, String condition) {
        XSSFRow row = sheet.row();
        sheet.text(row, 0, Look.TEXT, what);
        sheet.formula(row, 1, Look.CHECK, "IF(" + condition + ",\"PASS\",\"FAIL\")");
    }
}
