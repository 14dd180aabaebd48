package org.joulemark.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Outside;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.bench.ProviderStatus;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.SensorStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelsTest {
    @TempDir
    private Path folder;

    private final List<String> copied = new ArrayList<>();
    private Desk desk;

    @BeforeEach
    void sit() {
        Preferences preferences = new Preferences(folder);
        preferences.set("language", "en");
        desk = new Desk(new Workbench(folder), new InlineTaskRunner(), preferences);
        desk.connect(new Outside() {
            @Override
            public Optional<Path> folder(String title, @Nullable Path start) {
                return Optional.of(folder.resolve("it's elsewhere"));
            }

            @Override
            public boolean agreed(String title, String text, String yes) {
                return true;
            }

            @Override
            public void copy(String text) {
                copied.add(text);
            }
        });
    }

    private FindingWords words() {
        return new FindingWords(
                Texts.of(Finding.class, Locale.ENGLISH), new Words(Texts.of(Desk.class, Locale.ENGLISH)));
    }

    private static SensorInfo sensor(SensorScope scope, Provenance provenance, @Nullable String notCounted) {
        return new SensorInfo(
                new SensorId("rapl:0"),
                SensorSource.RAPL,
                DeviceId.CPU,
                "package-0",
                scope,
                false,
                provenance,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                1_000_000L,
                new SensorUncertainty(0, 0, 0),
                new CounterRange(0, 1e9),
                notCounted,
                "");
    }

    private Finding finding(boolean found, boolean readable, @Nullable SensorInfo info) {
        return words().of(new SensorStatus(SensorSource.RAPL, "package-0", found, readable, "why", "sudo chmod", info));
    }

    @Test
    void aSensorSaysWhetherItCountsAndWhatUnlocksIt() {
        assertThat(finding(true, true, sensor(SensorScope.CPU_PACKAGE, Provenance.COUNTER, null)))
                .isEqualTo(new Finding(
                        Finding.Kind.FINE,
                        "package-0",
                        "read, counts",
                        "cpu · CPU package · counter · updates every 1 ms",
                        "why",
                        "sudo chmod"));
        assertThat(finding(true, true, sensor(SensorScope.CPU_CORES, Provenance.COUNTER, "inside"))
                        .kind())
                .isEqualTo(Finding.Kind.ASIDE);
        assertThat(finding(true, true, sensor(SensorScope.CPU_PACKAGE, Provenance.ESTIMATED, null))
                        .kind())
                .isEqualTo(Finding.Kind.GUESS);
        assertThat(finding(true, false, null).kind()).isEqualTo(Finding.Kind.BLOCKED);
        assertThat(finding(false, false, null).state()).isEqualTo("not found");
    }

    @Test
    void everyScopeAndLanguageHasItsWord() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Texts texts = Texts.of(Finding.class, language);
            for (SensorScope scope : SensorScope.values()) {
                assertThat(texts.get("scope." + scope.name().toLowerCase(Locale.ROOT)))
                        .isNotBlank();
            }
        }
    }

    @Test
    void aProviderSaysTheLoadersOwnError() {
        Finding finding = words().of(new ProviderStatus(
                new ProviderId("cuda"), "1.29.0", true, false, "libcudart.so.12: cannot open", "install it"));

        assertThat(finding.kind()).isEqualTo(Finding.Kind.BLOCKED);
        assertThat(finding.why()).contains("libcudart.so.12");
        assertThat(words().of(new ProviderStatus(ProviderId.CPU, "", false, false, "no such file", ""))
                        .state())
                .isEqualTo("did not start");
        assertThat(words().of(new ProviderStatus(ProviderId.CPU, "1.29.0", true, true, "", ""))
                        .kind())
                .isEqualTo(Finding.Kind.FINE);
    }

    @Test
    void sensorsOfThisMachineAreListedEachWithAState() {
        SurveyViewModel model = new SurveyViewModel(desk);
        model.shown();

        assertThat(model.sensors()).isNotEmpty();
        assertThat(model.sensors()).allSatisfy(one -> assertThat(one.state()).isNotBlank());
        assertThat(model.lookingProperty().get()).isFalse();
        model.copy(new Finding(Finding.Kind.BLOCKED, "n", "s", "", "w", "sudo x"));
        assertThat(copied).containsExactly("sudo x");
    }

    @Test
    void aFolderThatIsGoneIsSaidAndTheBundledBuildIsOneStepAway() {
        SurveyViewModel model = new SurveyViewModel(desk);
        model.chooseOrtHome();

        assertThat(desk.preferences().get("bench.ortHome"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("elsewhere"));
        assertThat(model.providers()).isEmpty();
        assertThat(desk.notices().all().getFirst().text()).contains("elsewhere");
        model.clearOrtHome();
        assertThat(desk.preferences().get("bench.ortHome")).isEmpty();
        assertThat(model.providers()).extracting(Finding::name).contains("cpu");
    }

    @Test
    void languageIsKeptAndSaysThatItTakesTheNextStart() {
        GeneralViewModel model = new GeneralViewModel(desk);
        assertThat(model.languageProperty().get()).isEqualTo("en");
        assertThat(model.languageNoteProperty().get()).isEmpty();

        model.languageProperty().set("de");
        assertThat(model.languageNoteProperty().get()).contains("next start");
        assertThat(new Preferences(folder).get("language")).contains("de");
        model.languageProperty().set("");
        assertThat(new Preferences(folder).get("language")).isEmpty();
        assertThat(GeneralViewModel.LANGUAGES)
                .allSatisfy(tag -> assertThat(model.languageName(tag)).isNotBlank());
        assertThat(model.languageName("de")).isEqualTo("Deutsch");
    }

    @Test
    void theThemeChosenIsTheDesksAndIsKept() {
        GeneralViewModel model = new GeneralViewModel(desk);
        model.themeProperty().set(Theme.DARK.key());

        assertThat(desk.themeProperty().get()).isEqualTo("dark");
        assertThat(GeneralViewModel.THEMES)
                .containsExactly(Theme.SYSTEM.key(), Theme.LIGHT.key(), Theme.DARK.key())
                .allSatisfy(key -> assertThat(model.themeName(key)).isNotBlank());
        assertThat(desk.preferences().get("theme")).contains("dark");
    }

    @Test
    void resettingLooksKeepsWhatMattersToFigures() {
        for (String key : List.of(
                "window.width", "compare.columns", "bench.columns", "history.sort", "bench.site", "bench.ortHome")) {
            desk.preferences().set(key, "x");
        }
        new GeneralViewModel(desk).reset();

        Preferences kept = new Preferences(folder);
        assertThat(kept.get("window.width")).isEmpty();
        assertThat(kept.get("compare.columns")).isEmpty();
        assertThat(kept.get("bench.columns")).isEmpty();
        assertThat(kept.get("history.sort")).isEmpty();
        assertThat(kept.get("bench.site")).contains("x");
        assertThat(kept.get("bench.ortHome")).contains("x");
        assertThat(kept.get("language")).contains("en");
        assertThat(kept.get("window.forget"))
                .as("the window does not remember itself at closing")
                .isPresent();
    }

    @Test
    void anotherDataFolderIsALineToSetAndNothingIsMoved() throws Exception {
        GeneralViewModel model = new GeneralViewModel(desk);
        Files.writeString(folder.resolve("history.db"), "stays");
        model.chooseDataFolder();
        model.copyMoving();

        assertThat(GeneralViewModel.setting("Linux", Path.of("/a'b"))).isEqualTo("export JOULEMARK_HOME='/a'\\''b'");
        assertThat(GeneralViewModel.setting("Windows 11", Path.of("x"))).isEqualTo("setx JOULEMARK_HOME \"x\"");
        assertThat(copied.getFirst()).contains("JOULEMARK_HOME");
        assertThat(folder.resolve("history.db")).hasContent("stays");
        assertThat(folder.resolve("it's elsewhere")).doesNotExist();
    }

    @Test
    void creditsAreShown() {
        AboutViewModel model = new AboutViewModel(desk);
        model.shown();

        assertThat(model.noticeProperty().get()).contains("Ember").contains("Apache License");
        assertThat(model.versions()).startsWith("Joulemark ");
    }
}
