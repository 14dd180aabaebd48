package org.joulemark.reports.excel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.metric.DeviceEnergy;
import org.joulemark.engine.compare.metric.DeviceEnergy.TrialEnergy;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Trial;
import org.joulemark.reports.excel.Styles.Look;
import org.jspecify.annotations.Nullable;

/**
 * One row a trial and sensor: the raw activity everything else in the workbook is a formula over. What the engine leaves
 * out of a version's figure, such as a trial in which a sensor had a gap, stands here with its reason and adds to nothing.
 */
final class ActivitySheet {
    static final String NAME = "Activity";

    private final SheetWriter sheet;
    private final FactorsSheet factors;
    private double joules;
    private int rows;

    ActivitySheet(SheetWriter sheet, FactorsSheet factors) {
        this.sheet = sheet;
        this.factors = factors;
        sheet.note(
                "Raw activity from the history: ▸ input cells are measured or estimated values, = cells are formulas.");
        sheet.note("Facility energy = device energy x PUE; CO2e = facility energy x factor; both by their row of"
                + " Factors.");
        sheet.note("Memo item: this electricity is part of the undertaking's metered electricity; do not add it.");
        sheet.blank();
        sheet.header(
                2,
                "No. ▸|6",
                "Version|26",
                "Run|24",
                "Block ▸|7",
                "Start (UTC) ▸|19",
                "Duration (s) ▸|10",
                "Inferences ▸|12",
                "Sensor|18",
                "Origin|13",
                "Device energy (J) ▸|13",
                "Device energy (kWh) =|13",
                "PUE row ▸|8",
                "Facility energy (kWh) =|13",
                "Factor row ▸|8",
                "CO2e (g) =|12",
                "Note|26");
    }

    /** Writes the trials of all versions; a version is known by its place in the list, from 1. */
    void write(List<Contender> contenders) {
        for (int i = 0; i < contenders.size(); i++) {
            version(i + 1, contenders.get(i));
        }
        sheet.nameColumn("Act_No", 0);
        sheet.nameColumnBelow("Act_All_No", 0);
        sheet.nameColumnBelow("Act_All_Joules", 9);
        sheet.nameColumn("Act_Inferences", 6);
        sheet.nameColumn("Act_Joules", 9);
        sheet.nameColumn("Act_kWh", 10);
        sheet.nameColumn("Act_Facility_kWh", 12);
        sheet.nameColumn("Act_CO2e_g", 14);
    }

    /** A reading of one sensor in one trial of a version. */
    private record Entry(int number, Contender contender, Trial trial, SensorEnergy energy) {}

    private void version(int number, Contender contender) {
        var device = contender.version().configuration().device();
        DeviceEnergy counted = DeviceEnergy.of(contender, device);
        for (Trial trial : contender.version().trials()) {
            Set<SensorId> adds = sensorsThatAdd(counted, trial);
            boolean first = true;
            for (SensorInfo sensor : DeviceEnergy.counted(contender, device)) {
                for (SensorEnergy energy : trial.energies()) {
                    if (energy.sensor().equals(sensor.id())) {
                        Entry entry = new Entry(number, contender, trial, energy);
                        boolean add = adds.contains(sensor.id());
                        // Inferences stand once a trial, so that several sensors do not multiply them.
                        row(entry, add, add && first);
                        first = first && !add;
                    }
                }
            }
        }
    }

    private static Set<SensorId> sensorsThatAdd(DeviceEnergy counted, Trial trial) {
        Set<SensorId> adds = new HashSet<>();
        for (TrialEnergy one : counted.trials()) {
            if (one.trial().equals(trial)) {
                one.joules().keySet().forEach(sensor -> adds.add(sensor.id()));
            }
        }
        return adds;
    }

    private void row(Entry entry, boolean adds, boolean carriesTheTrial) {
        Run run = entry.contender().run();
        Trial trial = entry.trial();
        XSSFRow row = sheet.row();
        rows++;
        sheet.number(row, 0, Look.COUNT, entry.number());
        sheet.text(row, 1, Look.NOTE, VersionKeys.of(entry.contender()));
        sheet.text(row, 2, Look.TEXT, run.id().value());
        sheet.number(row, 3, Look.INPUT_COUNT, trial.block() + 1);
        sheet.time(
                row,
                4,
                run.setting()
                        .startedAt()
                        .plusNanos(trial.startNanos() - run.setting().startedNanos()));
        sheet.text(row, 7, Look.NOTE, entry.energy().sensor().value());
        if (carriesTheTrial) {
            sheet.number(row, 5, Look.INPUT_SECONDS, trial.durationNanos() / 1e9);
            sheet.number(row, 6, Look.INPUT_COUNT, (double) trial.inferences());
        }
        switch (entry.energy().energy()) {
            case Quantity quantity -> {
                sheet.text(row, 8, Look.TEXT, quantity.worst().name());
                sheet.number(row, 9, Look.INPUT_AMOUNT, quantity.value());
                joules += quantity.value();
            }
            case Absent absent -> {
                sheet.text(row, 8, Look.TEXT, "MISSING");
                sheet.text(row, 15, Look.NOTE, absent.why());
            }
        }
        if (adds) {
            String number = String.valueOf(row.getRowNum() + 1);
            sheet.formula(row, 10, Look.CALC_SHOWN, "J" + number + "/J_per_kWh");
            carbon(row, number, run.setting().site());
        } else if (entry.energy().energy() instanceof Quantity) {
            sheet.text(row, 15, Look.NOTE, "adds to no figure: " + whyNot(entry));
        }
    }

    private static String whyNot(Entry entry) {
        DeviceEnergy counted = DeviceEnergy.of(
                entry.contender(), entry.contender().version().configuration().device());
        return counted.trials().isEmpty() ? counted.whyNone() : "another sensor has no value in this trial";
    }

    private void carbon(XSSFRow row, String number, @Nullable Site site) {
        if (site == null) {
            sheet.text(row, 12, Look.TEXT, "not known");
            sheet.text(row, 14, Look.TEXT, "not computed");
            sheet.text(row, 15, Look.NOTE, "no site given");
            return;
        }
        sheet.number(row, 11, Look.INPUT_COUNT, factors.pueRow(site));
        sheet.formula(row, 12, Look.CALC_SHOWN, "K" + number + "*" + factorCell("L" + number));
        EmissionFactor factor = site.factor();
        if (factor == null) {
            sheet.text(row, 14, Look.TEXT, "not computed");
            sheet.text(row, 15, Look.NOTE, site.noFactorBecause());
            return;
        }
        sheet.number(row, 13, Look.INPUT_COUNT, factors.factorRow(factor));
        sheet.formula(row, 14, Look.CALC_SHOWN, "M" + number + "*" + factorCell("N" + number));
    }

    /** Numbers are looked up, never texts: these would match by wildcard and without regard to case. */
    private static String factorCell(String numberCell) {
        return "INDEX(Fac_Value,MATCH(" + numberCell + ",Fac_Row,FALSE))";
    }

    /** Sum of the energies as they were written, in joules: the control total. */
    double controlJoules() {
        return joules;
    }

    int rowCount() {
        return rows;
    }
}
