package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Gross energy of the headline device per inference. */
public final class EnergyGross extends Described {
    /** The metric. */
    public EnergyGross() {
        super(new Description(
                "energy.gross",
                "Energy per inference (gross)",
                Unit.JOULES_PER_INFERENCE,
                Better.LOWER,
                "energy of the device's counted sensors over all trials in J / inferences in them; u² = spread of the"
                        + " trials² + sensor gain² + (τ/(√3·T)·E)², enlarged for few trials"));
    }

    @Override
    public Basis basis() {
        return GrossEnergy.basis(EnergyGross::trials);
    }

    @Override
    public Figure of(Contender contender) {
        return GrossEnergy.perInference(
                contender, contender.version().configuration().device());
    }

    private static TrialValues trials(Contender contender) {
        return GrossEnergy.trialsPerInference(
                contender, contender.version().configuration().device());
    }
}
