package org.joulemark.engine.carbon;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.carbon.FactorRow.Origin;
import org.joulemark.engine.model.FactorBoundary;

/** Reads the rows of the shipped tables, each in its own layout (columns described in the SOURCES.md beside them). */
final class FactorRows {
    private static final String VALUE = "carbon_intensity_gco2e_per_kwh";

    private FactorRows() {}

    /** Layout of grid_intensity_subnational.csv. */
    static List<FactorRow> subnational(FactorTable table) {
        return table.rows().stream()
                .map(row -> new FactorRow(
                        new Area(row.get("zone_code"), row.get("country_code"), row.get("zone_name")),
                        Integer.parseInt(row.get("year")),
                        row.get("year_meaning").replace('_', ' '),
                        grams(row),
                        boundary(row),
                        row.get("verification").contains("gas_inferred") ? "CO2e (inferred)" : "CO2e",
                        origin(table, row),
                        subnationalNote(row)))
                .toList();
    }

    /** Layout of grid_intensity_direct.csv: keyed by edition where the publisher does so, else by data year. */
    static List<FactorRow> national(FactorTable table) {
        return table.rows().stream()
                .map(row -> {
                    boolean byEdition = !row.get("edition_year").isEmpty();
                    return new FactorRow(
                            country(row),
                            Integer.parseInt(row.get(byEdition ? "edition_year" : "data_year")),
                            byEdition ? "edition year" : "data year",
                            grams(row),
                            boundary(row),
                            row.get("gas_scope").equals("CO2e") ? "CO2e" : "CO2e (inferred)",
                            origin(table, row),
                            row.get("note"));
                })
                .toList();
    }

    /** Layout of grid_intensity_annual.csv. */
    static List<FactorRow> lifecycle(FactorTable table) {
        Origin origin = new Origin(
                "ember",
                "Ember and Energy Institute, processed by Our World in Data",
                "Carbon intensity of electricity, 2026 release",
                "CC-BY-4.0",
                table.sha256());
        return table.rows().stream()
                .map(row -> new FactorRow(
                        country(row),
                        Integer.parseInt(row.get("year")),
                        "data year",
                        grams(row),
                        boundary(row),
                        "CO2e",
                        origin,
                        row.get("precision_flag").equals("low") ? "low precision: so little is generated there" : ""))
                .toList();
    }

    private static Area country(CSVRecord row) {
        return new Area(row.get("area_code"), row.get("area_code"), row.get("area_name"));
    }

    private static double grams(CSVRecord row) {
        return Double.parseDouble(row.get(VALUE));
    }

    /** Each row says itself what it includes. */
    private static FactorBoundary boundary(CSVRecord row) {
        return switch (row.get("boundary")) {
            case "generation_only" -> FactorBoundary.GENERATION_ONLY;
            case "consumption" -> FactorBoundary.CONSUMPTION;
            case "lifecycle" -> FactorBoundary.LIFECYCLE;
            default -> throw new IllegalStateException("a factor without a known boundary: " + row);
        };
    }

    /** ECCC's factors are per kWh consumed: losses on the way are inside. */
    private static String subnationalNote(CSVRecord row) {
        return boundary(row) == FactorBoundary.CONSUMPTION
                ? "consumption factor, not the generation-only one Scope 2 asks for: grid losses (Scope 3 category 3)"
                        + " are inside, do not add them again"
                : "";
    }

    private static Origin origin(FactorTable table, CSVRecord row) {
        String dataset = row.get("source");
        return switch (dataset.substring(0, Math.min(5, dataset.length()))) {
            case "UK DE" -> origin("desnz", "UK DESNZ", table, row);
            case "EEA g" -> origin("eea", "European Environment Agency", table, row);
            case "US EP" -> origin("egrid", "US EPA", table, row);
            case "ECCC " -> origin("eccc", "Environment and Climate Change Canada", table, row);
            default -> throw new IllegalStateException("a source without a publisher: " + dataset);
        };
    }

    private static Origin origin(String shortName, String publisher, FactorTable table, CSVRecord row) {
        return new Origin(shortName, publisher, row.get("source"), row.get("licence"), table.sha256());
    }
}
