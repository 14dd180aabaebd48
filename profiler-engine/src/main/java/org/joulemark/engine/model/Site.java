package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the measured machine stands.
 *
 * @param id name the user gave it, or the zone code
 * @param zone grid zone or country code
 * @param pue power usage effectiveness; 1.0 for a desktop
 * @param pueSource where the PUE comes from
 * @param factor emission factor, or null if none is known
 * @param noFactorBecause why there is no factor; empty if there is one
 */
public record Site(
        String id,
        String zone,
        double pue,
        String pueSource,
        @Nullable EmissionFactor factor,
        String noFactorBecause) {}
