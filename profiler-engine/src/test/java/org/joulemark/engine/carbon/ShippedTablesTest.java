package org.joulemark.engine.carbon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped tables are what their checksums say, and their codes are those of the ISO list of this Java. */
class ShippedTablesTest {
    /** Codes of the tables that stand in no ISO list: see SOURCES.md. */
    private static final Set<String> OWN_CODES = Set.of("OWID_WRL", "OWID_EU27", "XKX");

    private static Map<String, String> alpha3ByAlpha2() {
        Map<String, String> codes = new HashMap<>(Map.of("XK", "XKX"));
        for (String alpha2 : Locale.getISOCountries()) {
            codes.put(alpha2, Locale.of("", alpha2).getISO3Country());
        }
        return codes;
    }

    @ParameterizedTest
    @CsvSource({
        "grid_intensity_annual.csv,area_code",
        "grid_intensity_direct.csv,area_code",
        "grid_intensity_subnational.csv,country_code",
        "grid_intensity_zones_odbl.csv,country_code",
        "grid_mix_annual.csv,area_code",
        "cloud_region_intensity.csv,country_code",
        "upstream_factors.csv,area_code"
    })
    void codesOfCountriesAreIsoCodes(String file, String column) {
        Set<String> iso = Set.copyOf(alpha3ByAlpha2().values());
        for (CSVRecord row : FactorTable.shipped(file).rows()) {
            assertThat(iso.contains(row.get(column)) || OWN_CODES.contains(row.get(column)))
                    .as(file + ": " + row)
                    .isTrue();
        }
    }

    @Test
    void aZoneLiesInTheCountryItsCodeBeginsWith() {
        Map<String, String> alpha3 = alpha3ByAlpha2();
        for (CSVRecord row :
                FactorTable.shipped("grid_intensity_zones_odbl.csv").rows()) {
            assertThat(row.get("country_code"))
                    .as(row.toString())
                    .isEqualTo(alpha3.get(row.get("zone_code").substring(0, 2)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "grid_intensity_annual.csv,area_code,area_name",
        "grid_intensity_direct.csv,area_code,area_name",
        "grid_mix_annual.csv,area_code,area_name"
    })
    void aCodeAndItsNameAreTheSameCountry(String file, String code, String name) {
        Map<String, String> byName = new HashMap<>();
        for (String alpha2 : Locale.getISOCountries()) {
            Locale country = Locale.of("", alpha2);
            byName.put(country.getDisplayCountry(Locale.ENGLISH), country.getISO3Country());
        }
        for (CSVRecord row : FactorTable.shipped(file).rows()) {
            String expected = byName.get(row.get(name));
            if (expected != null) {
                assertThat(row.get(code)).as(row.toString()).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyTableHasTheBytesItsChecksumNames() throws IOException {
        try (InputStream in = FactorTable.class.getResourceAsStream("/org/joulemark/data/CHECKSUMS.sha256")) {
            assertThat(in).isNotNull();
            List<String> lines = Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n"));
            Map<String, String> sums = lines.stream()
                    .map(line -> line.split("\\s+"))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
            assertThat(sums).hasSizeGreaterThan(10);
            sums.forEach((file, sum) -> {
                if (file.endsWith(".csv")) {
                    assertThat(FactorTable.shipped(file).sha256()).as(file).isEqualTo(sum);
                }
            });
        }
    }
}
