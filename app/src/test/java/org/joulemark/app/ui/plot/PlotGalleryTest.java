package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of all charts in both themes, at both scales, under target/screenshots: look at them. */
class PlotGalleryTest {
    @ParameterizedTest
    @CsvSource({"false,1", "true,1", "false,2", "true,2"})
    void timelineIsPainted(boolean dark, double scale) throws Exception {
        try (PlotStage stage = new PlotStage(dark)) {
            TimelinePlot plot = new TimelinePlot(SampleTimeline.run(), stage.services);
            plot.pixelScale(scale);
            StackPane root = new StackPane(plot);
            root.setPadding(new Insets(16));
            root.setStyle("-fx-background-color: -color-bg-default");
            stage.show(root, 1280, 720);
            stage.until(plot::painted);
            stage.onFx(() -> {
                plot.hover(760, 300);
                return true;
            });
            save(stage, root, "timeline", dark, scale);
        }
    }

    private static void save(PlotStage stage, Parent root, String chart, boolean dark, double scale) throws Exception {
        WritableImage picture = stage.picture(root, scale);
        assertThat(picture.getWidth()).isEqualTo(1280 * scale);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        String name = "plots-" + chart + (dark ? "-dark" : "-light") + (scale > 1 ? "-2x" : "") + ".png";
        Files.write(folder.resolve(name), Picture.png(picture));
    }
}
