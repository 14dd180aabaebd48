package org.joulemark.engine.power.nvml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that lack calls, are no NVML, or are not there. */
class OldDriverTest {
    @TempDir
    Path folder;

    @Test
    void aDriverWithoutFieldValuesGivesItsCounterAndItsClockReasonsUnderTheirOldName() throws Exception {
        FakeDriver driver = FakeDriver.compiled(folder, "-DOLD_DRIVER")
                .with("gpus", 1)
                .with("gpu0.energy", 4711)
                .with("gpu0.reasons", 1);
        Found.Here here = (Found.Here) new NvmlProbe().look(driver.machine());
        try (PowerSensor sensor = here.sensors().getFirst()) {
            assertThat(sensor.info().provenance()).isEqualTo(Provenance.COUNTER);
            assertThat(sensor.info().id().value()).isEqualTo("nvml:gpu-0:board");
            assertThat(((Reading.Counter) sensor.read()).microjoules()).isEqualTo(4_711_000);
        }
        try (GpuStates states = GpuStates.open(driver.machine()).orElseThrow()) {
            assertThat(states.read().getFirst().clockLimits()).hasValue(List.of(ClockLimit.IDLE));
        }
    }

    @Test
    void aMissingLibraryIsToldInTheLoadersOwnWords() {
        Found found = new NvmlProbe()
                .look(FakeDriver.machine(folder.resolve("libmissing.so").toString()));
        assertThat(found).isInstanceOfSatisfying(Found.Absent.class, absent -> {
            assertThat(absent.why()).contains("libmissing.so").doesNotContain("\n");
            assertThat(absent.remedy()).contains("install its driver");
        });
        assertThat(GpuStates.open(
                        FakeDriver.machine(folder.resolve("libmissing.so").toString())))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoLibraryIsToldAndNotThrown() throws Exception {
        Path text = Files.writeString(folder.resolve("libtext.so"), "no library");
        assertThat(new NvmlProbe().look(FakeDriver.machine(text.toString())))
                .isInstanceOfSatisfying(
                        Found.Absent.class,
                        absent ->
                                assertThat(absent.why()).contains("libtext.so").doesNotContain("\n"));
    }
}
