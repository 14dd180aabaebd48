package org.joulemark.engine.compare.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.joulemark.engine.compare.WindowBudget;
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
 * @param standardUncertainty standard uncertainty in watts: that of the sensors at idle, of the edges of the baselines and
 *     of the drift between them
 * @param baselines baselines it rests on; one says nothing of a drift
 */
record IdlePower(double watts, double standardUncertainty, int baselines) {
    /** Mean power of one sensor in one baseline and its standard uncertainty from the edges, both in watts. */
    private record Level(double watts, double edges) {}

    /** Idle power of these sensors together; null if no baseline covers them all. */
    static @Nullable IdlePower of(Run run, Set<SensorInfo> sensors) {
        List<Map<SensorInfo, Level>> windows = new ArrayList<>();
        addIfComplete(windows, run.baselines().before(), sensors);
        addIfComplete(windows, run.baselines().after(), sensors);
        if (windows.isEmpty()) {
            return null;
        }
        Map<SensorInfo, Double> errors = new LinkedHashMap<>();
        double total = 0;
        double edges = 0;
        for (SensorInfo sensor : sensors) {
            double watts = mean(windows, sensor, Level::watts);
            total += watts;
            errors.put(sensor, expanded(sensor.uncertainty(), watts) / 2);
            edges = Math.hypot(edges, mean(windows, sensor, Level::edges));
        }
        double sensorsAtIdle = Math.hypot(EnergyBudget.correlatedByType(errors), edges);
        return new IdlePower(total, Math.hypot(sensorsAtIdle, drift(windows)), windows.size());
    }

    private static double mean(List<Map<SensorInfo, Level>> windows, SensorInfo sensor, ToDoubleFunction<Level> part) {
        return windows.stream()
                .map(window -> window.get(sensor))
                .filter(Objects::nonNull)
                .mapToDouble(part)
                .average()
                .orElseThrow();
    }

    private static double expanded(SensorUncertainty uncertainty, double watts) {
        return Math.max(uncertainty.netRelative() * watts, uncertainty.netAbsoluteWatts());
    }

    /** Somewhere between both baselines lies the true one: half width over √3. */
    private static double drift(List<Map<SensorInfo, Level>> windows) {
        double[] totals = windows.stream()
                .mapToDouble(window ->
                        window.values().stream().mapToDouble(Level::watts).sum())
                .toArray();
        return Math.abs(totals[totals.length - 1] - totals[0]) / 2 / Math.sqrt(3);
    }

    private static void addIfComplete(
            List<Map<SensorInfo, Level>> windows, @Nullable IdleWindow window, Set<SensorInfo> sensors) {
        if (window == null || window.endNanos() <= window.startNanos()) {
            return;
        }
        long nanos = window.endNanos() - window.startNanos();
        double seconds = nanos / 1e9;
        Map<SensorInfo, Level> levels = new LinkedHashMap<>();
        for (SensorInfo sensor : sensors) {
            for (SensorEnergy energy : window.energies()) {
                if (energy.sensor().equals(sensor.id()) && energy.energy() instanceof Quantity joules) {
                    double edges = WindowBudget.edges(sensor, joules, nanos) / seconds;
                    levels.put(sensor, new Level(joules.value() / seconds, edges));
                }
            }
        }
        if (levels.size() == sensors.size()) {
            windows.add(levels);
        }
    }
}
