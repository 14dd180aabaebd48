package org.joulemark.engine.power.rapl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.power.EnergyWindow;
import org.joulemark.engine.power.FakeMachine;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.SensorSelection;
import org.joulemark.engine.power.SensorStatus;
import org.joulemark.engine.power.SensorSurvey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RAPL zones as the kernel lays them out, whole and broken. */
class RaplProbeTest {
    private static final long WRAP = 262_143_328_850L;

    @TempDir
    Path folder;

    private FakeMachine machine;
    private List<PowerSensor> open = List.of();

    @BeforeEach
    void machine() {
        machine = new FakeMachine(folder);
    }

    @AfterEach
    void close() {
        open.forEach(PowerSensor::close);
    }

    @Test
    void aVirtualMachineIsToldApartFromAMissingDriver() {
        assertThat(((Found.Absent) new RaplProbe().look(machine.context())).remedy())
                .contains("modprobe");
        assertThat(((Found.Absent) new RaplProbe().look(machine.virtual().context())).why())
                .contains("virtual machine");
    }

    @Test
    void zonesAreKnownByTheirNamesAndNotByTheirNumbers() throws Exception {
        machine.zone("intel-rapl:0", "psys", 5)
                .zone("intel-rapl:1", "package-0", 10)
                .zone("intel-rapl:1:0", "uncore", 1)
                .zone("intel-rapl:1:1", "core", 2)
                .zone("intel-rapl:1:2", "dram", 3);
        assertThat(ids(here().sensors()))
                .containsExactly(
                        "rapl:psys",
                        "rapl:package-0",
                        "rapl:package-0/uncore",
                        "rapl:package-0/core",
                        "rapl:package-0/dram");
        assertThat(countedIds()).containsExactly("rapl:package-0", "rapl:package-0/dram");
    }

    @Test
    void memoryOfTwoSocketsHasOneNameAndIsCountedTwice() throws Exception {
        machine.zone("intel-rapl:0", "package-0", 10)
                .zone("intel-rapl:0:0", "dram", 3)
                .zone("intel-rapl:1", "package-1", 10)
                .zone("intel-rapl:1:0", "dram", 3);
        here();
        assertThat(countedIds())
                .containsExactly("rapl:package-0", "rapl:package-0/dram", "rapl:package-1", "rapl:package-1/dram");
    }

    @Test
    void memoryOfTwoSocketsIsToldApartEvenWhereTheSocketsHaveNoNames() throws Exception {
        machine.zone("intel-rapl:0", "package-0", 10)
                .zone("intel-rapl:0:0", "dram", 3)
                .zone("intel-rapl:1", "package-1", 10)
                .zone("intel-rapl:1:0", "dram", 3);
        Files.delete(machine.zoneFolder("intel-rapl:0").resolve("name"));
        Files.delete(machine.zoneFolder("intel-rapl:1").resolve("name"));
        here();
        assertThat(countedIds()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMemoryMappedMirrorIsReadButNotCounted() throws Exception {
        machine.zone("intel-rapl-mmio:0", "package-0", 1_000)
                .zone("intel-rapl:0", "package-0", 1_000)
                .zone("intel-rapl:0:0", "dram", 7);
        assertThat(ids(here().sensors()))
                .containsExactly("rapl:package-0", "rapl:package-0/dram", "rapl:package-0@mmio");
        assertThat(countedIds()).containsExactly("rapl:package-0", "rapl:package-0/dram");
        assertThat(open.getLast().info().notCountedBecause()).contains("mirrors package-0");
    }

    @Test
    void theMemoryMappedMirrorCountsWhereTheRegisterCannotBeRead() throws Exception {
        machine.zone("intel-rapl-mmio:0", "package-0", 1_000)
                .zone("intel-rapl:0", "package-0", 1_000)
                .unreadable("intel-rapl:0");
        here();
        assertThat(countedIds()).containsExactly("rapl:package-0@mmio");
    }

    @Test
    void diesThatShowOneCounterAreCountedOnce() throws Exception {
        machine.zone("intel-rapl:0", "package-0-die-0", 777_000_000)
                .zone("intel-rapl:0:0", "dram", 55_000_000)
                .zone("intel-rapl:1", "package-0-die-1", 777_000_000)
                .zone("intel-rapl:1:0", "dram", 55_000_000);
        here();
        assertThat(countedIds()).containsExactly("rapl:package-0-die-0", "rapl:package-0-die-0/dram");
    }

    @Test
    void diesWithCountersOfTheirOwnAreAllCounted() throws Exception {
        machine.zone("intel-rapl:0", "package-0-die-0", 777_000_000)
                .zone("intel-rapl:1", "package-0-die-1", 555_000_000);
        here();
        assertThat(countedIds()).containsExactly("rapl:package-0-die-0", "rapl:package-0-die-1");
    }

    @Test
    void aZoneThatCannotBeReadIsNamedAndCostsTheOthersNothing() throws Exception {
        machine.zone("intel-rapl:0", "package-0", 10)
                .unreadable("intel-rapl:0")
                .zone("intel-rapl:0:0", "dram", 3)
                .zone("intel-rapl:1", "package-1", 5);
        Files.writeString(machine.energyFile("intel-rapl:1"), "no number\n");
        Found.Here here = here();
        assertThat(ids(here.sensors())).containsExactly("rapl:package-0/dram");
        assertThat(here.blocked())
                .extracting(Found.Blocked::name)
                .containsExactly("package-0 (intel-rapl)", "package-1 (intel-rapl)");
        assertThat(here.blocked())
                .allSatisfy(blocked -> assertThat(blocked.why()).contains("cannot be read"));
    }

    @Test
    void theCommandThatGrantsPermissionIsOneAShellUnderstands() throws Exception {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "no /bin/sh on this machine");
        String remedy = RaplProbe.REMEDY;
        String commands = remedy.substring(remedy.indexOf("sudo groupadd"), remedy.indexOf("; then reboot"));
        String harmless = "sudo() { case $1 in tee) cat;; esac; }\n" + commands;
        Process process = new ProcessBuilder(shell.toString(), "-c", harmless)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("SUBSYSTEM==\"powercap\", ACTION==\"add\", "
                        + "RUN+=\"/bin/chgrp power /sys%p/energy_uj\", RUN+=\"/bin/chmod g+r /sys%p/energy_uj\"\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void deniedPermissionComesWithTheCommandThatGrantsIt() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no file permissions");
        machine.zone("intel-rapl:0", "package-0", 10);
        Path file = machine.energyFile("intel-rapl:0");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "the superuser may read every file, so nothing is denied here");
        assertThat(here().blocked()).singleElement().satisfies(blocked -> {
            assertThat(blocked.why()).contains("permission denied").contains("5.10");
            assertThat(blocked.remedy()).contains("udev").contains("chgrp").doesNotContain("777");
        });
    }

    @Test
    void aZoneOfAnUnknownKindIsNeitherReadNorCounted() throws Exception {
        machine.zone("intel-rapl:0", "hyperdrive", 10);
        assertThat(here().sensors()).isEmpty();
        assertThat(here().blocked())
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.why()).contains("kind"));
    }

    @Test
    void aNumberBeyond63BitsIsNoReading() throws Exception {
        for (String huge : List.of("9223372036854775808", "18446744073709551615", "40000000000000000000")) {
            machine.zone("intel-rapl:0", "package-0", 10);
            Files.writeString(machine.energyFile("intel-rapl:0"), huge);
            assertThat(here().sensors()).as(huge).isEmpty();
        }
    }

    @Test
    void amdsCountersAreMarkedAsTheVendorsModel() throws Exception {
        machine.cpu("AMD EPYC 7763", "AuthenticAMD", 128).zone("intel-rapl:0", "package-0", 10);
        assertThat(here().sensors().getFirst().info().provenance()).isEqualTo(Provenance.VENDOR_MODEL);
    }

    @Test
    void aZoneThatVanishesIsMissingFromThenOnAndTheOthersAreReadOn() throws Exception {
        machine.zone("intel-rapl:0", "package-0", 10).zone("intel-rapl:1", "package-1", 20);
        List<PowerSensor> sensors = here().sensors();
        // The kernel refuses to read an open file of a zone that is gone; an emptied file comes closest.
        Files.writeString(machine.energyFile("intel-rapl:0"), "");
        assertThat(why(sensors.getFirst())).isEqualTo(MissingReason.READ_FAILED);
        Files.delete(machine.energyFile("intel-rapl:0"));
        assertThat(why(sensors.getFirst())).isEqualTo(MissingReason.VANISHED);
        assertThat(sensors.get(1).read()).isInstanceOf(Reading.Counter.class);
    }

    @Test
    void energyGoesOnOverAWrap() throws Exception {
        machine.zone("intel-rapl:0", "package-0", WRAP - 2_000);
        assertThat(energyAfter(3_000))
                .isInstanceOfSatisfying(
                        Quantity.class, quantity -> assertThat(quantity.value()).isEqualTo(0.005));
    }

    @Test
    void aCounterThatStartsAgainWithoutWrappingHasNoEnergy() throws Exception {
        machine.zone("intel-rapl:0", "package-0", WRAP / 2);
        assertThat(energyAfter(3_000))
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.why()).contains("reset"));
    }

    @Test
    void withoutAReadableRangeADropIsAReset() throws Exception {
        machine.zone("intel-rapl:0", "package-0", WRAP - 2_000);
        Files.delete(machine.zoneFolder("intel-rapl:0").resolve("max_energy_range_uj"));
        assertThat(energyAfter(3_000))
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.why()).contains("unknown value"));
    }

    @Test
    void withoutAReadableRangeARisingCounterIsStillUsed() throws Exception {
        machine.zone("intel-rapl:0", "package-0", 1_000);
        Files.writeString(machine.zoneFolder("intel-rapl:0").resolve("max_energy_range_uj"), "?");
        assertThat(energyAfter(6_000))
                .isInstanceOfSatisfying(
                        Quantity.class, quantity -> assertThat(quantity.value()).isEqualTo(0.005));
    }

    @Test
    void theSurveySaysOfEverySensorWhatItIsWorth() throws Exception {
        machine.cpuTimes(1, 0, 1, 100, 0, 0, 0, 0, 0, 0)
                .zone("intel-rapl:0", "package-0", 1_000)
                .zone("intel-rapl:1", "package-1", 1_000)
                .unreadable("intel-rapl:1");
        try (SensorSurvey survey = SensorSurvey.of(machine.context())) {
            assertThat(survey.statuses())
                    .extracting(SensorStatus::source, SensorStatus::found, SensorStatus::readable)
                    .containsExactly(
                            tuple(SensorSource.RAPL, true, true),
                            tuple(SensorSource.LOAD_MODEL, true, true),
                            tuple(SensorSource.NVML, false, false),
                            tuple(SensorSource.RAPL, true, false));
            assertThat(survey.statuses().get(1).why()).contains("estimate");
            assertThat(survey.infos()).hasSize(2);
        }
    }

    /** Energy of the only zone between a reading now and one after its counter was set to {@code microjoules}. */
    private Figure energyAfter(long microjoules) throws Exception {
        PowerSensor sensor = here().sensors().getFirst();
        Reading.Counter before = (Reading.Counter) sensor.read();
        machine.energy("intel-rapl:0", microjoules);
        Reading.Counter after = (Reading.Counter) sensor.read();
        long start = before.tick().nanos();
        long end = after.tick().nanos();
        SensorTrace trace = new SensorTrace(
                new long[] {start, end}, new long[] {before.microjoules(), after.microjoules()}, new byte[2]);
        return EnergyWindow.over(sensor.info(), trace, start, end).energy();
    }

    private Found.Here here() {
        close();
        Found.Here here = (Found.Here) new RaplProbe().look(machine.context());
        open = here.sensors();
        return here;
    }

    private List<String> countedIds() {
        return ids(SensorSelection.withoutDoubleCounting(open).stream()
                .filter(sensor -> sensor.info().counted())
                .toList());
    }

    private static List<String> ids(List<PowerSensor> sensors) {
        return sensors.stream().map(sensor -> sensor.info().id().value()).toList();
    }

    private static MissingReason why(PowerSensor sensor) {
        return ((Reading.Missing) sensor.read()).why();
    }
}
