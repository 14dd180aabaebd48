package org.joulemark.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of every place in both themes, to be looked at. */
class ScreenshotTest {
    @TempDir
    private Path folder;

    @Test
    void everyPlaceShowsInBothThemes() throws Exception {
        try (Window window = new Window(folder)) {
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                window.theme(theme);
                for (Place place : Place.values()) {
                    window.robot().clickOn("#place-" + place.key());
                    window.await(
                            "place " + place,
                            10,
                            () -> window.desk().navigation().placeProperty().get() == place);
                    Path file =
                            window.screenshot(place.key() + "-" + theme.name().toLowerCase(Locale.ROOT));
                    assertThat(Files.size(file)).isGreaterThan(5_000);
                }
            }
        }
    }
}
