package org.joulemark.engine.compare.metric;

import java.util.Set;
import java.util.stream.Stream;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.compare.metric.DeviceEnergy.TrialEnergy;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.RatioOfSums;
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
        double seconds = RatioOfSums.of(
                        energy.trials().stream()
                                .mapToDouble(TrialEnergy::seconds)
                                .toArray(),
                        energy.trials().stream()
                                .mapToDouble(TrialEnergy::inferences)
                                .toArray())
                .value();
        Quantity net = new EnergyBudget(energy.trials(), TrialEnergy::inferences)
                .figure(unit, trial -> net(trial, idle), idle.standardUncertainty() * seconds, energy.lowerBound());
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

    private static @Nullable IdlePower idle(Contender contender, DeviceEnergy energy) {
        Set<SensorInfo> sensors = energy.trials().getFirst().joules().keySet();
        return IdlePower.of(contender.run(), sensors);
    }

    private static double net(TrialEnergy trial, IdlePower idle) {
        return trial.total() - idle.watts() * trial.seconds();
    }
}
