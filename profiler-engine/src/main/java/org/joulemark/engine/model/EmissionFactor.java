package org.joulemark.engine.model;

/**
 * Greenhouse-gas emissions per kilowatt hour of electricity, location-based.
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
        String note) {}
