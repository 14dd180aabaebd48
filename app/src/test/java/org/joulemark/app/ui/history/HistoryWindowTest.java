package org.joulemark.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place History in the real window. */
class HistoryWindowTest {
    private static final String[] TABS = {"overview", "versions", "trials", "trace", "machine", "events"};

    @TempDir
    private Path folder;

    @Test
    void everyTabShowsInBothThemesAndSizes() throws Exception {
        SampleHistory.writeFour(folder);
        for (double[] size : new double[][] {{1280, 720}, {1920, 1080}}) {
            try (Window window = new Window(folder, size[0], size[1])) {
                for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                    window.theme(theme);
                    String end = "-" + (int) size[0] + "-" + theme.name().toLowerCase(Locale.ROOT);
                    open(window, 4);
                    Window.onScreen(() -> {
                        runs(window).getSelectionModel().clearAndSelect(3);
                        return true;
                    });
                    window.await("detail", 10, () -> title(window).contains("aaaaaa"));
                    for (int tab = 0; tab < TABS.length; tab++) {
                        int at = tab;
                        Window.onScreen(() -> {
                            window.<TabPane>find("#detail-tabs").getSelectionModel().select(at);
                            return true;
                        });
                        if (TABS[tab].equals("trace")) {
                            window.await("readings", 10, () -> !window.<TableView<?>>find("#readings")
                                    .getItems()
                                    .isEmpty());
                        }
                        window.screenshot("history-" + TABS[tab] + end);
                    }
                }
            }
        }
        assertThat(Path.of("target", "screenshots", "history-events-1920-dark.png")).exists();
    }

    private static void open(Window window, int rows) {
        Window.onScreen(() -> {
            window.desk().navigation().open(Place.HISTORY);
            return true;
        });
        window.await(rows + " runs", 10, () -> runs(window).getItems().size() == rows);
    }

    private static TableView<RunRow> runs(Window window) {
        return window.find("#runs");
    }

    private static String title(Window window) {
        return window.<Label>find("#detail-title").getText();
    }
}
