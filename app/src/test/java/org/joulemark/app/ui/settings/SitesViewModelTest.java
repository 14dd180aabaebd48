package org.joulemark.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.carbon.CatalogueEntry;
import org.joulemark.engine.carbon.SiteBook;
import org.joulemark.engine.carbon.SiteEntry;
import org.joulemark.engine.carbon.SiteField;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitesViewModelTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private SitesViewModel model;

    @BeforeEach
    void sit() {
        Preferences preferences = new Preferences(folder);
        preferences.set("language", "en");
        desk = new Desk(new Workbench(folder), new InlineTaskRunner(), preferences);
        model = new SitesViewModel(desk);
        model.shown();
    }

    private void type(SiteField field, String text) {
        model.form().text(field).set(text);
    }

    private String problem(SiteField field) {
        return model.form().problemProperty(field).get();
    }

    private void lab() {
        type(SiteField.ID, "lab");
        type(SiteField.ZONE, "de");
        type(SiteField.PUE, "1,40");
        type(SiteField.PUE_SOURCE, "operator");
        model.save();
    }

    private java.util.List<SiteEntry> written() throws Exception {
        return new SiteBook(folder).entries();
    }

    @Test
    void thereIsNoDefaultSiteUntilOneIsChosen() throws Exception {
        assertThat(model.start().valueProperty().get()).isEmpty();
        assertThat(model.starts()).containsExactly(Optional.empty());
        assertThat(model.words(Optional.empty())).isEqualTo("none");
        lab();
        assertThat(model.start().valueProperty().get()).isEmpty();

        model.start().valueProperty().set(Optional.of("lab"));
        assertThat(desk.preferences().get("bench.site")).contains("lab");
        model.start().valueProperty().set(Optional.empty());
        assertThat(desk.preferences().get("bench.site")).contains("");
    }

    @Test
    void aSiteIsWrittenAndShownWithTheFactorItsRunsGet() throws Exception {
        lab();

        assertThat(written()).containsExactly(new SiteEntry("lab", "de", 1.4, "operator", null));
        SiteRow row = model.rows().getFirst();
        assertThat(row.factor().geography()).isEqualTo("DEU");
        assertThat(model.selectedProperty().get()).isEqualTo(row);
        assertThat(model.form().text(SiteField.PUE).get()).isEqualTo("1.4");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsWritten() {
        type(SiteField.PUE, "a lot");
        model.form().ownFactorProperty().set(true);
        type(SiteField.FACTOR_VALUE, "-3");
        type(SiteField.FACTOR_YEAR, "2025.5");
        model.save();

        assertThat(problem(SiteField.ID)).contains("name");
        assertThat(problem(SiteField.ZONE)).contains("zone");
        assertThat(problem(SiteField.PUE)).contains("\"a lot\" is not a number");
        assertThat(problem(SiteField.FACTOR_VALUE)).contains("0 to 5000");
        assertThat(problem(SiteField.FACTOR_SOURCE)).contains("source");
        assertThat(problem(SiteField.FACTOR_YEAR)).contains("1990");
        assertThat(problem(SiteField.FACTOR_BOUNDARY)).isEmpty();
        assertThat(folder.resolve("sites.json")).doesNotExist();
        type(SiteField.ID, "x");
        assertThat(problem(SiteField.ID)).as("typing takes the blame back").isEmpty();
    }

    @Test
    void aZoneNobodyKnowsIsSaidWithNearOnes() {
        type(SiteField.ID, "lab");
        type(SiteField.ZONE, "Germoney");
        model.save();

        assertThat(problem(SiteField.ZONE)).contains("did you mean").contains("DEU (Germany)");
        assertThat(folder.resolve("sites.json")).doesNotExist();
    }

    @Test
    void withAFactorOfItsOwnAnyZoneWillDo() throws Exception {
        type(SiteField.ID, "ship");
        type(SiteField.ZONE, "high seas");
        model.form().ownFactorProperty().set(true);
        type(SiteField.FACTOR_VALUE, "650");
        type(SiteField.FACTOR_SOURCE, "engine maker");
        type(SiteField.FACTOR_YEAR, "2024");
        model.form().boundaryProperty().set(FactorBoundary.LIFECYCLE);
        model.form().methodProperty().set(Optional.of(FactorMethod.MARKET_BASED));
        model.save();

        SiteEntry.OwnFactor own =
                new SiteEntry.OwnFactor(650.0, "engine maker", 2024, "lifecycle", "CO2e", "market_based");
        assertThat(written()).containsExactly(new SiteEntry("ship", "high seas", null, null, own));
        assertThat(model.rows().getFirst().factor().gramsPerKilowattHour()).isEqualTo(650);
    }

    @Test
    void twoSitesNeverShareAName() throws Exception {
        lab();
        model.begin();
        type(SiteField.ID, "LAB");
        type(SiteField.ZONE, "FR");
        model.save();

        assertThat(problem(SiteField.ID)).contains("another site");
        assertThat(written()).hasSize(1);
    }

    @Test
    void everyChangeCanBeTakenBack() throws Exception {
        lab();
        model.start().valueProperty().set(Optional.of("lab"));
        type(SiteField.ID, "lab-2");
        model.save();
        assertThat(written()).extracting(SiteEntry::id).containsExactly("lab-2");
        assertThat(desk.preferences().get("bench.site")).contains("lab-2");
        model.remove();
        assertThat(written()).isEmpty();
        assertThat(desk.preferences().get("bench.site"))
                .as("never a site that is gone")
                .contains("");

        assertThat(desk.undo().nextProperty().get()).contains("lab-2");
        desk.undo().undo();
        assertThat(written()).extracting(SiteEntry::id).containsExactly("lab-2");
        desk.undo().undo();
        assertThat(written()).extracting(SiteEntry::id).containsExactly("lab");
        desk.undo().undo();
        assertThat(written()).isEmpty();
    }

    @Test
    void aRemovedSiteComesBackToItsPlace() throws Exception {
        SiteBook book = new SiteBook(folder);
        for (String id : new String[] {"a", "b", "c"}) {
            book.add(new SiteEntry(id, "FR", null, null, null), 9);
        }
        model.refresh();
        model.selectedProperty().set(model.rows().get(1));
        model.remove();
        desk.undo().undo();

        assertThat(written()).extracting(SiteEntry::id).containsExactly("a", "b", "c");
    }

    @Test
    void aMalformedFileIsSaidAndLeftAlone() throws Exception {
        Path file = folder.resolve("sites.json");
        Files.writeString(file, "{\"sites\": [\n{\"id\": 1,}]}");
        model.refresh();

        assertThat(model.fileProblemProperty().get()).contains("sites.json, line 2");
        assertThat(model.rows()).isEmpty();
        lab();
        assertThat(file).hasContent("{\"sites\": [\n{\"id\": 1,}]}");
        assertThat(desk.notices().all()).isNotEmpty();
        Files.writeString(file, "{\"sites\": []}");
        model.refresh();
        assertThat(model.fileProblemProperty().get()).isEmpty();
    }

    @Test
    void aFileChangedMeanwhileIsNotOverwritten() throws Exception {
        lab();
        new SiteBook(folder).add(new SiteEntry("other", "FR", null, null, null), 0);
        type(SiteField.PUE, "1.5");
        model.save();

        assertThat(written()).extracting(SiteEntry::id).containsExactly("other", "lab");
        assertThat(written().getLast().pue()).isEqualTo(1.5);
    }

    @Test
    void theCatalogueIsSearchedByCodeNameAndPublisher() {
        assertThat(model.found()).hasSizeGreaterThan(230);
        model.queryProperty().set("germ");
        assertThat(model.found()).extracting(CatalogueEntry::code).containsExactly("DEU");
        model.queryProperty().set("us epa generation");
        assertThat(model.found()).hasSizeGreaterThan(20);
        model.queryProperty().set("nowhere at all");
        assertThat(model.found()).isEmpty();
        model.queryProperty().set("");

        CatalogueEntry first = model.found().getFirst();
        model.take(first);
        assertThat(model.form().text(SiteField.ZONE).get()).isEqualTo(first.code());
        model.startWith(first);
        assertThat(desk.preferences().get("bench.site")).contains(first.code());
        assertThat(model.words(Optional.of(first.code()))).contains(first.name());
    }

    @Test
    void whatIsHalfTypedSurvivesALookAtTheFile() throws Exception {
        lab();
        type(SiteField.PUE, "1.9");
        model.refresh();

        assertThat(model.form().text(SiteField.PUE).get()).isEqualTo("1.9");
    }
}
