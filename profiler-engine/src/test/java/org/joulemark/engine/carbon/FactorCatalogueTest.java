package org.joulemark.engine.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorCatalogueTest {
    private final FactorCatalogue catalogue = FactorCatalogue.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"DE", "de", "DEU", "Germany", " germany "})
    void aCountryIsFoundByWhateverPeopleCallIt(String place) throws Exception {
        EmissionFactor factor = catalogue.lookup(place, null);
        assertThat(factor.id()).isEqualTo("eea-2023-DEU");
        assertThat(factor.gramsPerKilowattHour()).isEqualTo(329);
        assertThat(factor.boundary()).isEqualTo(FactorBoundary.GENERATION_ONLY);
        assertThat(factor.precedence()).isEqualTo("national, generation only");
    }

    @ParameterizedTest
    @CsvSource({"US-CAMX,195.04,egrid-2023-US-CAMX", "us-camx,195.04,egrid-2023-US-CAMX", "US,349.7,egrid-2023-USA"})
    void aZoneIsTakenBeforeItsCountry(String place, double grams, String id) throws Exception {
        EmissionFactor factor = catalogue.lookup(place, null);
        assertThat(factor.gramsPerKilowattHour()).isEqualTo(grams);
        assertThat(factor.id()).isEqualTo(id);
    }

    @Test
    void aProvinceOfCanadaSaysThatLossesAreInside() throws Exception {
        EmissionFactor ontario = catalogue.lookup("CA-ON", null);
        assertThat(ontario.year()).isEqualTo(2026);
        assertThat(ontario.yearMeaning()).isEqualTo("applicability year");
        assertThat(ontario.note()).contains("losses");
        assertThat(ontario.boundary()).isEqualTo(FactorBoundary.CONSUMPTION);
        assertThat(ontario.precedence()).isEqualTo("subnational, consumption, with grid losses");
    }

    /** Words of a boundary are those of its own row in the table, for every row of every table of factors. */
    @ParameterizedTest
    @CsvSource({
        "grid_intensity_subnational.csv,zone_code",
        "grid_intensity_direct.csv,area_code",
        "grid_intensity_annual.csv,area_code"
    })
    void everyFactorSaysOfItsBoundaryWhatItsRowSays(String file, String code) {
        Set<String> seen = new HashSet<>();
        for (CSVRecord row : FactorTable.shipped(file).rows()) {
            seen.add(row.get(code) + " " + row.get("boundary"));
        }
        for (CatalogueEntry entry : catalogue.all()) {
            EmissionFactor factor = entry.factor();
            if (factor.fileSha256().equals(FactorTable.shipped(file).sha256())) {
                assertThat(seen)
                        .contains(factor.geography() + " "
                                + factor.boundary().name().toLowerCase(Locale.ROOT));
                assertThat(factor.methodWords()).isEqualTo("location-based");
            }
        }
    }

    @Test
    void withoutAGenerationOnlyFactorTheLifecycleOneIsLabelledConservative() throws Exception {
        EmissionFactor japan = catalogue.lookup("Japan", 2022);
        assertThat(japan.boundary()).isEqualTo(FactorBoundary.LIFECYCLE);
        assertThat(japan.year()).isEqualTo(2022);
        assertThat(japan.precedence()).contains("lifecycle, conservative");
        assertThat(japan.note()).contains("Scope 3");
    }

    @Test
    void aYearBeforeTheGenerationOnlyTableFallsToLifecycleOfThatYear() throws Exception {
        EmissionFactor factor = catalogue.lookup("DEU", 2020);
        assertThat(factor.year()).isEqualTo(2020);
        assertThat(factor.boundary()).isEqualTo(FactorBoundary.LIFECYCLE);
    }

    @Test
    void aLaterYearIsNeverTakenSilently() throws Exception {
        EmissionFactor factor = catalogue.lookup("FRA", 2026);
        assertThat(factor.year()).isEqualTo(2023);
        assertThat(factor.note()).contains("no factor for 2026");
        assertThatThrownBy(() -> catalogue.lookup("FRA", 1980)).isInstanceOf(UserError.class);
    }

    @Test
    void cyprusIsInTheEuropeanTableAndTheCaymanIslandsAreNot() throws Exception {
        EmissionFactor cyprus = catalogue.lookup("Cyprus", null);
        assertThat(cyprus.publisher()).isEqualTo("European Environment Agency");
        assertThat(cyprus.gramsPerKilowattHour()).isEqualTo(585);
        assertThat(catalogue.lookup("CYM", null).publisher()).doesNotContain("European Environment Agency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEL", "EST", "LTU"})
    void aGenerationOnlyValueAboveLifecycleIsPointedOut(String place) throws Exception {
        assertThat(catalogue.lookup(place, null).note()).contains("above the lifecycle value");
    }

    @Test
    void germanyNeedsNoSuchNote() throws Exception {
        assertThat(catalogue.lookup("DEU", null).note()).doesNotContain("above the lifecycle value");
    }

    @Test
    void theWorldIsGivenOnlyToThoseWhoAskForIt() throws Exception {
        assertThat(catalogue.lookup("WORLD", null).precedence()).contains("no national factor");
        assertThatThrownBy(() -> catalogue.lookup("Atlantis", null)).isInstanceOf(UserError.class);
    }

    @Test
    void anUnknownPlaceNamesItsNeighbours() {
        assertThatThrownBy(() -> catalogue.lookup("Germny", null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Germany");
        assertThatThrownBy(() -> catalogue.lookup("US-CAMXX", null)).hasMessageContaining("US-CAMX");
        assertThatThrownBy(() -> catalogue.lookup("x".repeat(100_000), null)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> catalogue.lookup("", null)).isInstanceOf(UserError.class);
    }

    @Test
    void theFactorCarriesTheHashOfTheFileItWasReadFrom() throws Exception {
        try (InputStream in =
                FactorCatalogue.class.getResourceAsStream("/org/joulemark/data/grid_intensity_direct.csv")) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(catalogue.lookup("DEU", null).fileSha256())
                    .isEqualTo(HexFormat.of().formatHex(hash));
        }
    }
}
