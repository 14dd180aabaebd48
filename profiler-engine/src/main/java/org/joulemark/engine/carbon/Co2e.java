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
 * Location-based greenhouse gases of electricity: kWh × PUE × factor (GHG Protocol Scope 2 Guidance).
 *
 * <p>Publishers state no uncertainty for their factors, so that of the result covers the energy only. A yearly average
 * factor is a model of the grid, not a measurement at the site: no part of the result reads better than
 * {@link Provenance#ESTIMATED}, and none better than the energy it stems from.
 */
public final class Co2e {
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;

    private Co2e() {}

    /**
     * Grams of CO2e per 1,000 inferences.
     *
     * @param whPer1000 energy in watt hours per 1,000 inferences
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
        double gramsPerWattHour = site.pue() * factor.gramsPerKilowattHour() / WATT_HOURS_PER_KILOWATT_HOUR;
        return switch (whPer1000) {
            case Absent none -> absent(none.why());
            case Quantity energy -> times(energy, gramsPerWattHour);
        };
    }

    private static Absent absent(String why) {
        return new Absent(Unit.GRAMS_CO2E_PER_1000, why);
    }

    private static Quantity times(Quantity energy, double factor) {
        Quantity grams = energy.times(factor, Unit.GRAMS_CO2E_PER_1000);
        return new Quantity(
                grams.value(),
                grams.unit(),
                grams.standardUncertainty(),
                grams.interval95(),
                noBetterThanEstimated(energy.shares()),
                grams.lowerBound(),
                grams.notCovered());
    }

    private static Map<Provenance, Double> noBetterThanEstimated(Map<Provenance, Double> shares) {
        Map<Provenance, Double> worse = new EnumMap<>(Provenance.class);
        shares.forEach((provenance, share) -> worse.merge(provenance.worse(Provenance.ESTIMATED), share, Double::sum));
        return worse;
    }
}
