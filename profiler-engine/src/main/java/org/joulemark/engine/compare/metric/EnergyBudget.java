package org.joulemark.engine.compare.metric;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.joulemark.engine.compare.WindowBudget;
import org.joulemark.engine.compare.metric.DeviceEnergy.TrialEnergy;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.FewValues;
import org.joulemark.engine.stats.RatioOfSums;

/**
 * Energy of a device per inference or per second over all its trials, ΣE/ΣD, with D the inferences or the seconds of a
 * trial, and its uncertainty: u² = repeatability² + gain² + edges². Gains of sensors of one type are one error and add up;
 * those of different types are independent (root of the sum of squares).
 */
final class EnergyBudget {
    private final List<TrialEnergy> trials;
    private final double[] divisors;

    EnergyBudget(List<TrialEnergy> trials, ToDoubleFunction<TrialEnergy> divisor) {
        this.trials = trials;
        this.divisors = trials.stream().mapToDouble(divisor).toArray();
    }

    /** The figure: joules of {@code part} over all trials, where that part of a trial's energy is what counts. */
    Quantity figure(Unit unit, ToDoubleFunction<TrialEnergy> part, double others, boolean lowerBound) {
        RatioOfSums ratio = RatioOfSums.of(trials.stream().mapToDouble(part).toArray(), divisors);
        double sensors = Math.hypot(Math.hypot(gain(), edges()), others);
        // What the sensors alone leave no doubt about is in doubt because of the trials.
        Quantity.Doubt doubt = Math.abs(ratio.value()) > 2 * sensors ? Quantity.Doubt.TRIALS : Quantity.Doubt.SENSOR;
        return new Quantity(
                ratio.value(),
                unit,
                FewValues.standardUncertainty(ratio.standardError(), ratio.windows(), sensors),
                null,
                shares(bySensor()),
                lowerBound,
                ratio.windows() == 1 ? NotCovered.ONE_TRIAL : null,
                doubt);
    }

    /** ΣE/ΣD of a part of the energies. */
    double ratio(ToDoubleFunction<TrialEnergy> part) {
        return RatioOfSums.of(trials.stream().mapToDouble(part).toArray(), divisors)
                .value();
    }

    /** ΣE/ΣD of each sensor. */
    private Map<SensorInfo, Double> bySensor() {
        return overAll((trial, sensor) -> joules(trial, sensor).value());
    }

    private double gain() {
        Map<SensorInfo, Double> parts = new LinkedHashMap<>();
        bySensor().forEach((sensor, part) -> parts.put(sensor, WindowBudget.gain(sensor, part)));
        return correlatedByType(parts);
    }

    /** Edges of one sensor are taken to err the same way in every trial; those of different sensors are independent. */
    double edges() {
        Map<SensorInfo, Double> edges = overAll((trial, sensor) ->
                WindowBudget.edges(sensor, joules(trial, sensor), trial.trial().durationNanos()));
        return Math.sqrt(
                edges.values().stream().mapToDouble(edge -> edge * edge).sum());
    }

    /** Share of each provenance in the energy. */
    static Map<Provenance, Double> shares(Map<SensorInfo, Double> parts) {
        double total = parts.values().stream().mapToDouble(Math::abs).sum();
        Map<Provenance, Double> shares = new EnumMap<>(Provenance.class);
        parts.forEach((sensor, part) -> {
            double share = total == 0 ? 1.0 / parts.size() : Math.abs(part) / total;
            // A part that rounds to nothing must not vanish from the list of sources.
            shares.merge(sensor.provenance(), Math.max(share, Double.MIN_NORMAL), Double::sum);
        });
        return shares;
    }

    /** Sum within a sensor type, root of the sum of squares over types. */
    static double correlatedByType(Map<SensorInfo, Double> parts) {
        Map<String, Double> types = new HashMap<>();
        parts.forEach((sensor, part) -> types.merge(type(sensor), part, Double::sum));
        return Math.sqrt(
                types.values().stream().mapToDouble(part -> part * part).sum());
    }

    private static String type(SensorInfo sensor) {
        String id = sensor.id().value();
        int colon = id.indexOf(':');
        return (colon < 0 ? id : id.substring(0, colon)) + "/" + sensor.scope();
    }

    private Map<SensorInfo, Double> overAll(ToDoubleBiFunction<TrialEnergy, SensorInfo> joules) {
        Map<SensorInfo, Double> ratios = new LinkedHashMap<>();
        for (SensorInfo sensor : trials.getFirst().joules().keySet()) {
            double[] parts = trials.stream()
                    .mapToDouble(trial -> joules.applyAsDouble(trial, sensor))
                    .toArray();
            ratios.put(sensor, RatioOfSums.of(parts, divisors).value());
        }
        return ratios;
    }

    private static Quantity joules(TrialEnergy trial, SensorInfo sensor) {
        Quantity joules = trial.joules().get(sensor);
        if (joules == null) {
            throw new IllegalStateException("trials of one figure with different sensors");
        }
        return joules;
    }
}
