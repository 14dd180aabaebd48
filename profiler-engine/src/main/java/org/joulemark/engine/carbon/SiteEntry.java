package org.joulemark.engine.carbon;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;
import org.jspecify.annotations.Nullable;

/**
 * A site as a user wants it, which may not hold up: {@link #problems()} says what is wrong.
 *
 * @param id name of the site
 * @param zone country or grid zone
 * @param pue power usage effectiveness; null where nothing is assumed beyond the machine
 * @param pueSource where the PUE comes from; null without one
 * @param factor own factor; null to take that of the zone from the catalogue
 */
public record SiteEntry(
        String id,
        String zone,
        @Nullable Double pue,
        @Nullable String pueSource,
        @Nullable OwnFactor factor) {
    private static final double LEAST_PUE = 1;
    private static final double MOST_PUE = 10;
    private static final double MOST_GRAMS = 5000;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /**
     * A factor as a user wants it.
     *
     * @param value gCO2e per kWh
     * @param source where it comes from
     * @param year year of its data
     * @param boundary {@code generation_only}, {@code consumption} or {@code lifecycle}
     * @param gasSet gases included, for example CO2e
     * @param method {@code location_based} or {@code market_based}; null where the user does not say
     */
    public record OwnFactor(
            @Nullable Double value,
            @Nullable String source,
            @Nullable Integer year,
            @Nullable String boundary,
            @Nullable String gasSet,
            @Nullable String method) {
        /** What is wrong, by field, in the order of the fields; empty if it holds up. */
        public Map<SiteField, String> problems() {
            Map<SiteField, String> problems = new LinkedHashMap<>();
            Double grams = value;
            Integer of = year;
            String included = boundary;
            require(
                    problems,
                    grams != null && grams >= 0 && grams <= MOST_GRAMS,
                    SiteField.FACTOR_VALUE,
                    "a factor needs a \"value\" in gCO2e/kWh, 0 to 5000");
            require(problems, filled(source), SiteField.FACTOR_SOURCE, "a factor needs a \"source\"");
            require(
                    problems,
                    of != null && of >= FIRST_YEAR && of <= LAST_YEAR,
                    SiteField.FACTOR_YEAR,
                    "a factor needs a \"year\", 1990 to 2100");
            require(
                    problems,
                    included != null && boundaryNamed(included) != null,
                    SiteField.FACTOR_BOUNDARY,
                    "a factor needs a \"boundary\": generation_only, consumption or lifecycle");
            require(
                    problems,
                    filled(gasSet),
                    SiteField.FACTOR_GAS_SET,
                    "a factor needs a \"gasSet\", for example CO2e");
            require(
                    problems,
                    method == null || methodNamed(method) != null,
                    SiteField.FACTOR_METHOD,
                    "the \"method\" of a factor is location_based, market_based or left out");
            return problems;
        }
    }

    /** What is wrong, by field, in the order of the fields and in the words the file is judged with; empty if all holds. */
    public Map<SiteField, String> problems() {
        Map<SiteField, String> problems = new LinkedHashMap<>();
        Double overhead = pue;
        require(problems, filled(id), SiteField.ID, "a site needs an \"id\"");
        require(
                problems,
                filled(zone),
                SiteField.ZONE,
                "site \"" + id + "\" needs a \"zone\" (country or grid zone code)");
        require(
                problems,
                overhead == null || (overhead >= LEAST_PUE && overhead <= MOST_PUE),
                SiteField.PUE,
                "site \"" + id + "\" has PUE " + overhead + ", expected 1.0 to 10");
        require(
                problems,
                overhead == null || filled(pueSource),
                SiteField.PUE_SOURCE,
                "site \"" + id + "\" needs a \"pueSource\" that says where its PUE comes from");
        if (factor != null) {
            problems.putAll(factor.problems());
        }
        return problems;
    }

    /** What {@code name} stands for in the file; null for anything else. */
    public static @Nullable FactorBoundary boundaryNamed(String name) {
        return switch (key(name)) {
            case "generation_only" -> FactorBoundary.GENERATION_ONLY;
            case "consumption" -> FactorBoundary.CONSUMPTION;
            case "lifecycle" -> FactorBoundary.LIFECYCLE;
            default -> null;
        };
    }

    /** What {@code name} stands for in the file; null for anything else. */
    public static @Nullable FactorMethod methodNamed(String name) {
        return switch (key(name)) {
            case "location_based" -> FactorMethod.LOCATION_BASED;
            case "market_based" -> FactorMethod.MARKET_BASED;
            default -> null;
        };
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void require(Map<SiteField, String> problems, boolean holds, SiteField field, String otherwise) {
        if (!holds) {
            problems.put(field, otherwise);
        }
    }
}
