package org.joulemark.engine.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.joulemark.engine.carbon.SiteEntry.OwnFactor;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBookTest {
    @TempDir
    private Path folder;

    private SiteBook book() {
        return new SiteBook(folder);
    }

    private Path file() {
        return folder.resolve("sites.json");
    }

    private static SiteEntry plain(String id) {
        return new SiteEntry(id, "DEU", null, null, null);
    }

    private static OwnFactor own() {
        return new OwnFactor(123.4, "utility", 2025, "generation_only", "CO2e", "market_based");
    }

    @Test
    void aSiteAddedIsTheSiteThatRunsGet() throws Exception {
        book().add(new SiteEntry("lab", "DEU", 1.4, "operator, 2025", own()), 0);

        Site site = new Sites(FactorCatalogue.shipped(), folder).resolve("lab");
        assertThat(site.pue()).isEqualTo(1.4);
        assertThat(site.factor()).isNotNull();
        assertThat(site.factor().gramsPerKilowattHour()).isEqualTo(123.4);
        assertThat(book().entries()).containsExactly(new SiteEntry("lab", "DEU", 1.4, "operator, 2025", own()));
    }

    @Test
    void whatIsNotChangedKeepsItsDigitsAndSpelling() throws Exception {
        Files.writeString(file(), """
            {"sites": [
              {"id": "a", "zone": "de", "pue": 1.40, "pueSource": "meter", "factor": null},
              {"id": "b", "zone": "SE", "factor":
                 {"value": 12.50, "source": "x", "year": 2024, "boundary": "Generation-Only", "gasSet": "CO2e"}},
              {"id": "c", "zone": "FR"}]}
            """);

        book().replace("c", new SiteEntry("c", "FRA", 1.2, "guess", null));
        book().remove("nothing-b".substring(8));
        book().replace("a", new SiteEntry("a", "de", 1.4, "meter of 2026", null));

        assertThat(Files.readString(file()))
                .contains("1.40")
                .contains("\"zone\" : \"de\"")
                .contains("meter of 2026")
                .doesNotContain("\"b\"");
        assertThat(book().entries()).extracting(SiteEntry::id).containsExactly("a", "c");
    }

    @Test
    void aMalformedFileIsNeverTouched() throws Exception {
        for (String bad : List.of(
                "",
                "[]",
                "{\"sites\": [null]}",
                "{\"sites\": [{\"id\": \"a\", \"zone\": \"DE\", \"pu\": 1}]}",
                "{\"sites\": [{\"id\": \"a\", \"zone\": \"DE\"}, {\"id\": \"A\", \"zone\": \"FR\"}]}",
                "{\"sites\": [{\"id\": \"a\", \"zone\": \"DE\"}]} more")) {
            Files.writeString(file(), bad);

            assertThatThrownBy(() -> book().add(plain("new"), 0)).as(bad).isInstanceOf(UserError.class);
            assertThatThrownBy(() -> book().remove("a")).as(bad).isInstanceOf(UserError.class);
            assertThat(Files.readString(file())).isEqualTo(bad);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(file());
            }
        }
    }

    @Test
    void aSiteThatDoesNotHoldUpIsRefusedInTheWordsOfReading() throws Exception {
        book().add(plain("a"), 0);
        String before = Files.readString(file());
        SiteEntry noSource = new SiteEntry("b", "DEU", 1.4, null, null);

        assertThatThrownBy(() -> book().add(noSource, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(noSource.problems().get(SiteField.PUE_SOURCE));
        assertThatThrownBy(() -> book().add(plain("A"), 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("same \"id\"");
        assertThatThrownBy(() -> book().replace("gone", plain("gone")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("gone");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void everyFieldHasItsOwnProblem() {
        SiteEntry wrong = new SiteEntry(" ", "", 0.5, "", new OwnFactor(-1.0, " ", 1066, "somewhere", null, "both"));

        assertThat(wrong.problems().keySet()).containsExactly(SiteField.values());
        assertThat(plain("a").problems()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesNothingBehind() throws Exception {
        Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        SiteBook book = new SiteBook(folder.resolve("blocked"));

        assertThatThrownBy(() -> book.add(plain("a"), 0)).isInstanceOf(UserError.class);
        assertThat(folder.resolve("blocked")).hasContent("a file where a folder should be");
    }

    /** A list in memory and the file go through the same changes and stay the same, whatever the changes are. */
    @Test
    void theFileFollowsAModelThroughManyChanges() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Files.deleteIfExists(file());
            List<SiteEntry> model = new ArrayList<>();
            for (int step = 0; step < 12; step++) {
                String before = Files.exists(file()) ? Files.readString(file()) : null;
                SiteEntry site = entry(random);
                boolean done = change(random, model, site);
                if (!done) {
                    assertThat(Files.exists(file()) ? Files.readString(file()) : null)
                            .isEqualTo(before);
                }
                assertThat(book().entries())
                        .as("seed " + seed + ", step " + step)
                        .isEqualTo(model);
            }
        }
    }

    private boolean change(Random random, List<SiteEntry> model, SiteEntry site) {
        int kind = model.isEmpty() ? 0 : random.nextInt(3);
        int at = model.isEmpty() ? 0 : random.nextInt(model.size());
        List<SiteEntry> after = new ArrayList<>(model);
        try {
            if (kind == 0) {
                after.add(at, site);
                book().add(site, at);
            } else if (kind == 1) {
                String id = after.set(at, site).id();
                book().replace(id.toUpperCase(Locale.ROOT), site);
            } else {
                assertThat(book().remove(after.remove(at).id())).isEqualTo(at);
            }
        } catch (UserError e) {
            assertThat(holds(after)).as(e.line()).isFalse();
            return false;
        }
        assertThat(holds(after)).isTrue();
        model.clear();
        model.addAll(after);
        return true;
    }

    private static boolean holds(List<SiteEntry> sites) {
        return sites.stream().allMatch(site -> site.problems().isEmpty())
                && sites.stream()
                                .map(site -> site.id().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == sites.size();
    }

    private static SiteEntry entry(Random random) {
        String id = "site-" + random.nextInt(12) + (random.nextInt(8) == 0 ? "-\"ö\\\n" + random.nextInt(3) + "x" : "");
        Double pue = random.nextBoolean() ? null : (Double) (0.9 + random.nextInt(40) / 10.0);
        String source = random.nextInt(6) == 0 ? null : "measured " + random.nextInt(9);
        return new SiteEntry(
                id,
                List.of("DEU", "US-CAMX", "FR", "").get(random.nextInt(20) == 0 ? 3 : random.nextInt(3)),
                pue,
                source,
                factor(random));
    }

    private static @Nullable OwnFactor factor(Random random) {
        if (random.nextBoolean()) {
            return null;
        }
        return new OwnFactor(
                random.nextInt(60_000) / 10.0,
                random.nextInt(9) == 0 ? " " : "utility " + random.nextInt(5),
                random.nextInt(9) == 0 ? 1900 : 1990 + random.nextInt(40),
                List.of("lifecycle", "generation_only", "generation-only", "unknown")
                        .get(random.nextInt(4)),
                "CO2e",
                random.nextBoolean() ? null : random.nextInt(6) == 0 ? "neither" : "market-based");
    }

    @Test
    void theCatalogueListsEveryPlaceOnceWithTheFactorItWouldGet() throws Exception {
        FactorCatalogue catalogue = FactorCatalogue.shipped();
        List<CatalogueEntry> all = catalogue.all();

        assertThat(all).hasSizeGreaterThan(230).doesNotHaveDuplicates();
        assertThat(all).extracting(CatalogueEntry::code).doesNotHaveDuplicates().contains("DEU", "US-CAMX", "CA-ON");
        assertThat(all.getLast().code()).isEqualTo("WORLD");
        for (CatalogueEntry entry : all) {
            assertThat(entry.factor()).isEqualTo(catalogue.lookup(entry.code(), null));
        }
        Map<Boolean, Long> kinds = all.stream()
                .collect(java.util.stream.Collectors.partitioningBy(
                        CatalogueEntry::subnational, java.util.stream.Collectors.counting()));
        assertThat(kinds.get(true)).isGreaterThan(20);
    }
}
