package org.joulemark.engine.carbon;

import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;

/**
 * A row of a factor table.
 *
 * @param area where it holds
 * @param year year it is keyed by
 * @param yearMeaning what that year is
 * @param grams gCO2e per kWh
 * @param boundary what it includes
 * @param gasSet gases included
 * @param origin who published it and how
 * @param note what to disclose with it, possibly empty
 */
record FactorRow(
        Area area,
        int year,
        String yearMeaning,
        double grams,
        FactorBoundary boundary,
        String gasSet,
        Origin origin,
        String note) {
    /** Publisher, its short name in ids, data set, licence and hash of the file read. */
    record Origin(String shortName, String publisher, String dataset, String licence, String sha256) {}

    EmissionFactor factor(String precedence, String disclosure) {
        return new EmissionFactor(
                origin.shortName() + "-" + year + "-" + area.code(),
                grams,
                origin.publisher(),
                origin.dataset(),
                year,
                yearMeaning,
                area.code(),
                boundary,
                gasSet,
                origin.licence(),
                origin.sha256(),
                precedence,
                disclosure,
                FactorMethod.LOCATION_BASED);
    }

    static EmissionFactor withPrecedence(EmissionFactor factor, String precedence) {
        return new EmissionFactor(
                factor.id(),
                factor.gramsPerKilowattHour(),
                factor.publisher(),
                factor.dataset(),
                factor.year(),
                factor.yearMeaning(),
                factor.geography(),
                factor.boundary(),
                factor.gasSet(),
                factor.licence(),
                factor.fileSha256(),
                precedence,
                factor.note(),
                factor.method());
    }
}
