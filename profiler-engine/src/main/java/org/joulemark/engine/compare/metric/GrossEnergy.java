package org.joulemark.engine.compare.metric;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.compare.metric.DeviceEnergy.TrialEnergy;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
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

    /** How energies of the headline device are compared. */
    static Basis basis(Function<Contender, TrialValues> values) {
        return basis(values, contender -> contender.version().configuration().device());
    }

    /** How energies of a device are compared. */
    static Basis basis(Function<Contender, TrialValues> values, Function<Contender, DeviceId> device) {
        return new Basis.Trials(
                values,
                contender -> conditions(contender, device.apply(contender)),
                contender -> restates(contender, device.apply(contender)),
                (baseline, other) ->
                        Math.hypot(open(baseline, device.apply(baseline)), open(other, device.apply(other))));
    }

    /** What readings and edges of the windows leave open of the logarithm of a ratio of two; the gain cancels. */
    static double open(Contender baseline, Contender other) {
        return Math.hypot(
                open(baseline, baseline.version().configuration().device()),
                open(other, other.version().configuration().device()));
    }

    private static double open(Contender contender, DeviceId device) {
        List<TrialEnergy> trials = DeviceEnergy.of(contender, device).trials();
        if (trials.isEmpty()) {
            return 0;
        }
        EnergyBudget budget = new EnergyBudget(trials, TrialEnergy::inferences);
        return budget.edges() / budget.ratio(TrialEnergy::total);
    }

    /** What must be equal for two energies to be compared: the counted sensors and how they come to their values. */
    static Map<String, String> conditions(Contender contender, DeviceId device) {
        String sensors = DeviceEnergy.counted(contender, device).stream()
                .map(sensor -> sensor.id() + " (" + sensor.provenance() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        return Map.of("power sensors", sensors.isEmpty() ? "none" : sensors);
    }

    /** Why a difference of this energy says nothing of its own; empty if it does. */
    static String restates(Contender contender, DeviceId device) {
        return perInference(contender, device) instanceof Quantity energy
                        && energy.worst().compareTo(Provenance.ESTIMATED) >= 0
                ? "energy is estimated from load and time, so that a difference restates latency"
                : "";
    }

    private static Figure figure(DeviceEnergy energy, ToDoubleFunction<TrialEnergy> divisor, Unit unit) {
        if (energy.trials().isEmpty()) {
            return new Absent(unit, energy.whyNone());
        }
        return new EnergyBudget(energy.trials(), divisor).figure(unit, TrialEnergy::total, 0, energy.lowerBound());
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
