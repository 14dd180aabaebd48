package org.joulemark.engine.power.nvml;

import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.SensorProbe;

/** Energy of NVIDIA GPUs, through the library the driver brings. */
public final class NvmlProbe implements SensorProbe {
    private static final String REMEDY = "only needed with an NVIDIA GPU: install its driver, which brings the library;"
            + " in a container, start it with the GPU passed through (docker run --gpus all)";

    @Override
    public SensorSource source() {
        return SensorSource.NVML;
    }

    @Override
    public String title() {
        return "NVIDIA GPU energy (NVML)";
    }

    @Override
    public Found look(ProbeContext context) {
        try {
            return new NvmlGpus(new NativeNvml(context.nvmlLibrary())).sensors();
        } catch (LinkageError e) {
            return new Found.Absent("the NVIDIA library cannot be loaded: " + loaderWords(e), REMEDY);
        }
    }

    /** The loader tries several places and joins its messages by line ends; the first tells it all. */
    static String loaderWords(LinkageError error) {
        String message = String.valueOf(error.getMessage());
        return message.lines()
                .filter(line -> !line.startsWith("Unable to load library"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(message.replace('\n', ' '));
    }
}
