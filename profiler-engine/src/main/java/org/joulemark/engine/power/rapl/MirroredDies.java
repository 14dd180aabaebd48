package org.joulemark.engine.power.rapl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.power.PowerSensor;

/**
 * Some multi-die CPUs show one counter under the name of every die. Two dies with the same value and the same step are
 * one counter; real dies differ in both at microjoule resolution.
 */
final class MirroredDies {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private MirroredDies() {}

    /** The same sensors, mirrors of an earlier die marked as not counted. */
    static List<PowerSensor> marked(List<PowerSensor> sensors) {
        if (sensors.stream().filter(MirroredDies::die).count() < 2) {
            return sensors;
        }
        List<long[]> first = sensors.stream().map(MirroredDies::pair).toList();
        LockSupport.parkNanos(STEP_NANOS);
        List<long[]> second = sensors.stream().map(MirroredDies::pair).toList();
        List<PowerSensor> marked = new ArrayList<>();
        for (int i = 0; i < sensors.size(); i++) {
            int twin = twin(sensors, first, second, i);
            PowerSensor sensor = sensors.get(i);
            marked.add(twin < 0 ? sensor : mirror(sensor, sensors.get(twin)));
        }
        return marked;
    }

    private static PowerSensor mirror(PowerSensor sensor, PowerSensor twin) {
        return new Renamed(
                sensor, sensor.info().notCounted("mirrors " + twin.info().name() + ": equal value and equal step"));
    }

    private static int twin(List<PowerSensor> sensors, List<long[]> first, List<long[]> second, int i) {
        for (int j = 0; j < i && die(sensors.get(i)); j++) {
            if (alike(sensors.get(i), sensors.get(j))
                    && same(first.get(i), first.get(j))
                    && same(second.get(i), second.get(j))) {
                return j;
            }
        }
        return -1;
    }

    /** Two reads differ by the time between them; a mirror lies inside that step. */
    private static boolean same(long[] a, long[] b) {
        return a[0] >= 0 && b[0] >= 0 && Math.abs(a[0] - b[0]) <= 1e-6 * Math.max(a[0], b[0]);
    }

    private static long[] pair(PowerSensor sensor) {
        return new long[] {sensor.read() instanceof Reading.Counter counter ? counter.microjoules() : -1};
    }

    private static boolean alike(PowerSensor a, PowerSensor b) {
        return die(b) && a.info().scope() == b.info().scope();
    }

    /** A die, or the memory of one: what counts by itself. */
    private static boolean die(PowerSensor sensor) {
        SensorScope scope = sensor.info().scope();
        return (scope == SensorScope.CPU_PACKAGE || scope == SensorScope.DRAM)
                && sensor.info().counted()
                && sensor.info().id().value().contains("-die-");
    }
}
