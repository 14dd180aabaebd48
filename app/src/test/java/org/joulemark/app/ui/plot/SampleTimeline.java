package org.joulemark.app.ui.plot;

import java.util.Random;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.TraceKind;
import org.jspecify.annotations.Nullable;

/** Made-up sensors and a run to look at. */
final class SampleTimeline {
    static final long SECOND = 1_000_000_000L;

    private SampleTimeline() {}

    static SensorInfo counter(String id, String device, String name, @Nullable CounterRange range) {
        return info(id, device, name, TraceKind.ENERGY_COUNTER_MICROJOULES, range);
    }

    static SensorInfo samples(String id, String device, String name) {
        return info(id, device, name, TraceKind.POWER_MILLIWATTS, null);
    }

    private static SensorInfo info(
            String id, String device, String name, TraceKind kind, @Nullable CounterRange range) {
        return new SensorInfo(
                new SensorId(id),
                SensorSource.RAPL,
                DeviceId.parse(device),
                name,
                SensorScope.CPU_PACKAGE,
                false,
                Provenance.COUNTER,
                kind,
                10_000_000L,
                new SensorUncertainty(0.05, 0.05, 0.1),
                range,
                null,
                "");
    }

    /** A model with a CPU of two sensors, a GPU with a gap, an iGPU without a sensor, phases and flags. */
    static TimelineModel run() {
        TimelineModel model = new TimelineModel();
        SensorInfo cpu = counter("rapl:0", "cpu", "package-0 (RAPL)", new CounterRange(1L << 40, 500));
        SensorInfo dram = counter("rapl:dram", "cpu", "dram (RAPL)", new CounterRange(1L << 40, 500));
        SensorInfo gpu = samples("nvml:0", "gpu:0", "board (NVML)");
        model.addSensor(cpu, "CPU", "counter, ±5 %");
        model.addSensor(dram, "CPU", "counter, ±5 %");
        model.addSensor(gpu, "GPU 0 · RTX 4090", "polled average, ±5 W");
        model.addRow(DeviceId.gpu(1), "GPU 1 · Radeon", "No power sensor: the driver does not offer it");
        model.append(cpu.id(), counterTrace(9500, 7, 18, 42));
        model.append(dram.id(), counterTrace(9500, 8, 3, 6));
        model.append(gpu.id(), sampleTrace(9500));
        model.beginPhase(PhaseKind.IDLE, "idle baseline", 0);
        model.beginPhase(PhaseKind.LOADING, "loading digits-v3", 15 * SECOND);
        model.beginPhase(PhaseKind.WARM_UP, "warm-up", 22 * SECOND);
        model.beginPhase(PhaseKind.TRIAL, "trial 1: digits-v3", 30 * SECOND);
        model.beginPhase(PhaseKind.COOL_DOWN, "cool-down", 50 * SECOND);
        model.beginPhase(PhaseKind.WARM_UP, "warm-up", 58 * SECOND);
        model.beginPhase(PhaseKind.TRIAL, "trial 2: digits-v3-int8", 65 * SECOND);
        model.flag(new Flag(44 * SECOND, FlagKind.THROTTLE, "thermal throttling, 1.2 GHz"));
        model.flag(new Flag(71 * SECOND, FlagKind.GAP, "2 s without a reading"));
        model.flag(new Flag(80 * SECOND, FlagKind.FOREIGN_PROCESS, "firefox used the GPU"));
        model.fit();
        return model;
    }

    static double load(double seconds) {
        boolean busy = (seconds > 22 && seconds < 50) || seconds > 58;
        boolean trial = (seconds > 30 && seconds < 50) || seconds > 65;
        return busy ? trial ? 1 : 0.8 : seconds > 15 && seconds < 22 ? 0.35 : 0;
    }

    static SensorTrace counterTrace(int readings, long seed, double idleWatts, double busyWatts) {
        Random random = new Random(seed);
        long[] ticks = new long[readings];
        long[] values = new long[readings];
        double energy = 1e9;
        for (int i = 0; i < readings; i++) {
            ticks[i] = i * 10_000_000L;
            double watts =
                    idleWatts + (busyWatts - idleWatts) * load(i / 100.0) + random.nextGaussian() * idleWatts / 8;
            energy += Math.max(0.5, watts) * 1e4;
            values[i] = (long) energy;
        }
        return new SensorTrace(ticks, values, new byte[readings]);
    }

    static SensorTrace sampleTrace(int readings) {
        Random random = new Random(3);
        long[] ticks = new long[readings];
        long[] values = new long[readings];
        byte[] states = new byte[readings];
        for (int i = 0; i < readings; i++) {
            double seconds = i / 100.0;
            ticks[i] = i * 10_000_000L;
            values[i] = Math.round(28_000
                    + 260_000 * load(seconds - 0.4)
                    + random.nextGaussian() * 2500
                    + (load(seconds) > 0 ? 9000 * Math.sin(seconds * 2.1) : 0));
            states[i] = seconds > 69 && seconds < 72 ? MissingReason.HUNG.code() : 0;
        }
        return new SensorTrace(ticks, values, states);
    }
}
