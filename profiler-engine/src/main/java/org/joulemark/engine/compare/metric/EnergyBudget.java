package org.joulemark.engine.compare.metric;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.joulemark.engine.compare.metric.DeviceEnergy.TrialEnergy;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.stats.Samples;

/**
 * Standard uncertainty of a mean of E/D over trials, where D is the number of inferences or the seconds of the trial:
 * u² = repeatability² + gain² + edges². Gains of sensors of one type are one error and add up; those of different types
 * are independent (root of the sum of squares).
 */
final class EnergyBudget {
    private static final double SQRT3 = Math.sqrt(3);

    private final List<TrialEnergy> trials;
    private final ToDoubleFunction<TrialEnergy> divisor;

    EnergyBudget(List<TrialEnergy> trials, ToDoubleFunction<TrialEnergy> divisor) {
        this.trials = trials;
        this.divisor = divisor;
    }

    /** E/D of each trial. */
    double[] perTrial() {
        return trials.stream()
                .mapToDouble(trial -> trial.total() / divisor.applyAsDouble(trial))
                .toArray();
    }

    /** Mean over trials of the part of one sensor in E/D. */
    Map<SensorInfo, Double> bySensor() {
        return mean((trial, sensor) -> joules(trial, sensor).value());
    }

    /** s/√n of the trials; 0 for one trial, which says nothing of the spread. */
    double repeatability() {
        return Samples.standardError(perTrial());
    }

    /** Half the expanded relative uncertainty of each sensor (k = 2) times its part. */
    double gain() {
        Map<SensorInfo, Double> parts = new LinkedHashMap<>();
        bySensor()
                .forEach(
                        (sensor, part) -> parts.put(sensor, sensor.uncertainty().grossRelative() / 2 * Math.abs(part)));
        return correlatedByType(parts);
    }

    /** Period τ at the edges of a window T: τ/(√3·T) of the energy, or what the window itself states if that is more. */
    double edges() {
        Map<SensorInfo, Double> edges = mean((trial, sensor) -> {
            Quantity joules = joules(trial, sensor);
            double quantisation = sensor.periodNanos() / (SQRT3 * trial.trial().durationNanos());
            return Math.max(quantisation * Math.abs(joules.value()), joules.standardUncertainty());
        });
        return Math.sqrt(
                edges.values().stream().mapToDouble(edge -> edge * edge).sum());
    }

    /** Share of each provenance in the energy. */
    Map<Provenance, Double> shares() {
        return shares(bySensor());
    }

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

    private Map<SensorInfo, Double> mean(ToDoubleBiFunction<TrialEnergy, SensorInfo> joules) {
        Map<SensorInfo, Double> means = new LinkedHashMap<>();
        for (SensorInfo sensor : trials.getFirst().joules().keySet()) {
            means.put(
                    sensor,
                    Samples.mean(trials.stream()
                            .mapToDouble(trial -> joules.applyAsDouble(trial, sensor) / divisor.applyAsDouble(trial))
                            .toArray()));
        }
        return means;
    }

    private static Quantity joules(TrialEnergy trial, SensorInfo sensor) {
        Quantity joules = trial.joules().get(sensor);
        if (joules == null) {
            throw new IllegalStateException("trials of one figure with different sensors");
        }
        return joules;
    }
}
