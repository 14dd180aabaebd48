package org.joulemark.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place as a person uses it. */
class ComparePlaceTest {
    @TempDir
    private Path folder;

    @Test
    void picturesInBothThemes() throws Exception {
        SampleHistory.family(folder);
        try (Window window = new Window(folder)) {
            window.robot().clickOn("#place-compare");
            window.await("the offer", 10, () -> window.find("#offer").isVisible());
            window.theme(Theme.LIGHT);
            picture(window, "compare-nothing-light");
            window.robot().clickOn("#offer");
            window.await("the table", 10, () -> !table(window).getItems().isEmpty());
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                window.theme(theme);
                picture(window, "compare-" + theme.key());
            }
            window.robot().clickOn("#transpose");
            assertThat(table(window).getItems()).hasSize(4);
            picture(window, "compare-transposed-dark");
        }
    }

    /** As it looks on a small and on a large screen; the headless one shows no window of more than 1,000 lines. */
    private static void picture(Window window, String name) throws IOException {
        window.screenshot(name + "-1280x720");
        WritableImage image = Window.onScreen(() -> {
            Parent root = window.stage().getScene().getRoot();
            root.resize(1920, 1080);
            root.applyCss();
            root.layout();
            WritableImage large = root.snapshot(null, null);
            root.resize(1280, 720);
            root.layout();
            return large;
        });
        BufferedImage pixels = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 1080; y++) {
            for (int x = 0; x < 1920; x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(pixels, "png", new File("target/screenshots/" + name + "-1920x1080.png"));
    }

    private static TableView<Grid.Line> table(Window window) {
        return window.find("#table");
    }
}
