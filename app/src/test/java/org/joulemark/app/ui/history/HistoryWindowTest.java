package org.joulemark.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Notice;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.plot.TimelinePlot;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.engine.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The place History in the real window, used as a person would. */
class HistoryWindowTest {
    private static final List<String> TABS = List.of("overview", "versions", "trials", "trace", "machine", "events");

    @TempDir
    private Path folder;

    @Test
    void searchFindsAndTheDetailOpens() throws Exception {
        SampleHistory.writeFour(folder);
        try (Window window = new Window(folder)) {
            open(window);
            awaitRows(window, 4);
            window.robot().clickOn("#history-search").write("resnet cancel");
            awaitRows(window, 1);
            assertThat(text(window, "#history-count")).isEqualTo("1 of 4 runs");
            window.robot().push(KeyCode.DOWN).push(KeyCode.DOWN);
            window.await("detail", 10, () -> text(window, "#detail-title").contains("bbbbbb"));
            window.robot().clickOn("#history-search").push(KeyCode.ESCAPE);
            awaitRows(window, 4);
            assertThat(runs(window).getSelectionModel().getSelectedItem().id()).contains("bbbbbb");
        }
    }

    @Test
    void verifyHoldsAndThenNamesTheEventThatWasChanged() throws Exception {
        SampleHistory.writeFour(folder);
        try (Window window = new Window(folder)) {
            open(window);
            awaitRows(window, 4);
            window.robot().clickOn("#history-verify");
            window.await("verdict", 30, () -> text(window, "#verify-verdict").startsWith("The history holds"));
            assertThat(text(window, "#verify-verdict")).contains("Every figure was recomputed");
            window.screenshot("history-verify-holds-light");
            change("UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"calls\":\"200\"',"
                    + " '\"calls\":\"201\"') AS BLOB) WHERE seq = 4");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
            window.await("verdict", 30, () -> text(window, "#verify-verdict").contains("does NOT hold"));
            assertThat(text(window, "#verify-verdict")).contains("event 4 (trial.done)");
            window.screenshot("history-verify-broken-light");
            window.robot().clickOn("Event 4");
            window.await(
                    "its event",
                    10,
                    () -> text(window, "#event-name").contains("4 (trial.done)")
                            || text(window, "#event-name").contains("trial.done"));
            assertThat(runs(window).getSelectionModel().getSelectedItem().id()).contains("aaaaaa");
            window.screenshot("history-verify-leads-light");
            window.theme(Theme.DARK);
            window.screenshot("history-verify-broken-dark");
        }
    }

    @Test
    void aCopyInAReadOnlyFolderIsAuditedAndMyHistoryComesBack() throws Exception {
        SampleHistory.writeFour(folder);
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Path copy = Files.copy(folder.resolve(History.FILE_NAME), copies.resolve("from a customer.bin"));
        copies.toFile().setWritable(false);
        try (Window window = new Window(mine)) {
            open(window);
            window.await("empty state", 10, () -> shown(window, "#history-empty"));
            window.screenshot("history-empty-light");
            drop(window, copy);
            awaitRows(window, 4);
            assertThat(text(window, "#audit-words")).contains("read-only").contains("from a customer.bin");
            window.robot().clickOn("#history-verify");
            window.await("verdict", 30, () -> text(window, "#verify-verdict").startsWith("The history holds"));
            window.screenshot("history-audit-light");
            window.robot().clickOn("#back-to-own");
            window.await("empty state", 10, () -> shown(window, "#history-empty"));
        } finally {
            copies.toFile().setWritable(true);
        }
        try (Stream<Path> files = Files.list(copies)) {
            assertThat(files).containsExactly(copy);
        }
        assertThat(mine.resolve(History.FILE_NAME)).doesNotExist();
    }

    @Test
    void aFileThatIsNoHistoryIsSaidAndLeavesThePlaceAsItWas() throws Exception {
        SampleHistory.writeFour(folder);
        Path text = Files.writeString(folder.resolve("letter.txt"), "x".repeat(300));
        try (Window window = new Window(folder)) {
            open(window);
            awaitRows(window, 4);
            drop(window, text);
            window.await(
                    "notice",
                    10,
                    () -> window.desk().notices().all().stream()
                            .map(Notice::text)
                            .anyMatch(words -> words.contains("letter.txt is not a history")));
            assertThat(runs(window).getItems()).hasSize(4);
            assertThat(shown(window, "#audit-bar")).isFalse();
        }
    }

    @Test
    void everyTabShowsInBothThemesAndSizes() throws Exception {
        SampleHistory.writeFour(folder);
        for (double[] size : new double[][] {{1280, 720}, {1920, 1080}}) {
            try (Window window = new Window(folder, size[0], size[1])) {
                open(window);
                awaitRows(window, 4);
                choose(window, row -> row.id().contains("aaaaaa"));
                for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                    window.theme(theme);
                    for (String tab : TABS) {
                        show(window, tab, theme);
                        window.screenshot("history-" + tab + "-" + (int) size[0] + "-"
                                + theme.name().toLowerCase(Locale.ROOT));
                    }
                }
            } finally {
                // The headless screen cannot hold a window of 1920 x 1080 and says so on a thread of its own.
                WaitForAsyncUtils.clearExceptions();
            }
        }
        assertThat(Path.of("target", "screenshots", "history-events-1920-dark.png"))
                .exists();
    }

    /** Whether the picture below the curves has the brightness of the theme: it is painted some time after the rest. */
    private static boolean painted(TimelinePlot plot, Theme theme) {
        WritableImage picture = plot.snapshot(null, null);
        double brightness = picture.getPixelReader()
                .getColor((int) (picture.getWidth() * 0.4), (int) (picture.getHeight() * 0.8))
                .getBrightness();
        return theme == Theme.DARK ? brightness < 0.5 : brightness > 0.5;
    }

    private static void show(Window window, String tab, Theme theme) {
        Window.onScreen(() -> {
            window.<TabPane>find("#detail-tabs").getSelectionModel().select(TABS.indexOf(tab));
            return true;
        });
        if (tab.equals("trace")) {
            window.await(
                    "timeline",
                    10,
                    () -> window.robot().lookup(".timeline-plot").tryQuery().isPresent());
            TimelinePlot plot = window.find(".timeline-plot");
            window.await("painted", 10, () -> !plot.lookupAll(".plot-title").isEmpty() && painted(plot, theme));
        } else if (tab.equals("events")) {
            window.await(
                    "body",
                    10,
                    () -> !window.<ListView<?>>find("#event-body").getItems().isEmpty());
        }
    }

    private static void choose(Window window, Predicate<RunRow> which) {
        Window.onScreen(() -> {
            RunRow row =
                    runs(window).getItems().stream().filter(which).findFirst().orElseThrow();
            runs(window).getSelectionModel().clearSelection();
            runs(window).getSelectionModel().select(row);
            return true;
        });
        window.await("detail", 10, () -> !text(window, "#detail-title").isEmpty());
    }

    private static void drop(Window window, Path file) {
        Window.onScreen(() -> {
            window.open(List.of(file));
            return true;
        });
    }

    private void change(String sql) throws Exception {
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(History.FILE_NAME));
                Statement statement = attacker.createStatement()) {
            statement.executeUpdate("DROP TRIGGER event_no_update");
            statement.executeUpdate(sql);
        }
    }

    private static void open(Window window) {
        Window.onScreen(() -> {
            window.desk().navigation().open(Place.HISTORY);
            return true;
        });
        // A split pane has no children before its first layout.
        window.await("list", 10, () -> window.robot().lookup("#runs").tryQuery().isPresent());
    }

    private static void awaitRows(Window window, int rows) {
        window.await(rows + " runs", 10, () -> runs(window).getItems().size() == rows);
    }

    private static TableView<RunRow> runs(Window window) {
        return window.find("#runs");
    }

    private static boolean shown(Window window, String query) {
        Node node = window.find(query);
        return node.isVisible() && node.getScene() != null;
    }

    private static String text(Window window, String query) {
        return window.<Label>find(query).getText();
    }
}
