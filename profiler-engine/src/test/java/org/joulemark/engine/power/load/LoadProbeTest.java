package org.joulemark.engine.power.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.power.FakeMachine;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The estimate, computed a second time by hand from the shipped tables. */
class LoadProbeTest {
    /** One microjoule at each of two readings. */
    private static final double ROUNDING = 2e-6;

    @TempDir
    Path folder;

    private FakeMachine machine;

    @BeforeEach
    void machine() throws Exception {
        machine = new FakeMachine(folder).cpuTimes(0, 0, 0, 1000, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aKnownCpuIsEstimatedByItsTdpAndTheLoadCurve() throws Exception {
        machine.cpu("AMD EPYC 4344P 8-Core Processor", "AuthenticAMD", 16);
        // 65 W TDP; 25 % busy lies between 0.32 at 10 % and 0.75 at 50 %.
        assertWatts(65 * (0.32 + 0.15 / 0.4 * (0.75 - 0.32)), 10, 5, 5, 50, 10, 3, 2, 15, 0, 0);
    }

    @Test
    void aShareOfACpusThreadsHasThatShareOfItsPower() throws Exception {
        machine.cpu("AMD EPYC 4344P", "AuthenticAMD", 4);
        assertWatts(65 * 4.0 / 16 * 1.02, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aServerOfTwoPackagesHasThePowerOfBoth() throws Exception {
        machine.cpu("AMD EPYC 7702 64-Core Processor", "AuthenticAMD", 256);
        assertWatts(2 * 200 * 1.02, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aFewVirtualCpusOfALargeCpuDoNotGetTheWholeOfItEvenIfOnlyItsCoresAreKnown() throws Exception {
        machine.cpu("Intel(R) Xeon(R) Platinum 8480+", "GenuineIntel", 4).virtual();
        assertWatts(350 * 4.0 / 56 * 1.02, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        try (PowerSensor sensor = sensor()) {
            assertThat(sensor.info().note()).contains("4 of its 56 cores");
            assertThat(sensor.info().uncertainty().grossRelative()).isEqualTo(0.6);
        }
    }

    @Test
    void oneOrTwoThreadsACoreAreOneWholePackageWhereOnlyCoresAreKnown() throws Exception {
        for (int threads : new int[] {56, 112}) {
            machine.cpu("Intel(R) Xeon(R) Platinum 8480+", "GenuineIntel", threads);
            assertWatts(350 * 1.02, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        machine.cpu("Intel(R) Xeon(R) Platinum 8480+", "GenuineIntel", 224);
        assertWatts(2 * 350 * 1.02, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aVirtualMachineIsNotGivenTheWholePowerOfACpuOfUnknownSize() throws Exception {
        machine.cpu("255e", "", 2).virtual();
        assertWatts(8 * 0.12, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void anAnonymousVirtualCpuIsEstimatedByItsThreads() throws Exception {
        machine.cpu("Intel(R) Xeon(R) Processor @ 2.60GHz", "GenuineIntel", 2);
        assertWatts(2 * (0.75 + 0.5 * (3.849 - 0.75)), 50, 0, 0, 50, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void anUnknownCpuGetsFourWattsAThreadAndTheWidestUncertainty() throws Exception {
        machine.cpu("Nobody's CPU", "", 3);
        assertWatts(12 * 0.12, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0);
        try (PowerSensor sensor = sensor()) {
            assertThat(sensor.info().uncertainty().grossRelative()).isEqualTo(0.8);
        }
    }

    @Test
    void timeTheHypervisorStoleIsNotWork() throws Exception {
        machine.cpu("Nobody's CPU", "", 3);
        assertWatts(12 * 0.12, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0);
    }

    @Test
    void everyEstimateSaysThatItIsOneAndIsAtLeast40PercentUnsure() throws Exception {
        for (String name : new String[] {"AMD EPYC 4344P", "AMD EPYC", "Nobody's CPU", ""}) {
            machine.cpu(name, "", 8);
            try (PowerSensor sensor = sensor()) {
                assertThat(sensor.info().provenance()).isEqualTo(Provenance.ESTIMATED);
                assertThat(sensor.info().uncertainty().grossRelative()).isGreaterThanOrEqualTo(0.4);
                assertThat(sensor.info().note()).startsWith("Estimated, not measured");
            }
        }
    }

    @Test
    void betweenTwoTicksOfTheSystemTheEnergyWaitsAndIsNotLost() throws Exception {
        machine.cpu("Nobody's CPU", "", 3);
        try (PowerSensor sensor = sensor()) {
            Reading.Counter first = (Reading.Counter) sensor.read();
            machine.cpuTimes(100, 0, 0, 1000, 0, 0, 0, 0, 0, 0);
            Reading.Counter busy = (Reading.Counter) sensor.read();
            Reading.Counter waiting = (Reading.Counter) sensor.read();
            assertThat(waiting.microjoules()).isEqualTo(busy.microjoules());
            machine.cpuTimes(200, 0, 0, 1000, 0, 0, 0, 0, 0, 0);
            Reading.Counter last = (Reading.Counter) sensor.read();
            assertThat((last.microjoules() - busy.microjoules()) / 1e6)
                    .isCloseTo(12 * 1.02 * last.tick().nanosSince(busy.tick()) / 1e9, within(ROUNDING));
            assertThat(busy.tick().nanosSince(first.tick())).isPositive();
        }
    }

    @Test
    void timesThatGoBackwardsNeverTakeEnergyAway() throws Exception {
        try (PowerSensor sensor = sensor()) {
            long before = ((Reading.Counter) sensor.read()).microjoules();
            machine.cpuTimes(0, 0, 0, 500, 0, 0, 0, 0, 0, 0);
            assertThat(((Reading.Counter) sensor.read()).microjoules()).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void timesThatBecomeUnreadableAreMissing() throws Exception {
        try (PowerSensor sensor = sensor()) {
            machine.procStat("garbage");
            assertThat(sensor.read())
                    .isInstanceOfSatisfying(
                            Reading.Missing.class,
                            missing -> assertThat(missing.why()).isEqualTo(MissingReason.READ_FAILED));
        }
    }

    @Test
    void timesThatNeverWereReadableAreNoSensor() throws Exception {
        machine.procStat("garbage");
        assertThat(new LoadProbe().look(machine.context())).isInstanceOf(Found.Absent.class);
    }

    @Test
    void withoutProcfsTheLoadOfTheRuntimeIsTaken() {
        try (PowerSensor sensor = ((Found.Here)
                        new LoadProbe().look(new FakeMachine(folder.resolve("elsewhere")).context()))
                .sensors()
                .getFirst()) {
            assertThat(sensor.read()).isInstanceOf(Reading.Counter.class);
        }
    }

    /** Adds {@code times} to the CPU times and compares the energy between two readings with {@code watts}. */
    private void assertWatts(double watts, long... times) throws Exception {
        try (PowerSensor sensor = sensor()) {
            machine.cpuTimes(0, 0, 0, 2000, 0, 0, 0, 0, 0, 0);
            Reading.Counter before = (Reading.Counter) sensor.read();
            times[3] += 2000;
            machine.cpuTimes(times);
            Reading.Counter after = (Reading.Counter) sensor.read();
            double seconds = after.tick().nanosSince(before.tick()) / 1e9;
            assertThat((after.microjoules() - before.microjoules()) / 1e6).isCloseTo(watts * seconds, within(ROUNDING));
        } finally {
            machine.cpuTimes(0, 0, 0, 1000, 0, 0, 0, 0, 0, 0);
        }
    }

    private PowerSensor sensor() {
        return ((Found.Here) new LoadProbe().look(machine.context())).sensors().getFirst();
    }
}
