package org.joulemark.app.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench as a person uses it: real models, real workers, the real window. */
class BenchJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void addsModelsRunsTheDemoAndShowsResults() throws Exception {
        Path v4 = BundledFamily.unpack("digits-v4-pruned.onnx", folder.resolve("models"));
        Path v5 = BundledFamily.unpack("digits-v5-distilled.onnx", folder.resolve("models"));
        Path data = BundledFamily.unpack(BundledFamily.DIGITS_DATA, folder.resolve("models"));
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "this is no model");
        try (Window window = new Window(folder.resolve("home"), 1440, 900)) {
            drop(window, List.of(v4, v5, broken, data));
            window.await(
                    "both models tried",
                    60,
                    () -> button(window, "#run").getText().equals("Run (2)")
                            && text(window, ".models .list-view").contains("runs on the CPU"));
            assertThat(text(window, ".models .list-view"))
                    .contains("cannot run")
                    .contains("broken.onnx");
            window.choose("#preset", "demo");
            window.screenshot("bench-ready-light");
            window.robot().press(KeyCode.F5).release(KeyCode.F5);
            window.awaitStage("trial 2", 60);
            window.screenshot("bench-running-light");
            window.theme(Theme.DARK);
            window.screenshot("bench-running-dark");
            Run run = window.awaitRun(120);
            assertThat(run.ending().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.versions()).hasSize(2);
            TableView<ResultRow> table = window.find("#table");
            assertThat(table.getItems()).extracting(ResultRow::state).containsOnly(ResultRow.State.DONE);
            assertThat(run.evidence().observer().hostCpuSeconds()).isPositive();
            assertThat(Window.onScreen(() -> Window.cutOff(table))).isEmpty();
            window.screenshot("bench-done-dark");
            window.theme(Theme.LIGHT);
            window.screenshot("bench-done-light");
        }
    }

    @Test
    void returnInTheSiteFieldTakesTheSiteAndStartsNothing() throws Exception {
        Path v5 = BundledFamily.unpack("digits-v5-distilled.onnx", folder.resolve("models"));
        try (Window window = new Window(folder.resolve("home"))) {
            drop(window, List.of(v5));
            window.await(
                    "the model is tried",
                    60,
                    () -> button(window, "#run").getText().equals("Run (1)"));
            window.robot().clickOn("#site").write("Atlantis").push(KeyCode.ENTER);
            window.await("it is unknown", 20, () -> siteWords(window).contains("Atlantis"));
            window.robot()
                    .clickOn("#site")
                    .push(KeyCode.SHORTCUT, KeyCode.A)
                    .write("DEU")
                    .push(KeyCode.ENTER);
            window.await("the factor is shown", 20, () -> siteWords(window).contains("gCO2e/kWh"));

            assertThat(window.desk().job().runningProperty().get()).isFalse();
            assertThat(window.<TableView<?>>find("#table").getItems()).isEmpty();
            assertThat(folder.resolve("home").resolve("history.db")).doesNotExist();
            assertThat(window.<ComboBox<String>>find("#site").getEditor().getText())
                    .isEqualTo("DEU");
        }
    }

    @Test
    void cancellingKeepsWhatWasMeasured() throws Exception {
        Path v5 = BundledFamily.unpack("digits-v5-distilled.onnx", folder.resolve("models"));
        try (Window window = new Window(folder.resolve("home"))) {
            drop(window, List.of(v5));
            window.await(
                    "the model is tried",
                    60,
                    () -> button(window, "#run").getText().equals("Run (1)")
                            && text(window, ".models .list-view").contains("runs on the CPU"));
            window.choose("#preset", "demo");
            window.robot().clickOn("#run");
            window.awaitStage("trial 2", 60);
            window.robot().clickOn("#cancel");
            Run run = window.awaitRun(30);
            assertThat(run.ending().status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(run.versions().getFirst().trials()).hasSize(1);
            assertThat(window.desk().histories().own().run("last").ending().status())
                    .isEqualTo(RunStatus.CANCELLED);
        }
    }

    /** The headless platform has no drag and drop; the window is handed the files where a drop would hand them. */
    private static void drop(Window window, List<Path> files) {
        Window.onScreen(() -> {
            window.open(files);
            return true;
        });
    }

    private static String siteWords(Window window) {
        return window.<Labeled>find("#siteWords").getText();
    }

    private static Button button(Window window, String query) {
        return window.find(query);
    }

    private static String text(Window window, String query) {
        return Window.textOf(window.find(query));
    }
}
