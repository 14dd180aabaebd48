package org.joulemark.engine.power.nvml;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;

/** Chooses for every GPU of a session the best source it really answers. */
final class NvmlGpus {
    /** No board draws more; the counter never wraps, it only starts again when the driver is loaded anew. */
    private static final CounterRange RANGE = new CounterRange(0, 3_000);

    private static final String ALL_GPUS = "NVIDIA GPUs";

    private final NvmlScope scope;
    private final List<PowerSensor> sensors = new ArrayList<>();
    private final List<Found.Blocked> blocked = new ArrayList<>();

    /** GPUs of a session; {@link #sensors()} takes it over and ends it if nothing needs it. */
    NvmlGpus(NvmlScope scope) {
        this.scope = scope;
    }

    Found sensors() {
        NvmlLease lease = new NvmlLease(scope).taken();
        try {
            return look(lease);
        } finally {
            lease.givenBack();
        }
    }

    private Found look(NvmlLease lease) {
        int initialised = scope.initialised();
        if (initialised == NvmlCode.DRIVER_NOT_LOADED) {
            return new Found.Absent(NvmlCode.words(initialised), NvmlCode.remedy(initialised));
        }
        NvmlValue count = initialised == NvmlCode.SUCCESS ? scope.deviceCount() : NvmlValue.failed(initialised);
        if (!count.ok()) {
            return new Found.Here(List.of(), List.of(block(ALL_GPUS, count.code())));
        }
        if (count.value() == 0) {
            return new Found.Absent("the NVIDIA driver is here, but it sees no GPU", "");
        }
        String driver = scope.driverVersion().text();
        for (int index = 0; index < count.value(); index++) {
            add(index, scope.device(index), driver, lease);
        }
        return new Found.Here(List.copyOf(sensors), List.copyOf(blocked));
    }

    private void add(int index, NvmlDevice gpu, String driver, NvmlLease lease) {
        String name = DeviceId.gpu(index) + " " + gpu.name().text();
        int worst = NvmlCode.NOT_SUPPORTED;
        for (NvmlSource source : NvmlSource.values()) {
            NvmlValue answer = source.ask(gpu);
            if (answer.ok() && answer.value() > 0) {
                sensors.add(new NvmlSensor(gpu, source, info(index, gpu, source, driver), lease));
                return;
            }
            if (answer.code() != NvmlCode.NOT_SUPPORTED && answer.code() != NvmlCode.FUNCTION_NOT_FOUND) {
                worst = answer.code();
            }
        }
        blocked.add(partitioned(gpu) ? partitionBlocked(name, worst) : block(name.strip(), worst));
    }

    private static SensorInfo info(int index, NvmlDevice gpu, NvmlSource source, String driver) {
        String uuid = gpu.uuid().text();
        boolean module = source.scope() == SensorScope.MODULE;
        return new SensorInfo(
                new SensorId("nvml:" + (uuid.isEmpty() ? "gpu-" + index : uuid) + (module ? ":module" : ":board")),
                SensorSource.NVML,
                DeviceId.gpu(index),
                (gpu.name().text() + " (NVML " + source.words() + ")").strip(),
                source.scope(),
                false,
                source.provenance(),
                source.kind(),
                source.periodNanos(),
                source.uncertainty(),
                source.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES ? RANGE : null,
                null,
                note(gpu, module, driver));
    }

    private static String note(NvmlDevice gpu, boolean module, String driver) {
        List<String> notes = new ArrayList<>();
        if (!driver.isEmpty()) {
            notes.add("driver " + driver);
        }
        if (module) {
            notes.add("the module holds GPU and CPU");
        }
        if (partitioned(gpu)) {
            notes.add("partitioned (MIG): this is the whole GPU, shared by all its instances");
        }
        return String.join("; ", notes);
    }

    private static boolean partitioned(NvmlDevice gpu) {
        NvmlValue mode = gpu.migMode();
        return mode.ok() && mode.value() == 1;
    }

    private static Found.Blocked partitionBlocked(String name, int code) {
        return new Found.Blocked(
                name,
                "the GPU is partitioned (MIG), and an instance has no power reading of its own: "
                        + NvmlCode.words(code),
                "measure on the whole GPU: sudo nvidia-smi -mig 0");
    }

    private static Found.Blocked block(String name, int code) {
        return new Found.Blocked(name, "no energy and no power: " + NvmlCode.words(code), NvmlCode.remedy(code));
    }
}
