package org.joulemark.engine.compare.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.compare.WindowBudget;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;

/** Peak power of a device in one trial. */
final class PeakPower {
    private PeakPower() {}

    /** Sum of the peaks of these sensors; empty unless each has one. */
    static Optional<Quantity> of(Trial trial, List<SensorInfo> sensors) {
        Map<SensorInfo, Double> peaks = new LinkedHashMap<>();
        Map<SensorInfo, Double> gains = new LinkedHashMap<>();
        for (SensorInfo sensor : sensors) {
            for (SensorEnergy energy : trial.energies()) {
                if (energy.sensor().equals(sensor.id()) && WindowBudget.peak(sensor, energy) instanceof Quantity peak) {
                    peaks.put(sensor, peak.value());
                    gains.put(sensor, peak.standardUncertainty());
                }
            }
        }
        if (peaks.size() < sensors.size()) {
            return Optional.empty();
        }
        double watts = peaks.values().stream().mapToDouble(Double::doubleValue).sum();
        double uncertainty = EnergyBudget.correlatedByType(gains);
        return Optional.of(
                new Quantity(watts, Unit.WATTS, uncertainty, null, EnergyBudget.shares(peaks), false, null, null));
    }
}
