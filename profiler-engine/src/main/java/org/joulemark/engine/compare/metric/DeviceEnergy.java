package org.joulemark.engine.compare.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Trial;

/**
 * What the counted sensors of one device saw in the trials of one version: either all that is needed for a figure, or the
 * reason why there is none.
 *
 * @param trials trials with an energy; empty if there is no figure
 * @param lowerBound whether a counted sensor is missing in every trial, so that sums read "at least"
 * @param whyNone why there is no figure; empty if there is one
 */
public record DeviceEnergy(List<TrialEnergy> trials, boolean lowerBound, String whyNone) {
    /**
     * Energy of one trial.
     *
     * @param trial the trial
     * @param joules energy in joules by sensor, in the order of the run's sensors
     */
    public record TrialEnergy(Trial trial, Map<SensorInfo, Quantity> joules) {
        double total() {
            return joules.values().stream().mapToDouble(Quantity::value).sum();
        }

        double inferences() {
            return trial.inferences();
        }

        double seconds() {
            return trial.durationNanos() / 1e9;
        }

        boolean partial() {
            return joules.values().stream().anyMatch(Quantity::lowerBound);
        }
    }

    /** The energy of a device in the trials of a version. */
    public static DeviceEnergy of(Contender contender, DeviceId device) {
        List<SensorInfo> sensors = counted(contender, device);
        List<Trial> trials = contender.version().trials();
        if (trials.isEmpty()) {
            return none(WhyNothing.noTrial(contender));
        }
        if (sensors.isEmpty()) {
            return none("no power sensor counts for " + device);
        }
        for (SensorInfo sensor : sensors) {
            for (Trial trial : trials) {
                if (trial.durationNanos() < sensor.leastWindowNanos()) {
                    return none(tooShort(trial, sensor));
                }
            }
        }
        return collect(sensors, trials);
    }

    /** Sensors that add to the total of a device. */
    public static List<SensorInfo> counted(Contender contender, DeviceId device) {
        return contender.run().setting().sensors().stream()
                .filter(sensor -> sensor.counted() && sensor.device().equals(device))
                .toList();
    }

    private static DeviceEnergy none(String why) {
        return new DeviceEnergy(List.of(), false, why);
    }

    private static String tooShort(Trial trial, SensorInfo sensor) {
        return String.format(
                Locale.ROOT,
                "window of %.3g s is shorter than %d periods of %.3g ms of sensor %s",
                trial.durationNanos() / 1e9,
                SensorInfo.LEAST_PERIODS,
                sensor.periodNanos() / 1e6,
                sensor.name());
    }

    /**
     * Trials in which every sensor spoke, if there is one; a trial with a gap then has no energy, but is no reason to lose
     * the others. If a sensor never spoke, the sum of the rest is a lower bound.
     */
    private static DeviceEnergy collect(List<SensorInfo> sensors, List<Trial> trials) {
        List<Map<SensorInfo, Quantity>> present = new ArrayList<>();
        Set<SensorInfo> always = new LinkedHashSet<>(sensors);
        for (Trial trial : trials) {
            Map<SensorInfo, Quantity> joules = present(sensors, trial);
            present.add(joules);
            always.retainAll(joules.keySet());
        }
        List<TrialEnergy> complete = new ArrayList<>();
        List<TrialEnergy> partial = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Map<SensorInfo, Quantity> joules = present.get(i);
            if (joules.size() == sensors.size()) {
                complete.add(new TrialEnergy(trials.get(i), joules));
            }
            Map<SensorInfo, Quantity> common = new LinkedHashMap<>(joules);
            common.keySet().retainAll(always);
            partial.add(new TrialEnergy(trials.get(i), common));
        }
        if (!complete.isEmpty()) {
            return new DeviceEnergy(complete, complete.stream().anyMatch(TrialEnergy::partial), "");
        }
        return always.isEmpty() ? none(missing(sensors, trials)) : new DeviceEnergy(partial, true, "");
    }

    private static Map<SensorInfo, Quantity> present(List<SensorInfo> sensors, Trial trial) {
        Map<SensorId, Quantity> byId = new HashMap<>();
        for (SensorEnergy energy : trial.energies()) {
            if (energy.energy() instanceof Quantity quantity) {
                byId.put(energy.sensor(), quantity);
            }
        }
        Map<SensorInfo, Quantity> joules = new LinkedHashMap<>();
        for (SensorInfo sensor : sensors) {
            Quantity quantity = byId.get(sensor.id());
            if (quantity != null) {
                joules.put(sensor, quantity);
            }
        }
        return joules;
    }

    private static String missing(List<SensorInfo> sensors, List<Trial> trials) {
        Map<SensorId, String> names = sensors.stream().collect(Collectors.toMap(SensorInfo::id, SensorInfo::name));
        for (Trial trial : trials) {
            for (SensorEnergy energy : trial.energies()) {
                String name = names.get(energy.sensor());
                if (name != null && energy.energy() instanceof Absent absent) {
                    return name + ": " + absent.why();
                }
            }
        }
        return sensors.getFirst().name() + ": no reading";
    }
}
