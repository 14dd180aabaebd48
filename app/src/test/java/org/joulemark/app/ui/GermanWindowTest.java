package org.joulemark.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.joulemark.app.ui.desk.Notice;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.workbench.BundledFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From models to reports in German, at the smallest usual size. */
class GermanWindowTest {
    /** A number with a decimal point; not a date, a version, a name of a file or a trial such as 1.2. */
    private static final Pattern POINT = Pattern.compile(
            "(?<![\\w.\\-:/])\\d+\\.\\d+(?![\\w.\\-/]| \\(\\w|\\.\\d) ?(W|s|ms|J|mJ|µJ|Wh|mWh|µWh|%|gCO2e|GiB|kB|MB)");

    /** Words that only English sentences have. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|is|are|with|without|trials|of|and|waiting|which|no)\\b");

    @TempDir
    private Path folder;

    private final List<String> found = new ArrayList<>();

    @Test
    void speaksGermanWithDecimalCommas() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("desktop.properties"), "language=de\n");
        try (Window window = new Window(home)) {
            measure(window);
            check(window, "bench");
            window.robot().clickOn(".results #compare");
            window.await(
                    "verglichen",
                    30,
                    () -> Window.textOf(window.stage().getScene().getRoot()).contains("✓ besser"));
            check(window, "compare");
            for (Place place : List.of(Place.HISTORY, Place.REPORTS, Place.SETTINGS)) {
                window.robot().clickOn("#place-" + place.key());
                settled(window, place);
                check(window, place.key());
            }
            assertThat(found).isEmpty();
        }
    }

    private static void settled(Window window, Place place) {
        if (place == Place.HISTORY) {
            TableView<?> runs = window.find("#runs");
            window.await("Läufe", 20, () -> !runs.getItems().isEmpty());
            Window.onScreen(() -> {
                runs.getSelectionModel().selectFirst();
                return true;
            });
            window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
            window.await(
                    "geprüft",
                    60,
                    () -> window.robot()
                            .lookup("#verify-verdict")
                            .<Labeled>tryQuery()
                            .map(words -> words.getText().startsWith("Der Verlauf hält"))
                            .orElse(false));
        } else if (place == Place.REPORTS) {
            window.await(
                    "exportierbar",
                    30,
                    () -> !window.<Button>find("#exportLabel").isDisabled());
        }
    }

    private void measure(Window window) throws Exception {
        Path models = folder.resolve("models");
        List<Path> files = List.of(
                BundledFamily.unpack("digits-v1-baseline.onnx", models),
                BundledFamily.unpack("digits-v5-distilled.onnx", models),
                BundledFamily.unpack(BundledFamily.DIGITS_DATA, models));
        Window.onScreen(() -> {
            window.open(files);
            return true;
        });
        window.await(
                "beide laufen",
                60,
                () -> Window.textOf(window.find(".models .list-view")).split("läuft auf der CPU", -1).length == 3);
        window.choose("#preset", "demo");
        window.robot().push(KeyCode.F5);
        window.awaitStage("Durchgang 2", 60);
        window.screenshot("german-bench-running");
        List<String> told = Window.onScreen(
                () -> window.desk().notices().all().stream().map(Notice::text).toList());
        assertThat(told).isNotEmpty().noneMatch(text -> ENGLISH.matcher(text).find());
        window.awaitRun(120);
        window.await(
                "fertig", 10, () -> !window.<Button>find(".results #compare").isDisabled());
    }

    private void check(Window window, String place) throws Exception {
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            window.theme(theme);
            window.screenshot("german-" + place + "-" + theme.key());
        }
        if (place.equals(Place.SETTINGS.key())) {
            // Licences and names of zones are in English whatever the language.
            return;
        }
        Set<String> wrong = new TreeSet<>();
        for (String line : Window.onScreen(() -> Window.textOf(shown(window))).split("\n", -1)) {
            boolean quoted = line.contains("„");
            if (POINT.matcher(line).find() || (!quoted && ENGLISH.matcher(line).find())) {
                wrong.add(line);
            }
        }
        wrong.forEach(line -> found.add(place + ": " + line));
    }

    private static Node shown(Window window) {
        return window.find(".stage");
    }
}
