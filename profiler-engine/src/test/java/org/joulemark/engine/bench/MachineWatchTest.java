package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.joulemark.engine.device.CpuGovernors;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.power.FakeMachine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineWatchTest {
    private static final long TEN_SECONDS = 10_000_000_000L;

    @TempDir
    Path folder;

    private FakeMachine machine;

    @BeforeEach
    void restingMachine() throws IOException {
        machine = new FakeMachine(folder)
                .cpu("test cpu", "GenuineIntel", 8)
                .governor(0, "performance")
                .governor(1, "performance")
                .loadAverage(0.3)
                .cpuTimes(1000, 0, 0, 50_000, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aRestingMachineIsNotSpokenOf() {
        try (MachineWatch watch = MachineWatch.open(machine.context())) {
            assertThat(watch.beforeRun()).isEmpty();
        }
    }

    @Test
    void aLoadOfFifteenAndAGovernorOfSomeThreadsAreWarnings() throws IOException {
        machine.loadAverage(15).governor(1, "powersave");
        try (MachineWatch watch = MachineWatch.open(machine.context())) {
            assertThat(watch.beforeRun()).extracting(Finding::severity).containsOnly(Severity.WARNING);
            assertThat(watch.beforeRun())
                    .extracting(Finding::text)
                    .containsExactly(
                            "the CPU frequency governor was 'performance, powersave'",
                            "the load average was 15.0 before the start");
        }
    }

    @Test
    void whatOtherProgramsTakeInAWindowIsTheMachinesTimeLessOurOwn() throws IOException {
        try (MachineWatch watch = MachineWatch.open(machine.context())) {
            watch.windowBegins();
            // 50 s of CPU time in 10 s, of which 20 s are ours: three threads are not.
            machine.cpuTimes(3000, 0, 3000, 53_000, 0, 0, 0, 0, 0, 0);
            double busy = watch.windowEnds();
            assertThat(busy).isEqualTo(50);
            assertThat(watch.afterTrial(busy, 20, TEN_SECONDS))
                    .extracting(Finding::text)
                    .containsExactly("other programs kept 3.0 of 8 hardware threads busy during the trial");
            assertThat(watch.afterTrial(busy, 46.1, TEN_SECONDS)).isEmpty();
            assertThat(watch.afterTrial(busy, 45.9, TEN_SECONDS)).hasSize(1);
            assertThat(watch.afterTrial(busy, Double.NaN, TEN_SECONDS)).isEmpty();
        }
    }

    @Test
    void aWindowShorterThanTheStepsOfCpuTimeIsNotJudged() throws IOException {
        try (MachineWatch watch = MachineWatch.open(machine.context())) {
            assertThat(watch.afterTrial(0.08, 0, 10_000_000)).isEmpty();
        }
    }

    @Test
    void aGovernorThatIsChangedWhileTheRunGoesOnIsAWarning() throws IOException {
        try (MachineWatch watch = MachineWatch.open(machine.context())) {
            machine.governor(0, "powersave");
            assertThat(watch.afterTrial(0, 0, TEN_SECONDS))
                    .extracting(Finding::code)
                    .containsExactly("governor-changed");
        }
    }

    @Test
    void aSystemThatTellsNothingIsSaidToTellNothing() {
        Path nothing = folder.resolve("nothing");
        try (MachineWatch watch = MachineWatch.open(new FakeMachine(nothing).context())) {
            assertThat(CpuGovernors.of(nothing)).isEmpty();
            assertThat(watch.beforeRun()).extracting(Finding::code).contains("foreign-load-unknown");
            assertThat(watch.windowEnds()).isNaN();
        }
    }
}
