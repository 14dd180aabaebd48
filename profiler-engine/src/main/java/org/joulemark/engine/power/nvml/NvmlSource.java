package org.joulemark.engine.power.nvml;

import java.util.List;
import java.util.function.Function;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.TraceKind;

/**
 * A way to the energy of a GPU (field ids and scopes of nvml.h).
 *
 * @param words what a person calls it
 * @param provenance provenance of its energies
 * @param periodNanos how often the driver updates it, in nanoseconds
 * @param query asks for millijoules (counters) or milliwatts
 */
record NvmlSource(String words, Provenance provenance, long periodNanos, Function<NvmlDevice, NvmlValue> query) {
    private static final long COUNTER_PERIOD_NANOS = 100_000_000L;
    private static final long AVERAGE_PERIOD_NANOS = 1_000_000_000L;
    private static final long MICROJOULES_PER_MILLIJOULE = 1_000;

    /**
     * All ways, best first: the energy counter (field 83, or its older function; Volta and newer, updated about every
     * 100 ms), momentary power (field 186), power averaged over a second (field 185), and the power usage function,
     * which is such an average on Ampere (but GA100) and newer and is taken as one always.
     */
    static final List<NvmlSource> ALL = List.of(
            new NvmlSource("energy counter", Provenance.COUNTER, COUNTER_PERIOD_NANOS, device -> device.field(83, 0)),
            new NvmlSource(
                    "energy counter", Provenance.COUNTER, COUNTER_PERIOD_NANOS, NvmlDevice::totalEnergyMillijoules),
            new NvmlSource(
                    "instant power", Provenance.POLLED_INSTANT, COUNTER_PERIOD_NANOS, device -> device.field(186, 0)),
            new NvmlSource(
                    "average power", Provenance.POLLED_AVERAGE, AVERAGE_PERIOD_NANOS, device -> device.field(185, 0)),
            new NvmlSource(
                    "average power",
                    Provenance.POLLED_AVERAGE,
                    AVERAGE_PERIOD_NANOS,
                    NvmlDevice::powerUsageMilliwatts));

    TraceKind kind() {
        return provenance == Provenance.COUNTER ? TraceKind.ENERGY_COUNTER_MICROJOULES : TraceKind.POWER_MILLIWATTS;
    }

    /** Reads in the trace's own unit: microjoules or milliwatts. */
    NvmlValue read(NvmlDevice device) {
        NvmlValue value = query.apply(device);
        boolean counter = provenance == Provenance.COUNTER;
        return value.ok() && counter ? new NvmlValue(value.code(), value.value() * MICROJOULES_PER_MILLIJOULE) : value;
    }
}
