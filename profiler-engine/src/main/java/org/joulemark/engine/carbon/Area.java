package org.joulemark.engine.carbon;

/**
 * An area of the tables.
 *
 * @param code ISO 3166-1 alpha-3, a zone code such as US-CAMX, or a code of the tables such as OWID_EU27
 * @param country alpha-3 code of the country a zone lies in; equal to {@code code} for a country
 * @param name English name
 */
record Area(String code, String country, String name) {
    boolean subnational() {
        return !code.equals(country);
    }
}
