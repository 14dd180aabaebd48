package org.joulemark.engine.power.nvml;

import java.util.concurrent.TimeUnit;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.TraceKind;

/** Ways to learn a GPU's energy, best first. */
enum NvmlSource {
    /** Energy counter as a field; it moves about every 100 ms. */
    ENERGY_FIELD("energy counter", Provenance.COUNTER, SensorScope.GPU) {
        @Override
        NvmlValue ask(NvmlDevice gpu) {
            return gpu.field(NvmlDevice.FIELD_TOTAL_ENERGY, NvmlDevice.SCOPE_GPU);
        }
    },
    /** The same counter through its own call, Volta and newer. */
    ENERGY_CALL("energy counter", Provenance.COUNTER, SensorScope.GPU) {
        @Override
        NvmlValue ask(NvmlDevice gpu) {
            return gpu.totalEnergyMillijoules();
        }
    },
    INSTANT_POWER("momentary power", Provenance.POLLED_INSTANT, SensorScope.GPU) {
        @Override
        NvmlValue ask(NvmlDevice gpu) {
            return gpu.field(NvmlDevice.FIELD_POWER_INSTANT, NvmlDevice.SCOPE_GPU);
        }
    },
    INSTANT_MODULE_POWER("momentary power of the module", Provenance.POLLED_INSTANT, SensorScope.MODULE) {
        @Override
        NvmlValue ask(NvmlDevice gpu) {
            return gpu.field(NvmlDevice.FIELD_POWER_INSTANT, NvmlDevice.SCOPE_MODULE);
        }
    },
    /** A mean over a second on Ampere (but GA100) and newer, momentary before; taken for the worse of the two. */
    POWER_USAGE("power, averaged by the driver", Provenance.POLLED_AVERAGE, SensorScope.GPU) {
        @Override
        NvmlValue ask(NvmlDevice gpu) {
            return gpu.powerMilliwatts();
        }
    };

    private final String words;
    private final Provenance provenance;
    private final SensorScope scope;

    NvmlSource(String words, Provenance provenance, SensorScope scope) {
        this.words = words;
        this.provenance = provenance;
        this.scope = scope;
    }

    /** Millijoules of a counter, milliwatts of a power. */
    abstract NvmlValue ask(NvmlDevice gpu);

    String words() {
        return words;
    }

    Provenance provenance() {
        return provenance;
    }

    SensorScope scope() {
        return scope;
    }

    TraceKind kind() {
        return provenance == Provenance.COUNTER ? TraceKind.ENERGY_COUNTER_MICROJOULES : TraceKind.POWER_MILLIWATTS;
    }

    /** Update period in nanoseconds; of a mean the time it is taken over. */
    long periodNanos() {
        return TimeUnit.MILLISECONDS.toNanos(this == POWER_USAGE ? 1_000 : 100);
    }

    /**
     * Uncertainty at k = 2 until calibrated: 5 % of gross energy; polled momentary power sees about a quarter of the
     * time (arXiv 2312.02741), which adds 10 % where the load's rhythm is unknown. At idle 20 % or 10 W, whichever is
     * greater (ml-energy/zeus #181).
     */
    SensorUncertainty uncertainty() {
        double gross = provenance == Provenance.POLLED_INSTANT ? Math.hypot(0.05, 0.10) : 0.05;
        return new SensorUncertainty(gross, 0.20, 10);
    }
}
