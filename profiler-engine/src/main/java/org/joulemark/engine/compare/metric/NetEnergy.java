package org.joulemark.engine.compare.metric;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.compare.metric.DeviceEnergy.TrialEnergy;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;

/** Energy of a device per inference above its idle power; may be negative within its larger uncertainty. */
final class NetEnergy {
    private static final String NO_BASELINE = "no idle baseline covers the power sensors";
    private static final String ONE_BASELINE = "drift of idle power unknown: one baseline";

    private NetEnergy() {}

    /** Joules per inference above idle. */
    static Figure perInference(Contender contender, DeviceId device) {
        DeviceEnergy energy = DeviceEnergy.of(contender, device);
        Unit unit = Unit.JOULES_PER_INFERENCE;
        if (energy.trials().isEmpty()) {
            return new Absent(unit, energy.whyNone());
        }
        IdlePower idle = idle(contender, energy);
        if (idle == null) {
            return new Absent(unit, NO_BASELINE);
        }
        EnergyBudget budget = new EnergyBudget(energy.trials(), TrialEnergy::inferences);
        double others = idle.standardUncertainty() * budget.ratio(TrialEnergy::seconds);
        Quantity net = budget.figure(unit, trial -> net(trial, idle), others, energy.lowerBound());
        return idle.baselines() > 1
                ? net
                : net.notCovering(NotCovered.joined(Stream.of(net.notCovered(), ONE_BASELINE)));
    }

    /** Joules per inference above idle of each trial. */
    static TrialValues trials(Contender contender, DeviceId device) {
        DeviceEnergy energy = DeviceEnergy.of(contender, device);
        if (energy.trials().isEmpty()) {
            return TrialValues.none(energy.whyNone());
        }
        IdlePower idle = idle(contender, energy);
        if (idle == null) {
            return TrialValues.none(NO_BASELINE);
        }
        return new TrialValues(
                energy.trials().stream()
                        .map(trial ->
                                new TrialValues.Value(trial.trial().block(), net(trial, idle) / trial.inferences()))
                        .toList(),
                "");
    }

    /** How net energies are compared: the idle power they subtract is the same in all trials, and does not cancel. */
    static Basis basis(Function<Contender, TrialValues> values) {
        return new Basis.Trials(
                values,
                contender -> GrossEnergy.conditions(contender, device(contender)),
                contender -> GrossEnergy.restates(contender, device(contender)),
                NetEnergy::common);
    }

    /** Standard uncertainty of the logarithm of the ratio of two; of one run, both subtract the same idle power. */
    private static double common(Contender baseline, Contender other) {
        Shares a = Shares.of(baseline);
        Shares b = Shares.of(other);
        boolean sameRun = baseline.run().id().equals(other.run().id());
        double idle = sameRun ? a.idle() - b.idle() : Math.hypot(a.idle(), b.idle());
        return Math.hypot(idle, Math.hypot(a.edges(), b.edges()));
    }

    /**
     * Relative standard uncertainties of a net energy that its trials share.
     *
     * @param idle from the idle power
     * @param edges from what readings and edges of the windows leave open
     */
    private record Shares(double idle, double edges) {
        static Shares of(Contender contender) {
            DeviceEnergy energy = DeviceEnergy.of(contender, device(contender));
            IdlePower idle = energy.trials().isEmpty() ? null : NetEnergy.idle(contender, energy);
            if (idle == null) {
                return new Shares(0, 0);
            }
            EnergyBudget budget = new EnergyBudget(energy.trials(), TrialEnergy::inferences);
            double net = budget.ratio(trial -> net(trial, idle));
            return new Shares(
                    idle.standardUncertainty() * budget.ratio(TrialEnergy::seconds) / net, budget.edges() / net);
        }
    }

    private static DeviceId device(Contender contender) {
        return contender.version().configuration().device();
    }

    private static @Nullable IdlePower idle(Contender contender, DeviceEnergy energy) {
        Set<SensorInfo> sensors = energy.trials().getFirst().joules().keySet();
        return IdlePower.of(contender.run(), sensors);
    }

    private static double net(TrialEnergy trial, IdlePower idle) {
        return trial.total() - idle.watts() * trial.seconds();
    }
}
