package org.joulemark.engine.carbon;

import java.util.EnumMap;
import java.util.Map;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Greenhouse gases of electricity: kWh × PUE × factor (GHG Protocol Scope 2 Guidance). The facility's kWh, those of the
 * device times PUE, are what the factor is multiplied with; whether the result is location-based or market-based is a
 * matter of the factor.
 *
 * <p>Publishers state no uncertainty for their factors, so that of the result covers the energy only. A yearly average
 * factor is a model of the grid, not a measurement at the site: no part of the result reads better than
 * {@link Provenance#ESTIMATED}, and none better than the energy it stems from.
 */
public final class Co2e {
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;

    private static final String ENERGY_ONLY = "± is of the energy only; publishers state none for the factor";

    private Co2e() {}

    /**
     * Grams of CO2e per 1,000 inferences.
     *
     * @param whPer1000 energy of the device in watt hours per 1,000 inferences
     * @param site where the energy was used; null if nobody told
     */
    public static Figure gramsPer1000(Figure whPer1000, @Nullable Site site) {
        if (site == null) {
            return absent("no site given, so CO2e is not computed");
        }
        EmissionFactor factor = site.factor();
        if (factor == null) {
            return absent("no emission factor for " + site.zone() + ": " + site.noFactorBecause());
        }
        return switch (facilityWattHours(whPer1000, site)) {
            case Absent none -> absent(none.why());
            case Quantity facility ->
                energyOnly(times(
                        facility,
                        factor.gramsPerKilowattHour() / WATT_HOURS_PER_KILOWATT_HOUR,
                        Unit.GRAMS_CO2E_PER_1000));
        };
    }

    /**
     * Watt hours the facility drew for those of the device: × PUE. A PUE is a yearly figure of a whole facility: one that
     * is not 1 makes an estimate of what it multiplies.
     *
     * @param whPer1000 energy of the device in watt hours per 1,000 inferences
     * @param site where the energy was used; null if nobody told
     */
    public static Figure facilityWattHours(Figure whPer1000, @Nullable Site site) {
        if (site == null) {
            return new Absent(Unit.WATT_HOURS_PER_1000, "no site given, so nothing is known of its PUE");
        }
        return switch (whPer1000) {
            case Absent none -> none;
            case Quantity energy -> site.pue() == 1 ? energy : times(energy, site.pue(), Unit.WATT_HOURS_PER_1000);
        };
    }

    private static Quantity energyOnly(Quantity grams) {
        String energy = grams.notCovered();
        return grams.notCovering(energy == null ? ENERGY_ONLY : energy + "; " + ENERGY_ONLY);
    }

    private static Absent absent(String why) {
        return new Absent(Unit.GRAMS_CO2E_PER_1000, why);
    }

    private static Quantity times(Quantity energy, double factor, Unit unit) {
        Quantity result = energy.times(factor, unit);
        return new Quantity(
                result.value(),
                result.unit(),
                result.standardUncertainty(),
                result.interval95(),
                noBetterThanEstimated(energy.shares()),
                result.lowerBound(),
                result.notCovered(),
                result.doubt());
    }

    private static Map<Provenance, Double> noBetterThanEstimated(Map<Provenance, Double> shares) {
        Map<Provenance, Double> worse = new EnumMap<>(Provenance.class);
        shares.forEach((provenance, share) -> worse.merge(provenance.worse(Provenance.ESTIMATED), share, Double::sum));
        return worse;
    }
}
