package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.engine.power.load.LoadProbe;
import org.joulemark.engine.power.rapl.RaplProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What watching costs: CPU time of the sampling thread at 10 Hz over the load model and a two-socket RAPL tree. */
class SamplerBench {
    private static final double MAX_CPU_SECONDS_A_MINUTE = 0.14;
    private static final int WARM_UP_TICKS = 50;
    private static final int TICKS = 200;

    @TempDir
    Path folder;

    @Test
    void samplingAtTenHertzCostsNextToNothing() throws Exception {
        FakeMachine machine = new FakeMachine(folder).cpuTimes(1, 0, 1, 100, 0, 0, 0, 0, 0, 0);
        for (int socket = 0; socket < 2; socket++) {
            String zone = "intel-rapl:" + socket;
            machine.zone(zone, "package-" + socket, 1_000_000L * (socket + 1))
                    .zone(zone + ":0", "core", 1_000)
                    .zone(zone + ":1", "dram", 2_000 + socket);
        }
        List<SensorProbe> probes = List.of(new RaplProbe(), new LoadProbe());
        try (SensorSurvey survey = SensorSurvey.of(withRealLoad(machine.context()), probes)) {
            assertThat(survey.sensors()).hasSize(7);
            try (Sampler sampler = Sampler.start(survey.sensors(), Sampler.PERIOD_NANOS)) {
                await(sampler, WARM_UP_TICKS);
                long cpu = sampler.cpuNanos();
                long ticks = sampler.ticks();
                long start = System.nanoTime();
                await(sampler, ticks + TICKS);
                double minutes = (System.nanoTime() - start) / 60e9;
                double seconds = (sampler.cpuNanos() - cpu) / 1e9 / minutes;
                System.out.printf(
                        "sampler at 10 Hz over %d sensors: %.4f CPU seconds a minute, %d of %d ticks late%n",
                        survey.sensors().size(), seconds, sampler.ticksLate(), sampler.ticks());
                assertThat(seconds).isLessThanOrEqualTo(MAX_CPU_SECONDS_A_MINUTE);
            }
        }
    }

    /** CPU times are the running kernel's where it has a procfs: making that file is a part of the cost. */
    private static ProbeContext withRealLoad(ProbeContext fake) {
        Path real = Path.of("/proc");
        return new ProbeContext(
                fake.sysRoot(),
                Files.isReadable(real.resolve("stat")) ? real : fake.procRoot(),
                fake.cpuName(),
                fake.cpuVendor(),
                fake.logicalCores(),
                fake.virtualMachine(),
                fake.nvmlLibrary());
    }

    private static void await(Sampler sampler, long ticks) throws InterruptedException {
        while (sampler.ticks() < ticks) {
            Thread.sleep(50);
        }
    }
}
