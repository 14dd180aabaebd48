package org.joulemark.engine.power;

import java.util.List;
import org.joulemark.engine.power.load.LoadProbe;
import org.joulemark.engine.power.nvml.NvmlProbe;
import org.joulemark.engine.power.rapl.RaplProbe;

/** The kinds of sensors this program knows. Add yours here. */
public final class SensorProbes {
    /** All probes; measured sources first, the model last. */
    public static final List<SensorProbe> ALL = List.of(new NvmlProbe(), new RaplProbe(), new LoadProbe());

    private SensorProbes() {}
}
