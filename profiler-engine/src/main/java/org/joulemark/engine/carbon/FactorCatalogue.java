package org.joulemark.engine.carbon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Emission factors of electricity shipped with the program. The first that exists is taken: subnational, national
 * generation-only, national lifecycle; each says what its publisher includes. A world average is given only to those who ask for {@code WORLD}.
 */
public final class FactorCatalogue {
    private static final String WORLD = "OWID_WRL";

    private final List<FactorRow> subnational;
    private final List<FactorRow> national;
    private final List<FactorRow> lifecycle;
    private final Gazetteer gazetteer;
    private final Map<String, Area> areas = new LinkedHashMap<>();

    private FactorCatalogue(List<FactorRow> subnational, List<FactorRow> national, List<FactorRow> lifecycle) {
        this.subnational = subnational;
        this.national = national;
        this.lifecycle = lifecycle;
        Set<Area> known = new LinkedHashSet<>();
        // The direct table first, for its publishers' names; then every country; zones last.
        Stream.of(national, lifecycle, subnational)
                .flatMap(Collection::stream)
                .map(FactorRow::area)
                .forEach(known::add);
        this.gazetteer = new Gazetteer(known);
        known.forEach(area -> areas.putIfAbsent(area.code(), area));
    }

    /** The tables on the class path. @throws java.io.UncheckedIOException if the build lacks them */
    public static FactorCatalogue shipped() {
        return new FactorCatalogue(
                FactorRows.subnational(FactorTable.shipped("grid_intensity_subnational.csv")),
                FactorRows.national(FactorTable.shipped("grid_intensity_direct.csv")),
                FactorRows.lifecycle(FactorTable.shipped("grid_intensity_annual.csv")));
    }

    /**
     * The location-based factor of a place.
     *
     * @param place ISO alpha-2 or alpha-3 code, English name, zone code such as US-CAMX or CA-ON, or {@code WORLD}
     * @param year year wanted: that year, else the latest earlier one; null for the latest there is
     * @throws UserError if the place is unknown or has no factor for that year or earlier
     */
    public EmissionFactor lookup(String place, @Nullable Integer year) throws UserError {
        Area area = gazetteer.find(place);
        return area.subnational() ? ofZone(area, year) : ofCountry(area, year);
    }

    /**
     * Every country and grid zone with the factor it would get, by name, zones behind their country; the world average
     * comes last.
     */
    public List<CatalogueEntry> all() {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (Area area : areas.values()) {
            entry(area).ifPresent(entries::add);
        }
        entries.sort(Comparator.comparing((CatalogueEntry entry) -> entry.code().equals("WORLD"))
                .thenComparing(entry -> countryName(entry.country()))
                .thenComparing(CatalogueEntry::subnational)
                .thenComparing(CatalogueEntry::name));
        return List.copyOf(entries);
    }

    private Optional<CatalogueEntry> entry(Area area) {
        boolean world = area.code().equals(WORLD);
        try {
            EmissionFactor factor = area.subnational() ? ofZone(area, null) : ofCountry(area, null);
            return Optional.of(new CatalogueEntry(
                    world ? "WORLD" : area.code(), world ? "WORLD" : area.country(), area.name(), factor));
        } catch (UserError e) {
            // Without any factor it is no place to choose.
            return Optional.empty();
        }
    }

    private String countryName(String code) {
        Area country = areas.get(code);
        return country == null ? code : country.name();
    }

    private EmissionFactor ofZone(Area zone, @Nullable Integer year) throws UserError {
        Optional<FactorRow> own = latest(subnational, zone.code(), year);
        if (own.isPresent()) {
            return own.get().factor("subnational, " + own.get().boundary().words(), disclosure(own.get(), year));
        }
        EmissionFactor country = lookup(zone.country(), year);
        return FactorRow.withPrecedence(
                country, country.precedence() + ": none of zone " + zone.code() + " for " + year);
    }

    private EmissionFactor ofCountry(Area area, @Nullable Integer year) throws UserError {
        Optional<FactorRow> direct = latest(national, area.code(), year);
        if (direct.isPresent()) {
            return direct.get().factor("national, " + direct.get().boundary().words(), disclosure(direct.get(), year));
        }
        FactorRow row = latest(lifecycle, area.code(), year)
                .orElseThrow(() -> UserError.usage("No emission factor for " + area.name() + " in " + year
                        + " or earlier; enter one with its source in sites.json"));
        String precedence = area.code().equals(WORLD)
                ? "world average: no national factor (" + row.boundary().words() + ")"
                : "national, " + row.boundary().words();
        return row.factor(precedence, disclosure(row, year));
    }

    private static Optional<FactorRow> latest(List<FactorRow> rows, String code, @Nullable Integer year) {
        return rows.stream()
                .filter(row -> row.area().code().equals(code) && (year == null || row.year() <= year))
                .max(Comparator.comparingInt(FactorRow::year));
    }

    private String disclosure(FactorRow row, @Nullable Integer asked) {
        List<String> notes = new ArrayList<>();
        if (asked != null && asked != row.year()) {
            notes.add(
                    "no factor for " + asked + ", so the latest earlier one, " + row.yearMeaning() + " " + row.year());
        }
        if (row.boundary() == FactorBoundary.LIFECYCLE) {
            notes.add("lifecycle: higher than the generation-only factor Scope 2 asks for, and overlaps Scope 3"
                    + " category 3");
        } else {
            aboveLifecycle(row).ifPresent(notes::add);
        }
        if (!row.note().isEmpty()) {
            notes.add(row.note());
        }
        return String.join("; ", notes);
    }

    /** Publishers allocate combined heat and power in different ways; where that turns the order round, it is said. */
    private Optional<String> aboveLifecycle(FactorRow row) {
        return lifecycle.stream()
                .filter(other -> other.area().code().equals(row.area().code()))
                .filter(other -> other.year() == row.year() && other.grams() < row.grams())
                .findFirst()
                .map(other -> "generation-only value above the lifecycle value of the same year (" + row.grams()
                        + " against " + other.grams()
                        + " g/kWh; allocation of combined heat and power differs): use with"
                        + " care");
    }
}
