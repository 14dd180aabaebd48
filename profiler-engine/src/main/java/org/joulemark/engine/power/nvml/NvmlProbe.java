package org.joulemark.engine.power.nvml;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.SensorProbe;

/** NVIDIA GPUs through NVML, the library of their driver. */
public final class NvmlProbe implements SensorProbe {
    private static final String REMEDY = "install the NVIDIA driver (its package holds the library), then restart";

    @Override
    public String id() {
        return "nvml";
    }

    @Override
    public String title() {
        return "NVIDIA GPUs (NVML)";
    }

    @Override
    public Found look(ProbeContext context) {
        String wanted = context.nvmlLibrary();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String library = wanted != null ? wanted : windows ? "nvml" : "libnvidia-ml.so.1";
        try {
            return look(JnaNvml.open(library));
        } catch (UnsatisfiedLinkError e) {
            String words = String.valueOf(e.getMessage()).lines().findFirst().orElse(library);
            return new Found.Absent("no NVIDIA driver library: " + words, REMEDY);
        } catch (NvmlUnavailableException e) {
            return new Found.Absent("the NVIDIA driver does not answer: " + e.getMessage(), "");
        }
    }

    /** Looks in an open scope, which the last sensor closes. */
    static Found look(NvmlScope scope) {
        NvmlValue count = scope.deviceCount();
        if (!count.ok() || count.value() == 0) {
            scope.close();
            String why = count.ok() ? "the driver sees no GPU" : NvmlReturn.words(count.code());
            return new Found.Absent("no NVIDIA GPU: " + why, "");
        }
        List<PowerSensor> sensors = new ArrayList<>();
        List<Found.Blocked> blocked = new ArrayList<>();
        AtomicInteger open = new AtomicInteger();
        Runnable onClose = () -> {
            if (open.decrementAndGet() == 0) {
                scope.close();
            }
        };
        for (int index = 0; index < count.value(); index++) {
            add(index, scope.device(index), onClose, new Lists(sensors, blocked));
        }
        open.set(sensors.size());
        if (sensors.isEmpty()) {
            scope.close();
        }
        return new Found.Here(sensors, blocked);
    }

    private record Lists(List<PowerSensor> sensors, List<Found.Blocked> blocked) {}

    private static void add(int index, NvmlDevice device, Runnable onClose, Lists found) {
        String name = "gpu:" + index + " " + device.name();
        NvmlValue mig = device.migMode();
        if (mig.ok() && mig.value() == 1) {
            found.blocked()
                    .add(new Found.Blocked(
                            name,
                            "cut into instances (MIG): the whole GPU's energy cannot be given to one of them",
                            "sudo nvidia-smi -i " + index + " -mig 0"));
            return;
        }
        NvmlValue last = NvmlValue.failed(NvmlReturn.NOT_SUPPORTED);
        for (NvmlSource source : NvmlSource.ALL) {
            last = source.read(device);
            if (last.ok()) {
                found.sensors().add(new NvmlSensor(index, device, source, onClose));
                return;
            }
        }
        found.blocked().add(new Found.Blocked(name, "no power reading: " + NvmlReturn.words(last.code()), ""));
    }
}
