package org.joulemark.engine.power.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.EnergyWindow;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way from the probe through JNA to a library of the real exports and layouts. */
class NvmlProbeTest {
    @TempDir
    static Path folder;

    static FakeDriver driver;

    @BeforeAll
    static void compile() throws Exception {
        driver = FakeDriver.compiled(folder);
    }

    @BeforeEach
    void twoGpusWithCounters() throws Exception {
        driver.reset().with("gpus", 2).with("driver", "570.86.15");
        for (int gpu = 0; gpu < 2; gpu++) {
            driver.with("gpu" + gpu + ".uuid", "GPU-5c1f-" + gpu)
                    .with("gpu" + gpu + ".name", "NVIDIA Fake " + gpu)
                    .with("gpu" + gpu + ".field.83.0", 7_000_000_000L + gpu);
        }
    }

    @AfterEach
    void everySessionIsEnded() {
        assertThat(driver.openSessions()).isZero();
    }

    @Test
    void theFieldValueStructHasTheSizeTheCompilerGivesIt() {
        assertThat(driver.fieldValueBytes()).isEqualTo(FieldValue.BYTES);
    }

    @Test
    void everyGpuGivesItsEnergyCounterInIndexOrder() {
        List<PowerSensor> sensors = here().sensors();
        assertThat(sensors).extracting(sensor -> sensor.info().device().text()).containsExactly("gpu:0", "gpu:1");
        assertThat(sensors)
                .extracting(sensor -> sensor.info().id().value())
                .containsExactly("nvml:GPU-5c1f-0:board", "nvml:GPU-5c1f-1:board");
        PowerSensor second = sensors.get(1);
        assertThat(second.info().provenance()).isEqualTo(Provenance.COUNTER);
        assertThat(second.info().kind()).isEqualTo(TraceKind.ENERGY_COUNTER_MICROJOULES);
        assertThat(second.info().name()).isEqualTo("NVIDIA Fake 1 (NVML energy counter)");
        assertThat(second.info().note()).isEqualTo("driver 570.86.15");
        assertThat(counter(second)).isEqualTo(7_000_000_001_000L);
        sensors.forEach(PowerSensor::close);
        sensors.forEach(PowerSensor::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aFieldIsReadByTheTypeTheDriverSays(int type) throws Exception {
        driver.with("gpus", 1).with("gpu0.field.83.0", 54_321).with("gpu0.field.83.0.type", type);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            assertThat(counter(sensor)).isEqualTo(54_321_000);
        }
    }

    @Test
    void aFieldOfAnUnknownTypeIsNotBelieved() throws Exception {
        driver.with("gpus", 1).with("gpu0.field.83.0.type", 99).with("gpu0.energy", 4711);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            assertThat(counter(sensor)).isEqualTo(4_711_000);
        }
    }

    @Test
    void theCodeOfAFieldIsLookedAtBeforeItsValue() throws Exception {
        driver.with("gpus", 1)
                .with("gpu0.field.83.0.code", NvmlCode.NOT_SUPPORTED)
                .with("gpu0.energy", 99);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            assertThat(counter(sensor)).isEqualTo(99_000);
        }
    }

    @Test
    void withoutCounterMomentaryPowerIsPolled() throws Exception {
        driver.with("gpus", 1)
                .with("gpu0.field.83.0.code", NvmlCode.NOT_SUPPORTED)
                .with("gpu0.field.186.0", 123_456)
                .with("gpu0.field.186.0.type", 1)
                .with("gpu0.power", 99_000);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            assertThat(sensor.info().provenance()).isEqualTo(Provenance.POLLED_INSTANT);
            assertThat(sensor.info().kind()).isEqualTo(TraceKind.POWER_MILLIWATTS);
            assertThat(sensor.info().counterRange()).isNull();
            assertThat(milliwatts(sensor)).isEqualTo(123_456);
        }
    }

    @Test
    void theModulesPowerIsMarkedAsTheModules() throws Exception {
        driver.with("gpus", 1)
                .with("gpu0.field.83.0.code", NvmlCode.NOT_SUPPORTED)
                .with("gpu0.field.186.1", 600_000);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            assertThat(sensor.info().scope()).isEqualTo(SensorScope.MODULE);
            assertThat(sensor.info().id().value()).endsWith(":module");
        }
    }

    @Test
    void powerUsageComesLastAndIsTakenForAMeanOverASecond() throws Exception {
        driver.with("gpus", 1)
                .with("gpu0.field.83.0.code", NvmlCode.NOT_SUPPORTED)
                .with("gpu0.power", 25_000);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            assertThat(sensor.info().provenance()).isEqualTo(Provenance.POLLED_AVERAGE);
            assertThat(Duration.ofNanos(sensor.info().periodNanos())).isEqualTo(Duration.ofSeconds(1));
            assertThat(milliwatts(sensor)).isEqualTo(25_000);
        }
    }

    @Test
    void aGpuWithoutAnyPowerReadingIsNamedAndCostsTheOtherNothing() throws Exception {
        driver.with("gpu0.field.83.0.code", NvmlCode.NOT_SUPPORTED);
        Found.Here here = here();
        assertThat(here.sensors())
                .extracting(sensor -> sensor.info().device().text())
                .containsExactly("gpu:1");
        assertThat(here.blocked()).singleElement().satisfies(blocked -> {
            assertThat(blocked.name()).isEqualTo("gpu:0 NVIDIA Fake 0");
            assertThat(blocked.why()).contains("not supported").contains("code 3");
        });
        here.sensors().forEach(PowerSensor::close);
    }

    @Test
    void aPermissionThatIsMissingIsToldWithItsRemedy() throws Exception {
        driver.with("gpus", 1).with("gpu0.field.83.0.code", NvmlCode.NO_PERMISSION);
        assertThat(here().blocked()).singleElement().satisfies(blocked -> {
            assertThat(blocked.why()).contains("permission denied");
            assertThat(blocked.remedy()).contains("/dev/nvidia");
        });
    }

    @Test
    void aGpuThatCannotBeOpenedIsBlockedAndTheNextIsRead() throws Exception {
        driver.with("gpu0.handle.code", NvmlCode.GPU_IS_LOST);
        Found.Here here = here();
        assertThat(here.blocked())
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.why()).contains("the GPU is lost"));
        assertThat(here.sensors()).hasSize(1);
        here.sensors().forEach(PowerSensor::close);
    }

    @Test
    void aPartitionedGpuSaysWhatItsReadingCovers() throws Exception {
        driver.with("gpu0.mig", 1).with("gpu1.mig", 1).with("gpu1.field.83.0.code", NvmlCode.NOT_SUPPORTED);
        Found.Here here = here();
        assertThat(here.sensors().getFirst().info().note()).contains("MIG").contains("whole GPU, shared");
        assertThat(here.blocked().getFirst().why()).contains("MIG").contains("not supported");
        here.sensors().forEach(PowerSensor::close);
    }

    @Test
    void aCounterAtZeroIsNoCounter() throws Exception {
        driver.with("gpus", 1).with("gpu0.field.83.0", 0);
        assertThat(here().blocked())
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.why()).contains("no value above zero"));
    }

    @Test
    void aLostGpuStaysLostAndTheOtherIsReadOn() throws Exception {
        List<PowerSensor> sensors = here().sensors();
        assertThat(sensors.getFirst().read()).isInstanceOf(Reading.Counter.class);
        driver.with("gpu0.lost", 1);
        assertThat(why(sensors.getFirst())).isEqualTo(MissingReason.DEVICE_LOST);
        driver.with("gpu0.lost", 0);
        assertThat(why(sensors.getFirst())).isEqualTo(MissingReason.DEVICE_LOST);
        assertThat(counter(sensors.get(1))).isEqualTo(7_000_000_001_000L);
        sensors.forEach(PowerSensor::close);
    }

    @Test
    void aFailureThatPassesCostsItsOwnReadingOnly() throws Exception {
        driver.with("gpus", 1);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            driver.with("gpu0.field.83.0.code", NvmlCode.NO_DATA);
            assertThat(why(sensor)).isEqualTo(MissingReason.NO_DATA);
            driver.with("gpu0.field.83.0.code", 0);
            assertThat(sensor.read()).isInstanceOf(Reading.Counter.class);
        }
    }

    @Test
    void energyOfAGpuLostInTheWindowIsAbsentAndTheOthersIsThere() throws Exception {
        List<PowerSensor> sensors = here().sensors();
        List<List<Reading>> readings = List.of(new ArrayList<>(), new ArrayList<>());
        read(sensors, readings);
        driver.with("gpu0.field.83.0", 7_000_005_000L).with("gpu1.field.83.0", 7_000_005_001L);
        read(sensors, readings);
        driver.with("gpu0.lost", 1).with("gpu1.field.83.0", 7_000_010_001L);
        read(sensors, readings);
        assertThat(energy(sensors.getFirst(), readings.getFirst()))
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.why()).contains("the GPU was lost"));
        assertThat(energy(sensors.getLast(), readings.getLast()))
                .isInstanceOfSatisfying(
                        Quantity.class, kept -> assertThat(kept.value()).isCloseTo(10, withPercentage(1e-6)));
        sensors.forEach(PowerSensor::close);
    }

    @Test
    void energyOfAStuckCounterIsAbsentAndNotZero() throws Exception {
        driver.with("gpus", 1);
        try (PowerSensor sensor = here().sensors().getFirst()) {
            long stuck = counter(sensor);
            int seconds = 3;
            long[] ticks = new long[seconds * 10 + 1];
            long[] values = new long[ticks.length];
            for (int i = 0; i < ticks.length; i++) {
                ticks[i] = i * 100_000_000L;
                values[i] = stuck;
            }
            SensorTrace trace = new SensorTrace(ticks, values, new byte[ticks.length]);
            SensorEnergy energy = EnergyWindow.over(sensor.info(), trace, 0, ticks[ticks.length - 1]);
            assertThat(energy.energy())
                    .isInstanceOfSatisfying(
                            Absent.class, absent -> assertThat(absent.why()).contains("did not move"));
        }
    }

    @Test
    void aStateHasAllTheDriverTellsAndNothingItDoesNot() throws Exception {
        driver.with("gpu0.temperature", 61)
                .with("gpu0.clock0", 1410)
                .with("gpu0.clock2", 1215)
                .with("gpu0.reasons", 0x24)
                .with("gpu0.processes", 3);
        try (GpuStates states = GpuStates.open(driver.machine()).orElseThrow()) {
            GpuState full = states.read().getFirst();
            assertThat(full.name()).isEqualTo("NVIDIA Fake 0");
            assertThat(full.uuid()).isEqualTo("GPU-5c1f-0");
            assertThat(full.driver()).isEqualTo("570.86.15");
            assertThat(full.temperatureCelsius()).hasValue(61);
            assertThat(full.graphicsMegahertz()).hasValue(1410);
            assertThat(full.memoryMegahertz()).hasValue(1215);
            assertThat(full.computeProcesses()).hasValue(3);
            assertThat(full.clockLimits())
                    .isEqualTo(Optional.of(List.of(ClockLimit.POWER_CAP, ClockLimit.SOFTWARE_THERMAL)));
            GpuState bare = states.read().get(1);
            assertThat(bare.temperatureCelsius()).isEqualTo(OptionalInt.empty());
            assertThat(bare.clockLimits()).isEmpty();
        }
    }

    @Test
    void aDriverThatIsNotLoadedIsAnAbsentSource() throws Exception {
        driver.with("init.code", NvmlCode.DRIVER_NOT_LOADED);
        assertThat(new NvmlProbe().look(driver.machine()))
                .isInstanceOfSatisfying(
                        Found.Absent.class,
                        absent -> assertThat(absent.remedy()).contains("modprobe nvidia"));
    }

    @Test
    void aLibraryOfAnotherVersionThanTheDriverIsBlocked() throws Exception {
        driver.with("init.code", NvmlCode.LIBRARY_MISMATCH);
        assertThat(here().blocked()).singleElement().satisfies(blocked -> {
            assertThat(blocked.why()).contains("different versions");
            assertThat(blocked.remedy()).contains("restart");
        });
    }

    @Test
    void aDriverWithoutGpusIsAbsent() throws Exception {
        driver.with("gpus", 0);
        assertThat(new NvmlProbe().look(driver.machine()))
                .isInstanceOfSatisfying(
                        Found.Absent.class, absent -> assertThat(absent.why()).contains("no GPU"));
    }

    private static Found.Here here() {
        return (Found.Here) new NvmlProbe().look(driver.machine());
    }

    private static void read(List<PowerSensor> sensors, List<List<Reading>> readings) {
        for (int i = 0; i < sensors.size(); i++) {
            readings.get(i).add(sensors.get(i).read());
        }
    }

    /** Energy from the first to the last reading. */
    private static Figure energy(PowerSensor sensor, List<Reading> readings) {
        long[] ticks =
                readings.stream().mapToLong(reading -> reading.tick().nanos()).toArray();
        long[] values = new long[ticks.length];
        byte[] states = new byte[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            switch (readings.get(i)) {
                case Reading.Counter counter -> values[i] = counter.microjoules();
                case Reading.Sample sample -> values[i] = sample.milliwatts();
                case Reading.Missing missing -> states[i] = missing.why().code();
            }
        }
        return EnergyWindow.over(
                        sensor.info(), new SensorTrace(ticks, values, states), ticks[0], ticks[ticks.length - 1])
                .energy();
    }

    private static long counter(PowerSensor sensor) {
        return ((Reading.Counter) sensor.read()).microjoules();
    }

    private static long milliwatts(PowerSensor sensor) {
        return ((Reading.Sample) sensor.read()).milliwatts();
    }

    private static MissingReason why(PowerSensor sensor) {
        return ((Reading.Missing) sensor.read()).why();
    }
}
