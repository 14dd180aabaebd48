package org.joulemark.engine.compare.metric;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.compare.metric.DeviceEnergy.TrialEnergy;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Unit;

/** Gross energy of a device per inference or per second, with its budget. */
final class GrossEnergy {
    private GrossEnergy() {}

    /** Joules per inference. */
    static Figure perInference(Contender contender, DeviceId device) {
        return figure(DeviceEnergy.of(contender, device), TrialEnergy::inferences, Unit.JOULES_PER_INFERENCE);
    }

    /** Joules per inference of each trial. */
    static TrialValues trialsPerInference(Contender contender, DeviceId device) {
        return trials(DeviceEnergy.of(contender, device), TrialEnergy::inferences);
    }

    /** Mean power in watts. */
    static Figure perSecond(Contender contender, DeviceId device) {
        return figure(DeviceEnergy.of(contender, device), TrialEnergy::seconds, Unit.WATTS);
    }

    /** Mean power in watts of each trial. */
    static TrialValues trialsPerSecond(Contender contender, DeviceId device) {
        return trials(DeviceEnergy.of(contender, device), TrialEnergy::seconds);
    }

    /** What must be equal for two energies to be compared: the counted sensors and how they come to their values. */
    static Map<String, String> conditions(Contender contender) {
        Map<String, String> sensors = new TreeMap<>();
        for (SensorInfo sensor : DeviceEnergy.counted(
                contender, contender.version().configuration().device())) {
            sensors.put(sensor.id().value(), sensor.provenance().name());
        }
        return Map.of("power sensors", sensors.toString());
    }

    private static Figure figure(DeviceEnergy energy, ToDoubleFunction<TrialEnergy> divisor, Unit unit) {
        if (energy.trials().isEmpty()) {
            return new Absent(unit, energy.whyNone());
        }
        EnergyBudget budget = new EnergyBudget(energy.trials(), divisor);
        double value = budget.bySensor().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double uncertainty = Math.hypot(Math.hypot(budget.repeatability(), budget.gain()), budget.edges());
        return new Quantity(value, unit, uncertainty, null, budget.shares(), energy.lowerBound());
    }

    private static TrialValues trials(DeviceEnergy energy, ToDoubleFunction<TrialEnergy> divisor) {
        if (energy.trials().isEmpty()) {
            return TrialValues.none(energy.whyNone());
        }
        return new TrialValues(
                energy.trials().stream()
                        .map(trial -> new TrialValues.Value(
                                trial.trial().block(), trial.total() / divisor.applyAsDouble(trial)))
                        .toList(),
                "");
    }
}
