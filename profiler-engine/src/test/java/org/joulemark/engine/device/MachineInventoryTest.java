package org.joulemark.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.GpuFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineInventoryTest {
    @TempDir
    Path sysRoot;

    @Test
    void theMachineOfThisTestIsKnown() {
        MachineFingerprint machine = fingerprint(List.of());
        assertThat(machine.cpuName()).isNotBlank();
        assertThat(machine.sockets()).isPositive();
        assertThat(machine.logicalCores()).isGreaterThanOrEqualTo(machine.physicalCores());
        assertThat(machine.physicalCores()).isPositive();
        assertThat(machine.memoryBytes()).isGreaterThan(1L << 28);
        assertThat(machine.operatingSystem()).isNotBlank();
        assertThat(machine.powerSource()).isIn("mains", "battery", "unknown");
        assertThat(machine.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void theSameMachineHasTheSameHash() {
        assertThat(fingerprint(List.of()).hash())
                .isEqualTo(fingerprint(List.of()).hash());
    }

    @Test
    void anotherGovernorIsAnotherMachineToCompareWith() throws Exception {
        String none = fingerprint(List.of()).hash();
        governor("performance");
        MachineFingerprint performance = fingerprint(List.of());
        assertThat(performance.governor()).isEqualTo("performance");
        governor("powersave");
        assertThat(List.of(none, performance.hash(), fingerprint(List.of()).hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void gpusOfTheDriverComeFirstUnderItsNumbers() {
        GpuFacts gpu = gpu("GPU-1", "550.54");
        assertThat(fingerprint(List.of(gpu)).gpus().getFirst()).isEqualTo(gpu);
        assertThat(fingerprint(List.of(gpu)).gpus())
                .extracting(GpuFacts::device)
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherGpuIsAnotherMachineButANewDriverIsNot() {
        String hash = fingerprint(List.of(gpu("GPU-1", "550.54"))).hash();
        assertThat(fingerprint(List.of(gpu("GPU-1", "560.28"))).hash()).isEqualTo(hash);
        assertThat(fingerprint(List.of(gpu("GPU-2", "550.54"))).hash()).isNotEqualTo(hash);
    }

    @Test
    void aHypervisorIsKnownByItsProductName() throws Exception {
        Path dmi = Files.createDirectories(sysRoot.resolve("class/dmi/id"));
        Files.writeString(dmi.resolve("sys_vendor"), "QEMU\n");
        Files.writeString(dmi.resolve("product_name"), "Standard PC\n");
        assertThat(fingerprint(List.of()).virtualMachine()).isEqualTo("QEMU Standard PC");
    }

    private MachineFingerprint fingerprint(List<GpuFacts> driverGpus) {
        return new MachineInventory(sysRoot).fingerprint(driverGpus);
    }

    private void governor(String name) throws Exception {
        Path folder = Files.createDirectories(sysRoot.resolve("devices/system/cpu/cpu0/cpufreq"));
        Files.writeString(folder.resolve("scaling_governor"), name + "\n");
    }

    private static GpuFacts gpu(String uuid, String driver) {
        return new GpuFacts(DeviceId.gpu(0), "A100", "NVIDIA", 40L << 30, uuid, driver);
    }
}
