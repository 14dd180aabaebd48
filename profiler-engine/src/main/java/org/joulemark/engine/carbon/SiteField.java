package org.joulemark.engine.carbon;

/** What a user enters of a site. */
public enum SiteField {
    /** Name of the site. */
    ID,
    /** Country or grid zone. */
    ZONE,
    /** Power usage effectiveness. */
    PUE,
    /** Where the PUE comes from. */
    PUE_SOURCE,
    /** Own factor, gCO2e per kWh. */
    FACTOR_VALUE,
    /** Where the own factor comes from. */
    FACTOR_SOURCE,
    /** Year of the own factor. */
    FACTOR_YEAR,
    /** What the own factor includes. */
    FACTOR_BOUNDARY,
    /** Gases in the own factor. */
    FACTOR_GAS_SET,
    /** Scope 2 method the own factor serves. */
    FACTOR_METHOD
}
