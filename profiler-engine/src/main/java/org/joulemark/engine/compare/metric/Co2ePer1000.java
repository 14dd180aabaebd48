package org.joulemark.engine.compare.metric;

import java.util.HashMap;
import java.util.Map;
import org.joulemark.engine.carbon.Co2e;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.TrialValues;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Unit;

/** Greenhouse gases of the electricity of 1,000 inferences; the site's factor says by which method. */
public final class Co2ePer1000 extends Described {
    /** The metric. */
    public Co2ePer1000() {
        super(new Description(
                "co2e.1000",
                "CO2e per 1,000 inferences",
                Unit.GRAMS_CO2E_PER_1000,
                Better.LOWER,
                "facility energy per 1,000 (gross Wh × PUE) / 1000 × emission factor in gCO2e/kWh, by the method"
                        + " the factor serves; the uncertainty is that of the energy, since publishers state none for"
                        + " factors"));
    }

    @Override
    public Basis basis() {
        return new Basis.Trials(
                Co2ePer1000::trials,
                Co2ePer1000::conditions,
                contender -> GrossEnergy.restates(contender, device(contender)),
                GrossEnergy::open);
    }

    @Override
    public Figure of(Contender contender) {
        Figure energy = GrossEnergy.perInference(contender, device(contender));
        return Co2e.gramsPer1000(
                Scaled.wattHoursPer1000(energy), contender.run().setting().site());
    }

    private static TrialValues trials(Contender contender) {
        Site site = contender.run().setting().site();
        EmissionFactor factor = site == null ? null : site.factor();
        if (site == null || factor == null) {
            return TrialValues.none("no emission factor");
        }
        double gramsPerWattHour = site.pue() * factor.gramsPerKilowattHour() / 1000;
        return GrossEnergy.trialsPerInference(contender, device(contender))
                .times(Scaled.WATT_HOURS_PER_1000 * gramsPerWattHour);
    }

    private static Map<String, String> conditions(Contender contender) {
        Map<String, String> conditions = new HashMap<>(GrossEnergy.conditions(contender, device(contender)));
        Site site = contender.run().setting().site();
        EmissionFactor factor = site == null ? null : site.factor();
        conditions.put("emission factor", factor == null ? "none" : factor.id() + " " + factor.gramsPerKilowattHour());
        conditions.put("method of the factor", factor == null ? "none" : factor.methodWords());
        conditions.put("PUE", site == null ? "none" : Double.toString(site.pue()));
        return conditions;
    }

    private static DeviceId device(Contender contender) {
        return contender.version().configuration().device();
    }
}
