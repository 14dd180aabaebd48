package org.joulemark.engine.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;

/**
 * All sensors of the machine: those that can be read, open and with the verdict what counts, and a status line for each
 * that exists, could exist or is blocked.
 *
 * @param sensors readable sensors, in probe order; the holder closes them
 * @param statuses a line a sensor or source
 */
public record SensorSurvey(List<PowerSensor> sensors, List<SensorStatus> statuses) implements AutoCloseable {
    /** Looks with all probes of {@link SensorProbes#ALL}. */
    public static SensorSurvey of(ProbeContext context) {
        return of(context, SensorProbes.ALL);
    }

    /** Looks with the given probes. */
    public static SensorSurvey of(ProbeContext context, List<SensorProbe> probes) {
        List<PowerSensor> sensors = new ArrayList<>();
        List<SensorStatus> blocked = new ArrayList<>();
        for (SensorProbe probe : probes) {
            switch (probe.look(context)) {
                case Found.Here here -> {
                    sensors.addAll(here.sensors());
                    here.blocked()
                            .forEach(one -> blocked.add(new SensorStatus(
                                    probe.source(), one.name(), true, false, one.why(), one.remedy(), null)));
                }
                case Found.Absent absent ->
                    blocked.add(new SensorStatus(
                            probe.source(), probe.title(), false, false, absent.why(), absent.remedy(), null));
            }
        }
        List<PowerSensor> selected = SensorSelection.withoutDoubleCounting(sensors);
        List<SensorStatus> statuses = new ArrayList<>();
        selected.forEach(sensor -> statuses.add(status(sensor.info())));
        statuses.addAll(blocked);
        return new SensorSurvey(selected, List.copyOf(statuses));
    }

    private static SensorStatus status(SensorInfo info) {
        String because = info.notCountedBecause();
        return new SensorStatus(info.source(), info.name(), true, true, because == null ? "" : because, "", info);
    }

    /** What the sensors are, by id. */
    public Map<SensorId, SensorInfo> infos() {
        return sensors.stream()
                .map(PowerSensor::info)
                .collect(Collectors.toMap(SensorInfo::id, info -> info, (first, second) -> first));
    }

    @Override
    public void close() {
        sensors.forEach(PowerSensor::close);
    }
}
