package org.joulemark.engine.carbon;

import org.joulemark.engine.model.EmissionFactor;

/**
 * A place of the factor catalogue with the factor it would get.
 *
 * @param code what to write for it: ISO 3166-1 alpha-3, a zone code, or {@code WORLD}
 * @param country code of the country a zone lies in; equal to {@code code} for a country
 * @param name English name
 * @param factor its latest factor
 */
public record CatalogueEntry(String code, String country, String name, EmissionFactor factor) {
    /** Whether it is a zone inside a country. */
    public boolean subnational() {
        return !code.equals(country);
    }
}
