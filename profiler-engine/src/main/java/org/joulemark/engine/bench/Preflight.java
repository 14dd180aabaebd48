package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.SensorSurvey;

/** What may spoil a measurement and can be seen before it starts. */
final class Preflight {
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
    }
}
