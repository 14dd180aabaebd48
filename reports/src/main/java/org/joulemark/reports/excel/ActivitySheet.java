package org.joulemark.reports.excel;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Trial;
import org.joulemark.reports.excel.Styles.Look;

/** One row a trial and counted sensor: the raw activity everything else in the workbook is a formula over. */
final class ActivitySheet {
    static final String NAME = "Activity";

    private final SheetWriter sheet;
    private double joules;
    private int rows;

    ActivitySheet(SheetWriter sheet) {
        this.sheet = sheet;
        sheet.note(
                "Raw activity from the history: ▸ input cells are measured or estimated values, = cells are formulas.");
        sheet.note("Memo item: this electricity is part of the undertaking's metered electricity; do not add it.");
        sheet.blank();
        sheet.header(
                "Version|30",
                "Run|28",
                "Block ▸|8",
                "Start (UTC) ▸|20",
                "Duration (s) ▸|12",
                "Inferences ▸|12",
                "Sensor|30",
                "Origin|14",
                "Energy (J) ▸|14",
                "Energy (kWh) =|16",
                "Note|40");
    }

    /** Writes the trials of all versions. */
    void write(List<Contender> contenders) {
        for (Contender contender : contenders) {
            for (Trial trial : contender.version().trials()) {
                boolean first = true;
                for (SensorEnergy energy : trial.energies()) {
                    if (counts(contender, energy)) {
                        // Inferences stand once a trial, so that several sensors do not multiply them.
                        row(contender, trial, energy, first);
                        first = false;
                    }
                }
            }
        }
        sheet.nameColumn("Act_Version", 0);
        sheet.nameColumn("Act_Inferences", 5);
        sheet.nameColumn("Act_Joules", 8);
        sheet.nameColumn("Act_kWh", 9);
        sheet.nameColumn("Act_Seconds", 4);
    }

    private static boolean counts(Contender contender, SensorEnergy energy) {
        return contender.run().sensors().stream()
                .filter(SensorInfo::counted)
                .filter(sensor -> sensor.device()
                        .equals(contender.version().configuration().device()))
                .anyMatch(sensor -> sensor.id().equals(energy.sensor()));
    }

    private void row(Contender contender, Trial trial, SensorEnergy energy, boolean first) {
        Run run = contender.run();
        XSSFRow row = sheet.row();
        rows++;
        sheet.text(row, 0, Look.TEXT, VersionKeys.of(contender));
        sheet.text(row, 1, Look.TEXT, run.id().value());
        sheet.number(row, 2, Look.INPUT_COUNT, trial.block() + 1);
        sheet.time(row, 3, run.startedAt().plusNanos(trial.startNanos() - run.startedNanos()));
        sheet.number(row, 4, Look.INPUT_SECONDS, first ? trial.durationNanos() / 1e9 : 0);
        sheet.number(row, 5, Look.INPUT_COUNT, first ? (double) trial.inferences() : 0);
        sheet.text(row, 6, Look.TEXT, energy.sensor().value());
        switch (energy.energy()) {
            case Quantity quantity -> {
                sheet.text(row, 7, Look.TEXT, quantity.worst().name());
                sheet.number(row, 8, Look.INPUT_DECIMAL, quantity.value());
                sheet.formula(row, 9, Look.CALC_SMALL, "I" + (row.getRowNum() + 1) + "/J_per_kWh");
                sheet.text(row, 10, Look.TEXT, "");
                joules += quantity.value();
            }
            case Absent absent -> {
                sheet.text(row, 7, Look.TEXT, "MISSING");
                sheet.text(row, 10, Look.NOTE, absent.why());
            }
        }
    }

    /** Sum of the energies as they were written, in joules: the control total. */
    double controlJoules() {
        return joules;
    }

    int rowCount() {
        return rows;
    }
}
