package org.joulemark.app.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFormTest {
    private static final ProviderId CUDA = new ProviderId("cuda");

    @TempDir
    private Path folder;

    private Desk desk;
    private PlanForm form;

    @BeforeEach
    void open() {
        Preferences preferences = new Preferences(folder);
        preferences.set("language", "en");
        desk = new Desk(
                new Workbench(folder, Path.of("target", "test-cache").toAbsolutePath()),
                new InlineTaskRunner(),
                preferences);
        form = new PlanForm(desk, Texts.of(PlanForm.class, Locale.ENGLISH));
    }

    private List<ModelRow> oneModel() {
        return List.of(new ModelRow(folder.resolve("a.onnx")));
    }

    @Test
    void listsOfBatchesAndThreadsAreMeasuredSideBySide() throws Exception {
        form.batchSizesProperty().set("1, 8");
        form.threadsProperty().set("1 2;4");
        BenchPlan plan = form.plan(oneModel());
        assertThat(plan.configurations()).hasSize(6);
        assertThat(plan.configurations()).extracting(Configuration::batchSize).containsOnly(1, 8);
        assertThat(plan.configurations())
                .extracting(Configuration::intraOpThreads)
                .containsOnly(1, 2, 4);
    }

    @Test
    void aWordWhereANumberBelongsIsNamedWithItsField() {
        form.batchSizesProperty().set("1, many");
        assertThatThrownBy(() -> form.plan(oneModel()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Batch")
                .hasMessageContaining("many");
    }

    @Test
    void theSameTwiceIsMeasuredOnce() throws Exception {
        form.batchSizesProperty().set("1, 1");
        form.threadsProperty().set("2, 2");
        assertThat(form.plan(oneModel()).configurations()).hasSize(1);
    }

    @Test
    void aSlowSensorGetsTheWindowItNeedsAndNeverAShorterOneThanThePreset() throws Exception {
        form.presetProperty().set("quick");
        assertThat(form.presetWords()).contains("10 s windows");
        form.windowProperty().set(" 100 ");
        assertThat(form.plan(oneModel()).settings().windowNanos()).isEqualTo(100_000_000_000L);
        assertThat(form.presetWords()).isEqualTo("100 s windows, 3 trials");
        for (String wrong : List.of("9", "3601", "10, 20", "long")) {
            form.windowProperty().set(wrong);
            assertThatThrownBy(() -> form.plan(oneModel()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void whatDoesNotGoIsSaidInTheUsersLanguage() {
        Preferences german = new Preferences(folder);
        german.set("language", "de");
        Desk desk = new Desk(
                new Workbench(folder, Path.of("target", "test-cache").toAbsolutePath()),
                new InlineTaskRunner(),
                german);
        PlanForm form = new PlanForm(desk, Texts.of(PlanForm.class, Locale.GERMAN));
        form.siteProperty().set("Atlantis");
        assertThat(form.siteWordsProperty().get())
                .contains("weder ein eigener Standort noch", "gemeint vielleicht")
                .doesNotContain("neither");
        desk.notices().fail(UserError.usage("data x.csv is neither .npz nor .csv"));
        assertThat(desk.notices().all().getFirst().text()).isEqualTo("die Daten x.csv sind weder .npz noch .csv");
    }

    @Test
    void thereIsNoDefaultCountry() {
        assertThat(form.siteProperty().get()).isEmpty();
        assertThat(form.siteWordsProperty().get()).contains("CO2e is not computed");
    }

    @Test
    void aSiteTellsItsFactorAndAnUnknownOneSaysSo() {
        form.siteProperty().set("DEU");
        assertThat(form.siteWordsProperty().get()).contains("gCO2e/kWh").contains("PUE 1");
        form.siteProperty().set("Atlantis");
        assertThat(form.siteWordsProperty().get()).contains("Atlantis");
    }

    @Test
    void aProviderThatDoesNotWorkHereSaysSoBeforeAnythingRuns() {
        form.refresh();
        assertThat(form.unusable()).containsKey(CUDA).doesNotContainKey(ProviderId.CPU);
        form.providers().add(CUDA);
        assertThatThrownBy(() -> form.plan(oneModel()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cuda does not work here");
    }

    @Test
    void aVersionMayBeCalledAnything() throws Exception {
        ModelRow row = new ModelRow(folder.resolve("a.onnx"));
        row.nameProperty().set("x=y ");
        BenchPlan plan = form.plan(List.of(row));
        assertThat(plan.models().getFirst().name()).isEqualTo("x=y");
        assertThat(plan.models().getFirst().path()).isEqualTo(row.path().toString());
    }
}
