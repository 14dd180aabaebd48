package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joulemark.engine.model.Provenance.COUNTER;
import static org.joulemark.engine.model.Provenance.ESTIMATED;
import static org.joulemark.engine.model.SensorScope.CPU_CORES;
import static org.joulemark.engine.model.SensorScope.CPU_PACKAGE;
import static org.joulemark.engine.model.SensorScope.CPU_UNCORE;
import static org.joulemark.engine.model.SensorScope.DRAM;
import static org.joulemark.engine.model.SensorScope.GPU;
import static org.joulemark.engine.model.SensorScope.GPU_MEMORY;
import static org.joulemark.engine.model.SensorScope.MODULE;
import static org.joulemark.engine.model.SensorScope.PLATFORM;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joulemark.engine.model.SensorScope;
import org.junit.jupiter.api.Test;

class SensorSelectionTest {
    private static final PowerSensor ESTIMATE = FakeSensor.of("estimate", CPU_PACKAGE, ESTIMATED);

    @Test
    void theEstimateCountsWhereNothingElseMeasuresTheCpu() {
        assertThat(counted(List.of(ESTIMATE))).containsExactly("estimate");
        assertThat(counted(List.of(measured(GPU), ESTIMATE))).containsExactly("GPU", "estimate");
        assertThat(counted(List.of(measured(DRAM), ESTIMATE))).containsExactly("DRAM", "estimate");
    }

    @Test
    void theEstimateStandsBackForWhateverContainsTheCpu() {
        assertThat(counted(List.of(measured(CPU_PACKAGE), ESTIMATE))).containsExactly("CPU_PACKAGE");
        assertThat(counted(List.of(measured(PLATFORM), ESTIMATE))).containsExactly("PLATFORM");
        assertThat(counted(List.of(measured(MODULE), ESTIMATE))).containsExactly("MODULE");
    }

    @Test
    void aPlatformIsCountedOnlyWherePackagesAreNotAndThenWithoutItsMemory() {
        assertThat(counted(List.of(measured(PLATFORM), measured(CPU_PACKAGE), measured(DRAM))))
                .containsExactly("CPU_PACKAGE", "DRAM");
        assertThat(counted(List.of(measured(PLATFORM), measured(DRAM)))).containsExactly("PLATFORM");
    }

    @Test
    void aModuleIsCountedOnlyWhereItsPartsAreNot() {
        assertThat(counted(List.of(measured(MODULE), measured(GPU), ESTIMATE))).containsExactly("GPU", "estimate");
        assertThat(counted(List.of(measured(MODULE), measured(CPU_PACKAGE)))).containsExactly("CPU_PACKAGE");
    }

    @Test
    void partsOfWhatIsMeasuredAreNeverCounted() {
        assertThat(counted(List.of(measured(CPU_CORES), measured(CPU_UNCORE), measured(GPU_MEMORY))))
                .isEmpty();
    }

    @Test
    void theSameSensorTwiceIsCountedOnce() {
        assertThat(counted(List.of(measured(GPU), measured(GPU)))).containsExactly("GPU");
    }

    @Test
    void whatAProbeAlreadyLeftOutStaysOutAndKeepsItsReason() {
        PowerSensor mirror = new FakeSensor(measured(CPU_PACKAGE).info().notCounted("a mirror"), () -> {
            throw new IllegalStateException("not read here");
        });
        List<PowerSensor> decided = SensorSelection.withoutDoubleCounting(List.of(mirror, ESTIMATE));
        assertThat(decided.getFirst().info().notCountedBecause()).isEqualTo("a mirror");
        assertThat(decided.get(1).info().counted()).isTrue();
    }

    @Test
    void noPartOfTheMachineIsEverCountedTwice() {
        for (int seed = 0; seed < 200; seed++) {
            // Small seeds alone begin with the same booleans.
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            List<PowerSensor> sensors = new ArrayList<>();
            for (SensorScope scope : SensorScope.values()) {
                if (random.nextBoolean()) {
                    sensors.add(measured(scope));
                }
            }
            sensors.add(random.nextInt(sensors.size() + 1), ESTIMATE);
            List<String> ids = counted(sensors);
            assertThat(SensorSelection.withoutDoubleCounting(sensors)).hasSameSizeAs(sensors);
            assertThat(cpuTimes(ids)).as("seed %d: %s", seed, ids).isLessThanOrEqualTo(1);
            assertThat(holders(ids, Set.of("GPU", "MODULE", "GPU_MEMORY"))).isLessThanOrEqualTo(1);
            assertThat(holders(ids, Set.of("DRAM", "PLATFORM"))).isLessThanOrEqualTo(1);
        }
    }

    private static long cpuTimes(List<String> ids) {
        return holders(ids, Set.of("CPU_PACKAGE", "PLATFORM", "MODULE", "CPU_CORES", "CPU_UNCORE", "estimate"));
    }

    private static long holders(List<String> ids, Set<String> parts) {
        return ids.stream().filter(parts::contains).count();
    }

    private static PowerSensor measured(SensorScope scope) {
        return FakeSensor.of(scope.name(), scope, COUNTER);
    }

    private static List<String> counted(List<PowerSensor> sensors) {
        return SensorSelection.withoutDoubleCounting(sensors).stream()
                .map(PowerSensor::info)
                .filter(info -> info.counted())
                .map(info -> info.id().value())
                .toList();
    }
}
