package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Energy of the headline device per inference above its idle power. */
public final class EnergyNet extends Described {
    /** The metric. */
    public EnergyNet() {
        super(new Description(
                "energy.net",
                "Energy per inference (net of idle)",
                Unit.JOULES_PER_INFERENCE,
                Better.LOWER,
                "(energy of the device − idle power × time) over all trials in J / inferences in them; idle power"
                        + " is the mean of the baselines before and after"));
    }

    @Override
    public Basis basis() {
        return NetEnergy.basis(EnergyNet::trials);
    }

    @Override
    public Figure of(Contender contender) {
        return NetEnergy.perInference(
                contender, contender.version().configuration().device());
    }

    private static TrialValues trials(Contender contender) {
        return NetEnergy.trials(contender, contender.version().configuration().device());
    }
}
