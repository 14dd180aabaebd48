package org.joulemark.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.joulemark.app.ui.desk.Outside;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From dropped models to an audited history, in one window, as a person would go. */
class WholeJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void measuresComparesExportsAndAudits() throws Exception {
        try (Window window = new Window(folder.resolve("home"), 1440, 900)) {
            Run run = measure(window);
            assertThat(run.ending().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.setting().site()).isNotNull();
            compare(window);
            export(window);
            audit(window);
        }
    }

    private Run measure(Window window) throws Exception {
        Path models = folder.resolve("models");
        List<Path> files = List.of(
                BundledFamily.unpack("digits-v1-baseline.onnx", models),
                BundledFamily.unpack("digits-v5-distilled.onnx", models),
                BundledFamily.unpack(BundledFamily.DIGITS_DATA, models));
        // The headless platform has no drag and drop; the window is handed the files where a drop would hand them.
        Window.onScreen(() -> {
            window.open(files);
            return true;
        });
        window.await(
                "both models can run",
                60,
                () -> Window.textOf(window.find(".models .list-view")).split("runs on the CPU", -1).length == 3);
        window.choose("#preset", "demo");
        window.robot().clickOn("#site").write("DEU");
        window.await(
                "the factor of the site is shown",
                20,
                () -> window.<Labeled>find("#siteWords").getText().contains("gCO2e/kWh"));
        window.robot().push(KeyCode.F5);
        return window.awaitRun(120);
    }

    private static void compare(Window window) throws Exception {
        window.await(
                "results can be compared",
                10,
                () -> !window.<Button>find(".results #compare").isDisabled());
        window.robot().clickOn(".results #compare");
        window.await("a verdict is shown", 30, () -> {
            String words = Window.textOf(window.stage().getScene().getRoot());
            return window.desk().navigation().placeProperty().get() == Place.COMPARE && words.contains("✓ better");
        });
        assertThat(Window.textOf(window.stage().getScene().getRoot()))
                .contains("digits-v1-baseline")
                .contains("digits-v5-distilled")
                .contains("✕ worse");
        window.screenshot("journey-compare-light");
        window.theme(Theme.DARK);
        window.screenshot("journey-compare-dark");
        window.theme(Theme.LIGHT);
    }

    private void export(Window window) throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        window.desk().connect(new Outside() {
            @Override
            public Optional<Path> save(String title, Path suggested) {
                return Optional.of(out.resolve(suggested.getFileName()));
            }
        });
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.await(
                "the label can be exported",
                30,
                () -> !window.<Button>find("#exportLabel").isDisabled());
        window.robot().clickOn("#exportLabel");
        window.await("the label is written", 30, () -> has(out, ".svg"));
        window.robot().clickOn("#exportWorkbook");
        window.await("the workbook is written", 60, () -> has(out, ".xlsx"));
        window.screenshot("journey-reports-light");
    }

    private static boolean has(Path folder, String ending) {
        String[] names = folder.toFile().list();
        return names != null
                && List.of(names).stream().anyMatch(name -> name.endsWith(ending) && !name.startsWith("."));
    }

    private void audit(Window window) throws Exception {
        Path copy = Files.createDirectories(folder.resolve("evidence")).resolve("theirs.db");
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.await(
                "history is shown",
                20,
                () -> Window.textOf(window.stage().getScene().getRoot()).contains("Open a history to audit"));
        Files.copy(folder.resolve("home").resolve(History.FILE_NAME), copy);
        window.desk().connect(new Outside() {
            @Override
            public List<Path> open(String title, String kind, List<String> patterns) {
                return List.of(copy);
            }
        });
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        window.await(
                "the auditor's banner is shown",
                20,
                () -> window.robot().lookup("#audit-bar").tryQuery().isPresent());
        assertThat(Window.textOf(window.find("#audit-bar"))).contains("theirs.db");
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        window.await(
                "a verdict is given",
                60,
                () -> window.robot()
                        .lookup("#verify-verdict")
                        .<Labeled>tryQuery()
                        .map(verdict -> verdict.getText().startsWith("The history holds"))
                        .orElse(false));
        window.screenshot("journey-audit-light");
    }
}
