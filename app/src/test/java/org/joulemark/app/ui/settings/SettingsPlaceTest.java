package org.joulemark.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Outside;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.engine.carbon.SiteBook;
import org.joulemark.engine.carbon.SiteEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place in the real window. */
class SettingsPlaceTest {
    @TempDir
    private Path folder;

    private static void open(Window window) {
        Window.onScreen(() -> {
            window.desk().navigation().open(Place.SETTINGS);
            return true;
        });
        window.await(
                "tabs", 10, () -> window.robot().lookup("#sites").tryQuery().isPresent());
    }

    private static void type(Window window, String field, String text) {
        window.robot().clickOn(field).write(text);
    }

    @Test
    void aSiteIsAddedWithItsZoneFromTheCatalogueAndChosenForNewRuns() throws Exception {
        try (Window window = new Window(folder, 1000, 700)) {
            open(window);
            fillIn(window);
            window.robot().clickOn("#saveSite");
            window.await(
                    "the missing source is said",
                    5,
                    () -> window.robot().lookup(".field-problem").queryAll().stream()
                            .anyMatch(node -> node.isVisible()));
            assertThat(folder.resolve("sites.json")).doesNotExist();
            type(window, "#pueSourceField", "operator, 2026");
            window.robot().clickOn("#saveSite");
            TableView<?> sites = window.find("#sites");
            window.await("saved", 10, () -> sites.getItems().size() == 1);
            assertThat(new SiteBook(folder).entries())
                    .containsExactly(new SiteEntry("lab", "DEU", 1.4, "operator, 2026", null));

            ComboBox<Optional<String>> start = window.find("#start");
            assertThat(start.getValue()).isEmpty();
            Window.onScreen(() -> {
                start.setValue(Optional.of("lab"));
                return true;
            });
            assertThat(window.desk().preferences().get("bench.site")).contains("lab");

            window.robot().clickOn("#removeSite");
            window.await("removed", 10, () -> sites.getItems().isEmpty());
            window.robot().press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
            window.await("back", 10, () -> sites.getItems().size() == 1);
        }
    }

    /** Everything but where the PUE comes from. */
    private static void fillIn(Window window) {
        TableView<?> catalogue = window.find("#catalogue");
        window.await("catalogue", 20, () -> catalogue.getItems().size() > 200);
        type(window, "#siteIdField", "lab");
        type(window, "#query", "german");
        window.await("found", 5, () -> catalogue.getItems().size() == 1);
        Window.onScreen(() -> {
            catalogue.getSelectionModel().selectFirst();
            return true;
        });
        window.robot().clickOn("#takeZone");
        type(window, "#pueField", "1,4");
    }

    private void threeSites() throws Exception {
        SiteBook book = new SiteBook(folder);
        SiteEntry.OwnFactor own =
                new SiteEntry.OwnFactor(12.5, "Vattenfall contract", 2025, "generation_only", "CO2e", null);
        book.add(new SiteEntry("lab-berlin", "DEU", 1.4, "operator, 2026", null), 0);
        book.add(new SiteEntry("hall-2", "SWE", 1.12, "meter", own), 1);
        book.add(new SiteEntry("moon", "MOON", null, null, null), 2);
    }

    private static final class AFolder implements Outside {
        @Override
        public Optional<Path> folder(String title, @Nullable Path start) {
            return Optional.of(Path.of("/srv/joulemark"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, en", "1920, 1080, en", "1280, 720, de"})
    void picturesOfThePlace(double width, double height, String language) throws Exception {
        threeSites();
        Preferences preferences = new Preferences(folder);
        preferences.set("language", language);
        preferences.save();
        try (Window window = new Window(folder, width, height)) {
            window.desk().connect(new AFolder());
            open(window);
            TableView<SiteRow> sites = window.find("#sites");
            window.await("sites", 20, () -> sites.getItems().size() == 3);
            Window.onScreen(() -> {
                sites.getSelectionModel().select(1);
                return true;
            });
            tabs(window, language + "-" + (int) width);
        }
    }

    @Test
    void aFileThatCannotBeUsedIsSaidWhereTheUserLooks() throws Exception {
        Files.writeString(
                folder.resolve("sites.json"), "{\"sites\": [\n{\"id\": \"a\", \"zone\": \"DE\", \"pu\": 1}]}");
        try (Window window = new Window(folder)) {
            open(window);
            window.await("trouble", 10, () -> window.find("#trouble").isVisible());
            assertThat(Window.textOf(window.find("#trouble")))
                    .contains("line 2")
                    .contains("unknown field \"pu\"")
                    .contains("pueSource");
            window.screenshot("settings-trouble");
        }
    }

    /** Without the mouse: its tooltips would lie outside the headless screen of a large window. */
    private static void fire(Window window, String button) {
        Window.onScreen(() -> {
            window.<Button>find(button).fire();
            return true;
        });
    }

    private static void tabs(Window window, String suffix) throws Exception {
        TabPane tabs = window.find("#tabs");
        for (int tab = 0; tab < 4; tab++) {
            int at = tab;
            Window.onScreen(() -> {
                tabs.getSelectionModel().select(at);
                return true;
            });
            if (tab == 1) {
                window.await(
                        "providers tab",
                        10,
                        () -> window.robot().lookup("#tryNow").tryQuery().isPresent());
                fire(window, "#tryNow");
                window.await(
                        "tried",
                        60,
                        () -> !((FindingList) window.find("#providers"))
                                .getChildren()
                                .isEmpty());
            }
            if (tab == 2) {
                window.await(
                        "general tab",
                        10,
                        () -> window.robot().lookup("#chooseData").tryQuery().isPresent());
                fire(window, "#chooseData");
            }
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                window.theme(theme);
                String name = theme.name().toLowerCase(Locale.ROOT);
                assertThat(Files.size(window.screenshot("settings-" + at + "-" + name + "-" + suffix)))
                        .isGreaterThan(10_000);
            }
        }
    }
}
