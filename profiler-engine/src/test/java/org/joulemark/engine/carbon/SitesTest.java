package org.joulemark.engine.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitesTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.shipped();

    @TempDir
    private Path folder;

    private Sites sites(String json) throws Exception {
        Files.writeString(folder.resolve("sites.json"), json);
        return new Sites(CATALOGUE, folder);
    }

    @Test
    void aZoneHasNoOverheadAndClaimsNothingOfThePlace() throws Exception {
        Site site = new Sites(CATALOGUE, folder).resolve("SE");
        assertThat(site.zone()).isEqualTo("SWE");
        assertThat(site.pue()).isEqualTo(1.0);
        assertThat(site.pueSource()).isEqualTo("no PUE stated, no facility overhead added");
    }

    @Test
    void placesThatMayBeMeantAreNamedOnceEach() {
        Sites sites = new Sites(CATALOGUE, folder);
        for (String place : List.of("nowhere", "Norwegen", "germny", "US-CAM", "x")) {
            assertThatThrownBy(() -> sites.resolve(place)).isInstanceOfSatisfying(UserError.class, error -> {
                String meant = error.line().replaceFirst(".*did you mean (.*)\\?$", "$1");
                assertThat(Arrays.stream(meant.split(", (?=[A-Z0-9_-]+ \\()")).map(one -> one.replaceFirst(" .*", "")))
                        .as(error.line())
                        .hasSize(4)
                        .doesNotHaveDuplicates();
            });
        }
    }

    @Test
    void aDefinedSiteWinsAndKeepsItsOwnFactor() throws Exception {
        Site site = sites("""
            {"sites": [{"id": "lab", "zone": "DE", "pue": 1.4, "pueSource": "operator, 2025",
              "factor": {"value": 123.4, "source": "utility", "year": 2025, "boundary": "generation_only",
              "gasSet": "CO2e"}}]}
            """).resolve("LAB");
        assertThat(site.pue()).isEqualTo(1.4);
        assertThat(site.factor()).isNotNull();
        assertThat(site.factor().gramsPerKilowattHour()).isEqualTo(123.4);
        assertThat(site.factor().precedence()).contains("user");
    }

    @Test
    void anOwnFactorIsOnlyCalledLocationBasedByAUserWhoSaysSo() throws Exception {
        for (String[] row : new String[][] {
            {"", "method not stated, own factor"},
            {", \"method\": \"location_based\"", "location-based"},
            {", \"method\": \"market-based\"", "market-based as entered, instrument not checked"}
        }) {
            Site site = sites("{\"sites\": [{\"id\": \"a\", \"zone\": \"DE\", \"factor\": {\"value\": 12, \"source\":"
                            + " \"supplier\", \"year\": 2025, \"boundary\": \"lifecycle\", \"gasSet\":"
                            + " \"CO2e\"" + row[0]
                            + "}}]}")
                    .resolve("a");
            assertThat(site.factor()).isNotNull();
            assertThat(site.factor().methodWords()).isEqualTo(row[1]);
        }
    }

    @Test
    void theEnergyTheFactorIsMultipliedWithIsThatOfTheFacility() {
        Site site = new Site("a", "DEU", 1.5, "operator", null, "none");
        Quantity device = Quantity.of(2, Unit.WATT_HOURS_PER_1000, 0.1, Provenance.COUNTER);
        Quantity facility = (Quantity) Co2e.facilityWattHours(device, site);
        assertThat(facility.value()).isCloseTo(3, within(1e-12));
        assertThat(facility.standardUncertainty()).isCloseTo(0.15, within(1e-12));
        assertThat(facility.worst()).isEqualTo(Provenance.ESTIMATED);
        Site desk = new Site("a", "DEU", 1, Sites.NO_OVERHEAD, null, "none");
        assertThat(Co2e.facilityWattHours(device, desk)).isEqualTo(device);
        assertThat(Co2e.facilityWattHours(device, null)).isInstanceOf(Absent.class);
    }

    @Test
    void recordsOf01SaidInOtherWordsThatNobodyGaveAPue() {
        assertThat(Sites.withoutPue(Sites.NO_OVERHEAD)).isTrue();
        // As records of 0.1 have it.
        assertThat(Sites.withoutPue("desktop or workstation, no facility overhead assumed"))
                .isTrue();
        assertThat(Sites.withoutPue("operator")).isFalse();
    }

    @Test
    void theYearOfAnOwnFactorIsAsItsUserEnteredIt() throws Exception {
        Site own = sites("{\"sites\": [{\"id\": \"lab\", \"zone\": \"DEU\", \"factor\": {\"value\": 12, \"source\":"
                        + " \"contract\", \"year\": 2031, \"boundary\": \"lifecycle\", \"gasSet\": \"CO2\"}}]}")
                .resolve("lab");
        assertThat(own.factor().yearMeaning()).isEqualTo("as entered");
    }

    @Test
    void malformedFilesAreNamedWithTheLine() throws Exception {
        assertThatThrownBy(() -> sites("{\n\"sites\": [\n{,}\n]}").resolve("DE"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("sites.json, line 3");
        assertThatThrownBy(() -> sites("{\"sites\": [{\"id\": \"a\", \"zone\": \"DE\", \"pue\": 0.5}]}")
                        .resolve("a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("PUE 0.5");
        assertThatThrownBy(() -> sites("{\"sites\": [{\"id\": \"a\", \"zone\": \"DE\", \"pu\": 1}]}")
                        .resolve("a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("pu");
        assertThatThrownBy(() -> sites("{\"sites\": [{\"zone\": \"DE\"}]}").resolve("a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> sites("").resolve("DE")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> sites("[".repeat(100_000)).resolve("DE")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> sites("{\"sites\": [null]}").resolve("DE")).isInstanceOf(UserError.class);
    }

    @Test
    void withoutASiteThereIsNoFigure() {
        Quantity energy = Quantity.of(2, Unit.WATT_HOURS_PER_1000, 0.1, Provenance.COUNTER);
        assertThat(Co2e.gramsPer1000(energy, null))
                .isEqualTo(new Absent(Unit.GRAMS_CO2E_PER_1000, "no site given, so CO2e is not computed"));
    }

    @Test
    void energyTimesPueTimesFactor() throws Exception {
        Site site = sites("{\"sites\": [{\"id\": \"a\", \"zone\": \"DEU\", \"pue\": 1.5, \"pueSource\": \"x\"}]}")
                .resolve("a");
        Quantity energy = Quantity.of(2, Unit.WATT_HOURS_PER_1000, 0.1, Provenance.COUNTER);
        Quantity grams = (Quantity) Co2e.gramsPer1000(energy, site);
        assertThat(grams.value()).isCloseTo(0.002 * 1.5 * 329, within(1e-12));
        assertThat(grams.standardUncertainty() / grams.value()).isCloseTo(0.05, within(1e-12));
        assertThat(grams.worst()).isEqualTo(Provenance.ESTIMATED);
    }

    @Test
    void co2eNeverReadsBetterThanItsEnergy() throws Exception {
        Site site = new Sites(CATALOGUE, folder).resolve("DEU");
        Quantity energy = Quantity.of(2, Unit.WATT_HOURS_PER_1000, 0.1, Provenance.ASSUMED);
        assertThat(((Quantity) Co2e.gramsPer1000(energy, site)).worst()).isEqualTo(Provenance.ASSUMED);
        Absent none = new Absent(Unit.WATT_HOURS_PER_1000, "no sensor");
        assertThat(Co2e.gramsPer1000(none, site)).isEqualTo(new Absent(Unit.GRAMS_CO2E_PER_1000, "no sensor"));
    }
}
