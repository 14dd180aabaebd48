package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.SensorSurvey;

/** What may spoil a measurement and can be seen before it starts. */
final class Preflight {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private Preflight() {}

    static List<Finding> of(BenchPlan plan, RunInstruments instruments) {
        MachineFingerprint machine = instruments.environment().machine();
        List<Finding> findings = new ArrayList<>();
        if (!plan.settings().reportable()) {
            findings.add(new Finding(
                    "not-for-reporting",
                    Severity.NOTE,
                    "the preset '" + plan.settings().name() + "' is too short to report its figures",
                    "measure again with --preset standard"));
        }
        if (machine.powerSource().equals("battery")) {
            findings.add(new Finding(
                    "on-battery", Severity.WARNING, "the machine runs on battery", "connect it to the mains"));
        }
        if (!machine.virtualMachine().isEmpty()) {
            findings.add(new Finding(
                    "virtual-machine",
                    Severity.NOTE,
                    "a virtual machine (" + machine.virtualMachine() + "): neighbours on the host are not seen",
                    ""));
        }
        findings.addAll(instruments.machineWatch().beforeRun());
        sensors(plan, instruments.survey(), findings);
        return List.copyOf(findings);
    }

    private static void sensors(BenchPlan plan, SensorSurvey survey, List<Finding> findings) {
        plan.configurations().stream()
                .map(configuration -> configuration.device())
                .distinct()
                .filter(device -> survey.sensors().stream()
                        .map(PowerSensor::info)
                        .filter(SensorInfo::counted)
                        .noneMatch(info -> info.device().equals(device)))
                .forEach(device -> findings.add(new Finding(
                        "no-sensor",
                        Severity.WARNING,
                        "no power sensor of device " + device + " can be read: there will be no energy figures",
                        "joulemark devices says what unlocks one")));
        findings.addAll(tooSlow(plan, survey));
    }

    /** Sensors whose energies of the plan's windows would all be refused, and the window that would do. */
    static List<Finding> tooSlow(BenchPlan plan, SensorSurvey survey) {
        long window = plan.settings().windowNanos();
        return survey.sensors().stream()
                .map(PowerSensor::info)
                .filter(info -> info.counted() && info.leastWindowNanos() > window)
                .filter(info -> plan.configurations().stream()
                        .anyMatch(configuration -> configuration.device().equals(info.device())))
                .map(info -> new Finding(
                        "sensor-too-slow",
                        Severity.WARNING,
                        "windows of %d s are shorter than %d periods (%d ms each) of %s: it will give no energy figures"
                                .formatted(
                                        TimeUnit.NANOSECONDS.toSeconds(window),
                                        SensorInfo.LEAST_PERIODS,
                                        TimeUnit.NANOSECONDS.toMillis(info.periodNanos()),
                                        info.name()),
                        "measure with --window " + Math.ceilDiv(info.leastWindowNanos(), SECOND_NANOS)))
                .toList();
    }
}
