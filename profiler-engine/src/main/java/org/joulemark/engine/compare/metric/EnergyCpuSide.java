package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Gross energy of the CPU per inference while another device does the work; a line of its own, in no total. */
public final class EnergyCpuSide extends Described {
    /** The metric. */
    public EnergyCpuSide() {
        super(new Description(
                "energy.cpu-side",
                "CPU energy per inference (beside the device)",
                Unit.JOULES_PER_INFERENCE,
                Better.LOWER,
                "energy of the CPU's counted sensors over all trials in J / inferences in them; not part of the"
                        + " device's energy"));
    }

    @Override
    public Basis basis() {
        return GrossEnergy.basis(
                contender -> GrossEnergy.trialsPerInference(contender, DeviceId.CPU), contender -> DeviceId.CPU);
    }

    @Override
    public Figure of(Contender contender) {
        return applies(contender)
                ? GrossEnergy.perInference(contender, DeviceId.CPU)
                : new Absent(unit(), "the CPU is the measured device itself");
    }

    @Override
    public boolean applies(Contender contender) {
        return !contender.version().configuration().device().equals(DeviceId.CPU);
    }
}
