package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Energy of the headline device per 1,000 inferences above its idle power. */
public final class EnergyNetWattHours extends Described {
    /** The metric. */
    public EnergyNetWattHours() {
        super(new Description(
                "energy.net.wh1000",
                "Energy per 1,000 inferences (net of idle)",
                Unit.WATT_HOURS_PER_1000,
                Better.LOWER,
                "net energy per inference in J × 1000 / 3600"));
    }

    @Override
    public Basis basis() {
        return NetEnergy.basis(EnergyNetWattHours::trials);
    }

    @Override
    public Figure of(Contender contender) {
        return Scaled.wattHoursPer1000(NetEnergy.perInference(
                contender, contender.version().configuration().device()));
    }

    private static TrialValues trials(Contender contender) {
        return NetEnergy.trials(contender, contender.version().configuration().device())
                .times(Scaled.WATT_HOURS_PER_1000);
    }
}
