package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Mean power of the headline device over the trials. */
public final class PowerMean extends Described {
    /** The metric. */
    public PowerMean() {
        super(new Description(
                "power.mean",
                "Mean power",
                Unit.WATTS,
                Better.NEITHER,
                "energy of the device's counted sensors over all trials in J / seconds in them"));
    }

    @Override
    public Basis basis() {
        return GrossEnergy.basis(PowerMean::trials);
    }

    @Override
    public Figure of(Contender contender) {
        return GrossEnergy.perSecond(
                contender, contender.version().configuration().device());
    }

    private static TrialValues trials(Contender contender) {
        return GrossEnergy.trialsPerSecond(
                contender, contender.version().configuration().device());
    }
}
