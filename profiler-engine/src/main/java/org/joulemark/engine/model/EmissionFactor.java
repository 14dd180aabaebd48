package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Greenhouse-gas emissions per kilowatt hour of electricity.
 *
 * @param id stable name, for example {@code eea-2023-DEU}
 * @param gramsPerKilowattHour gCO2e per kWh
 * @param publisher who publishes it
 * @param dataset title of the data set and its edition
 * @param year year of the data (or of the edition where the publisher keys by edition; {@code yearMeaning} says which)
 * @param yearMeaning "data year", "edition year" or "applicability year"
 * @param geography code of the area, ISO 3166-1 alpha-3 or a zone code
 * @param boundary what is included
 * @param gasSet gases included, for example "CO2e"
 * @param licence licence of the data
 * @param fileSha256 SHA-256 of the file it was read from; empty for a factor the user entered
 * @param precedence which rung of the precedence it stands on, in words
 * @param note what to disclose with it, possibly empty
 * @param method the method it serves; null where nobody said, as for own factors without one and in records of 0.1
 */
public record EmissionFactor(
        String id,
        double gramsPerKilowattHour,
        String publisher,
        String dataset,
        int year,
        String yearMeaning,
        String geography,
        FactorBoundary boundary,
        String gasSet,
        String licence,
        String fileSha256,
        String precedence,
        String note,
        @Nullable FactorMethod method) {
    /**
     * The method it serves, in words. Records of 0.1 do not state it: what was read from a shipped table is an average of
     * a grid, of a factor the user entered nobody knows.
     */
    public String methodWords() {
        if (method != null) {
            return method.words();
        }
        return fileSha256.isEmpty() ? "method not stated, own factor" : FactorMethod.LOCATION_BASED.words();
    }
}
