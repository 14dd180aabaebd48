package org.joulemark.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What frames the places: palette, notices, and room at the smallest usual size. */
class ShellJourneyTest {
    @TempDir
    private Path folder;

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void thePaletteFindsTheCommandsOfAllPlacesAndGoesThere() throws Exception {
        try (Window window = new Window(folder)) {
            window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
            window.robot().write("history find runs");
            ListView<Command> found = window.find(".palette .list-view");
            assertThat(Window.onScreen(() -> found.getItems().size())).isEqualTo(1);
            window.robot().push(KeyCode.ENTER);
            window.await(
                    "history is shown",
                    10,
                    () -> window.desk().navigation().placeProperty().get() == Place.HISTORY);
            window.await(
                    "the search has the focus",
                    10,
                    () -> window.find("#history-search").isFocused());
        }
    }

    @Test
    void aNoticeDoesNotMoveThePageUnderThePointer() throws Exception {
        try (Window window = new Window(folder)) {
            Node stage = window.find(".stage");
            Bounds before = Window.onScreen(() -> place(stage));
            Window.onScreen(() -> {
                window.desk().notices().fail("something went wrong");
                window.desk().notices().fail("and another thing");
                return true;
            });
            window.await(
                    "the notice is there",
                    10,
                    () -> !window.robot().lookup(".notice").queryAll().isEmpty());
            assertThat(Window.onScreen(() -> {
                        stage.getScene().getRoot().applyCss();
                        stage.getScene().getRoot().layout();
                        return place(stage);
                    }))
                    .isEqualTo(before);
            Bounds notice = Window.onScreen(() -> place(window.find(".notice")));
            assertThat(notice.getMaxY())
                    .as("a line of it covers nothing of the page")
                    .isLessThanOrEqualTo(before.getMinY() + 2);
            window.screenshot("notices-light");
        }
    }

    @Test
    void theEmptyBenchKeepsItsWordsInTheirPlace() throws Exception {
        for (String language : new String[] {"en", "de"}) {
            Path home = folder.resolve(language);
            java.nio.file.Files.createDirectories(home);
            java.nio.file.Files.writeString(home.resolve("desktop.properties"), "language=" + language + "\n");
            try (Window window = new Window(home)) {
                window.screenshot("bench-empty-" + language);
                Bounds list = Window.onScreen(() -> place(window.find(".models .list-view")));
                for (Node part :
                        window.robot().lookup(".models .empty-state > *").queryAll()) {
                    Bounds bounds = Window.onScreen(() -> place(part));
                    assertThat(list.contains(bounds))
                            .as("%s: %s of %s within %s", language, part, bounds, list)
                            .isTrue();
                    assertThat(part instanceof Labeled words && words.isTextTruncated())
                            .as("cut: %s", part)
                            .isFalse();
                }
            }
        }
    }
}
