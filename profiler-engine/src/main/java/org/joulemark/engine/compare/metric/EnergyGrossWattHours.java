package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** Gross energy of the headline device per 1,000 inferences. */
public final class EnergyGrossWattHours extends Described {
    /** The metric. */
    public EnergyGrossWattHours() {
        super(new Description(
                "energy.gross.wh1000",
                "Energy per 1,000 inferences (gross)",
                Unit.WATT_HOURS_PER_1000,
                Better.LOWER,
                "gross energy per inference in J × 1000 / 3600"));
    }

    @Override
    public Basis basis() {
        return GrossEnergy.basis(EnergyGrossWattHours::trials);
    }

    @Override
    public Figure of(Contender contender) {
        return Scaled.wattHoursPer1000(GrossEnergy.perInference(
                contender, contender.version().configuration().device()));
    }

    private static TrialValues trials(Contender contender) {
        return GrossEnergy.trialsPerInference(
                        contender, contender.version().configuration().device())
                .times(Scaled.WATT_HOURS_PER_1000);
    }
}
