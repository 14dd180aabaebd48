package org.joulemark.engine.compare.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorUncertainty;
import org.jspecify.annotations.Nullable;

/**
 * Power of idle sensors: the mean of the baselines before and after.
 *
 * @param watts idle power in watts
 * @param standardUncertainty standard uncertainty in watts: that of the sensors at idle, and the drift between baselines
 */
record IdlePower(double watts, double standardUncertainty) {
    /** Idle power of these sensors together; null if no baseline covers them all. */
    static @Nullable IdlePower of(Run run, Set<SensorInfo> sensors) {
        List<Map<SensorInfo, Double>> windows = new ArrayList<>();
        addIfComplete(windows, run.idleBefore(), sensors);
        addIfComplete(windows, run.idleAfter(), sensors);
        if (windows.isEmpty()) {
            return null;
        }
        Map<SensorInfo, Double> errors = new LinkedHashMap<>();
        double total = 0;
        for (SensorInfo sensor : sensors) {
            double watts = windows.stream()
                    .mapToDouble(window -> window.getOrDefault(sensor, Double.NaN))
                    .average()
                    .orElseThrow();
            total += watts;
            errors.put(sensor, expanded(sensor.uncertainty(), watts) / 2);
        }
        return new IdlePower(total, Math.hypot(EnergyBudget.correlatedByType(errors), drift(windows)));
    }

    private static double expanded(SensorUncertainty uncertainty, double watts) {
        return Math.max(uncertainty.netRelative() * watts, uncertainty.netAbsoluteWatts());
    }

    /** Somewhere between both baselines lies the true one: half width over √3. */
    private static double drift(List<Map<SensorInfo, Double>> windows) {
        double[] totals = windows.stream()
                .mapToDouble(window -> window.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .toArray();
        return Math.abs(totals[totals.length - 1] - totals[0]) / 2 / Math.sqrt(3);
    }

    private static void addIfComplete(
            List<Map<SensorInfo, Double>> windows, @Nullable IdleWindow window, Set<SensorInfo> sensors) {
        if (window == null || window.endNanos() <= window.startNanos()) {
            return;
        }
        double seconds = (window.endNanos() - window.startNanos()) / 1e9;
        Map<SensorInfo, Double> watts = new LinkedHashMap<>();
        for (SensorInfo sensor : sensors) {
            for (SensorEnergy energy : window.energies()) {
                if (energy.sensor().equals(sensor.id()) && energy.energy() instanceof Quantity joules) {
                    watts.put(sensor, joules.value() / seconds);
                }
            }
        }
        if (watts.size() == sensors.size()) {
            windows.add(watts);
        }
    }
}
