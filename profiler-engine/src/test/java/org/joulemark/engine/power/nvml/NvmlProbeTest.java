package org.joulemark.engine.power.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.power.EnergyWindow;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.ProbeContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real binding against a driver library compiled from C by this test. */
class NvmlProbeTest {
    private static final List<String> SWITCHES =
            List.of("init", "field83", "field186", "field185", "total", "usage", "mig", "stuck");

    @TempDir
    static Path folder;

    private static Path library = Path.of("");

    @BeforeAll
    static void compileTheFakeDriver() throws IOException, InterruptedException {
        assumeTrue(compilerRuns(), "skipped: no C compiler (cc) to build the fake driver library");
        Path source = folder.resolve("fake_nvml.c");
        try (InputStream in = NvmlProbeTest.class.getResourceAsStream("fake_nvml.c")) {
            Files.copy(Objects.requireNonNull(in), source);
        }
        library = folder.resolve("libfake-nvidia-ml.so");
        Process cc = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                .inheritIO()
                .start();
        assertThat(cc.waitFor()).isZero();
    }

    private static boolean compilerRuns() throws InterruptedException {
        try {
            return new ProcessBuilder("cc", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void reset() {
        SWITCHES.forEach(name -> set(name, 0));
        set("gpus", 2);
    }

    private static void set(String what, int value) {
        Function function = NativeLibrary.getInstance(library.toString()).getFunction("fake_set");
        function.invokeVoid(new Object[] {what, value});
    }

    private static Found look() {
        return new NvmlProbe().look(new ProbeContext(folder, folder, "cpu", "vendor", 2, false, library.toString()));
    }

    private static List<PowerSensor> sensors() {
        assertThat(look()).isInstanceOf(Found.Here.class);
        return look() instanceof Found.Here here ? here.sensors() : List.of();
    }

    @Test
    void theFieldStructureHasTheSizeOfTheHeader() {
        assertThat(FieldValue.BYTES).isEqualTo(40);
    }

    @Test
    void everyGpuGivesItsEnergyCounterInMicrojoules() {
        List<PowerSensor> sensors = sensors();

        assertThat(sensors)
                .extracting(sensor -> sensor.info().device())
                .containsExactly(new DeviceId("gpu:0"), new DeviceId("gpu:1"));
        assertThat(sensors)
                .extracting(sensor -> sensor.info().id().value())
                .containsExactly("nvml:GPU-aaaa", "nvml:GPU-bbbb");
        assertThat(sensors.getFirst().info().provenance()).isEqualTo(Provenance.COUNTER);
        long first = microjoules(sensors.getFirst());
        assertThat(first).isPositive();
        assertThat(microjoules(sensors.getFirst()) - first).isEqualTo(25_000);
    }

    private static long microjoules(PowerSensor sensor) {
        return sensor.read() instanceof Reading.Counter counter ? counter.microjoules() : -1;
    }

    @Test
    void withoutACounterFieldTheOlderFunctionServes() {
        set("field83", NvmlReturn.NOT_SUPPORTED);

        assertThat(sensors().getFirst().info().provenance()).isEqualTo(Provenance.COUNTER);
    }

    @Test
    void withoutAnyCounterPowerIsPolledAndSaysSo() {
        set("field83", NvmlReturn.NOT_SUPPORTED);
        set("total", NvmlReturn.NOT_SUPPORTED);
        PowerSensor instant = sensors().getFirst();
        assertThat(instant.info().provenance()).isEqualTo(Provenance.POLLED_INSTANT);
        assertThat(instant.read())
                .isInstanceOfSatisfying(
                        Reading.Sample.class,
                        sample -> assertThat(sample.milliwatts()).isEqualTo(70_500));

        set("field186", NvmlReturn.NOT_SUPPORTED);
        set("field185", NvmlReturn.NOT_SUPPORTED);
        PowerSensor average = sensors().getFirst();
        assertThat(average.info().provenance()).isEqualTo(Provenance.POLLED_AVERAGE);
        assertThat(average.info().periodNanos()).isEqualTo(1_000_000_000L);
    }

    @Test
    void aGpuWithoutAnyReadingIsNamedWithItsReason() {
        for (String source : List.of("field83", "total", "field186", "field185", "usage")) {
            set(source, NvmlReturn.NOT_SUPPORTED);
        }

        assertThat(look()).isInstanceOfSatisfying(Found.Here.class, here -> {
            assertThat(here.sensors()).isEmpty();
            assertThat(here.blocked()).hasSize(2);
            assertThat(here.blocked().getFirst().why()).contains("does not offer it");
        });
    }

    @Test
    void aLostGpuStaysMissingAndItsWindowHasNoEnergy() {
        PowerSensor sensor = sensors().getFirst();
        Reading before = sensor.read();
        set("field83", NvmlReturn.GPU_IS_LOST);
        Reading lost = sensor.read();
        set("field83", 0);
        Reading after = sensor.read();

        assertThat(before).isInstanceOf(Reading.Counter.class);
        assertThat(List.of(lost, after))
                .allSatisfy(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Missing.class,
                                missing -> assertThat(missing.why()).isEqualTo(MissingReason.DEVICE_LOST)));
        SensorTrace trace = new SensorTrace(
                new long[] {0, 1_000_000_000L}, new long[] {5, 0}, new byte[] {0, MissingReason.DEVICE_LOST.code()});
        SensorEnergy energy = EnergyWindow.over(sensor.info(), trace, 0, 900_000_000L);
        assertThat(energy.energy())
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.why()).contains("lost"));
    }

    @Test
    void aStuckCounterIsNoZero() {
        set("stuck", 1);
        PowerSensor sensor = sensors().getFirst();
        long[] ticks = new long[200];
        long[] values = new long[200];
        for (int i = 0; i < 200; i++) {
            ticks[i] = i * 100_000_000L;
            values[i] = microjoules(sensor);
        }

        SensorEnergy energy =
                EnergyWindow.over(sensor.info(), new SensorTrace(ticks, values, new byte[200]), 0, 19_900_000_000L);

        assertThat(energy.energy())
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.why()).contains("did not move"));
    }

    @Test
    void aPartitionedGpuIsRefusedWithTheRemedy() {
        set("mig", 1);

        assertThat(look()).isInstanceOfSatisfying(Found.Here.class, here -> {
            assertThat(here.sensors()).isEmpty();
            assertThat(here.blocked().getFirst().why()).contains("MIG");
            assertThat(here.blocked().getFirst().remedy()).contains("-mig 0");
        });
    }

    @Test
    void anOldDriverThatKnowsOnlyTheOldNameStillTellsWhyClocksAreHeldDown() throws Exception {
        try (NvmlScope scope = JnaNvml.open(library.toString())) {
            GpuState state = GpuState.of(scope.device(0));

            assertThat(state.throttling()).containsExactly("power cap", "temperature (driver)");
            assertThat(state.temperatureCelsius()).isEqualTo(41);
            assertThat(scope.driverVersion()).isEqualTo("580.1");
        }
    }

    @Test
    void aDriverThatDoesNotStartIsAbsentInWords() {
        set("init", NvmlReturn.LIB_RM_VERSION_MISMATCH);

        assertThat(look())
                .isInstanceOfSatisfying(
                        Found.Absent.class, absent -> assertThat(absent.why()).contains("restart"));
    }

    @Test
    void aMissingLibraryIsAbsentWithTheLoadersOwnWords() {
        Found found = new NvmlProbe()
                .look(new ProbeContext(folder, folder, "cpu", "vendor", 2, false, "/nowhere/libnvidia-ml.so.1"));

        assertThat(found).isInstanceOfSatisfying(Found.Absent.class, absent -> {
            assertThat(absent.why()).contains("libnvidia-ml.so.1");
            assertThat(absent.remedy()).contains("driver");
        });
    }
}
