package org.joulemark.engine.compare.metric;

import java.util.HashMap;
import java.util.Map;
import org.joulemark.engine.carbon.Co2e;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Unit;

/** What the facility drew for 1,000 inferences: the energy an emission factor is multiplied with. */
public final class EnergyFacilityWattHours extends Described {
    /** The metric. */
    public EnergyFacilityWattHours() {
        super(new Description(
                "energy.facility.wh1000",
                "Facility energy per 1,000 inferences (gross × PUE)",
                Unit.WATT_HOURS_PER_1000,
                Better.LOWER,
                "gross energy of the device in Wh per 1,000 × PUE of the site"));
    }

    @Override
    public Basis basis() {
        return new Basis.Trials(
                EnergyFacilityWattHours::trials,
                EnergyFacilityWattHours::conditions,
                contender -> GrossEnergy.restates(contender, device(contender)),
                GrossEnergy::open);
    }

    @Override
    public Figure of(Contender contender) {
        return Co2e.facilityWattHours(
                Scaled.wattHoursPer1000(GrossEnergy.perInference(contender, device(contender))),
                contender.run().setting().site());
    }

    private static TrialValues trials(Contender contender) {
        Site site = contender.run().setting().site();
        if (site == null) {
            return TrialValues.none("no site given");
        }
        return GrossEnergy.trialsPerInference(contender, device(contender))
                .times(Scaled.WATT_HOURS_PER_1000 * site.pue());
    }

    private static Map<String, String> conditions(Contender contender) {
        Map<String, String> conditions = new HashMap<>(GrossEnergy.conditions(contender, device(contender)));
        Site site = contender.run().setting().site();
        conditions.put("PUE", site == null ? "none" : Double.toString(site.pue()));
        return conditions;
    }

    private static DeviceId device(Contender contender) {
        return contender.version().configuration().device();
    }
}
