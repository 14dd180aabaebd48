package org.joulemark.app.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.engine.model.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place in the real window. */
class ReportsPlaceTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path target;

    private void runs() throws Exception {
        new SampleRun().named("20261101T080000Z-aaaaaa", "2026-11-01T08:00:00Z").record(folder);
        SampleRun poor = new SampleRun().demo().named("20261121T101502Z-7f3a9c", "2026-11-21T10:15:02Z");
        poor.site = null;
        poor.record(folder);
    }

    private static void open(Window window) {
        Window.onScreen(() -> {
            window.desk().navigation().open(Place.REPORTS);
            return true;
        });
    }

    /** A split pane has its children only once it was laid out. */
    private static boolean drawn(Window window) {
        return window.robot()
                        .lookup("#preview")
                        .tryQueryAs(LabelPreview.class)
                        .filter(preview -> !preview.zoomWordsProperty().get().isEmpty())
                        .isPresent()
                && window.robot()
                        .lookup("#gaps")
                        .tryQueryAs(GapList.class)
                        .filter(gaps -> !gaps.getChildren().isEmpty())
                        .isPresent();
    }

    @Test
    void labelsAndAWorkbookAreExportedByKeyboard() throws Exception {
        runs();
        try (Window window = new Window(folder, 1000, 700)) {
            Answers answers = new Answers(target);
            window.desk().connect(answers);
            open(window);
            window.await("label drawn", 30, () -> drawn(window));

            for (String format : List.of("svg", "png", "pdf")) {
                window.robot().clickOn("#format-" + format);
                window.robot().press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
                Path label = target.resolve("label-digits-v1-baseline." + format);
                window.await(label.toString(), 30, () -> Files.exists(label));
                window.await("ended", 10, () -> !window.find("#exportLabel").isDisabled());
            }
            window.robot()
                    .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E)
                    .release(KeyCode.E, KeyCode.SHIFT, KeyCode.CONTROL);
            Path workbook = target.resolve("joulemark-2026-11-21.xlsx");
            window.await(workbook.toString(), 60, () -> Files.exists(workbook));
            window.await(
                    "told",
                    10,
                    () -> ((Labeled) window.find("#writtenPath")).getText().equals(workbook.toString()));

            assertThat(window.desk().notices().all().getFirst().text()).contains(workbook.toString());
            assertThat(Files.readAllBytes(target.resolve("label-digits-v1-baseline.pdf")))
                    .startsWith('%', 'P', 'D', 'F');
            try (var files = Files.list(target)) {
                assertThat(files).hasSize(4);
            }
        }
    }

    @Test
    void anEmptyHistorySaysTheNextStep() throws Exception {
        try (Window window = new Window(folder)) {
            open(window);
            window.await("empty state", 10, () -> window.find("#empty").isVisible());
            window.screenshot("reports-empty");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, en", "1920, 1080, en", "1280, 720, de"})
    void picturesOfThePlace(double width, double height, String language) throws Exception {
        runs();
        SampleRun bad = new SampleRun().named("20261122T090000Z-c0ffee", "2026-11-22T09:00:00Z");
        bad.grade = Grade.X;
        bad.reasons = List.of("the GPU was lost");
        bad.record(folder);
        Preferences preferences = new Preferences(folder);
        preferences.set("language", language);
        preferences.save();
        try (Window window = new Window(folder, width, height)) {
            Window.onScreen(() -> {
                window.desk().navigation().report(List.of("20261121T101502Z-7f3a9c", "20261101T080000Z-aaaaaa"));
                return true;
            });
            window.await("label drawn", 30, () -> drawn(window));
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                window.theme(theme);
                window.await("settled", 10, () -> !window.find("#working").isVisible());
                String name = theme.name().toLowerCase(Locale.ROOT);
                assertThat(Files.size(window.screenshot("reports-full-" + name + "-" + language + "-" + (int) width)))
                        .isGreaterThan(20_000);
                for (Node figure :
                        window.robot().lookup("#versions .number-cell").queryAll()) {
                    assertThat(Window.onScreen(() -> Window.cutOff(figure))).isEmpty();
                }
                assertThat(Window.onScreen(() -> Window.textOf(window.find("#versions"))))
                        .contains("Wh / 1");
            }
        }
    }
}
