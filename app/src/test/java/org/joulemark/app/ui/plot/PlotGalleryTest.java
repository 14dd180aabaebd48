package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
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

    @ParameterizedTest
    @CsvSource({"false,1", "true,1", "false,2", "true,2"})
    void comparisonChartsAreDrawn(boolean dark, double scale) throws Exception {
        try (PlotStage stage = new PlotStage(dark)) {
            XyPlot scatter = new XyPlot(SampleCharts.ENERGY, SampleCharts.ACCURACY, stage.services);
            scatter.setPoints(SampleCharts.versions());
            StepPlot latency = new StepPlot(SampleCharts.LATENCY, SampleCharts.SHARE, stage.services);
            latency.setSeries(SampleCharts.latencies());
            StepPlot power = new StepPlot(
                    new AxisSpec("Time since the trial began", "s", false, Better.NEITHER),
                    new AxisSpec("Power", "W", false, Better.NEITHER),
                    stage.services);
            power.setSeries(SampleCharts.traces());
            latency.pixelScale(scale);
            power.pixelScale(scale);
            TimelinePlot timeline = new TimelinePlot(SampleTimeline.run(), stage.services);
            GridPane root = stage.onFx(() -> {
                scatter.select(scatter.getPoints().get(4));
                ChartPanel<TimelinePlot> table = new ChartPanel<>("Power", timeline, stage.services);
                table.setTable(true);
                return grid(
                        new ChartPanel<>("Accuracy and energy", scatter, stage.services),
                        new ChartPanel<>("Latency", latency, stage.services),
                        new ChartPanel<>("Power of two trials", power, stage.services),
                        table);
            });
            stage.show(root, 1280, 720);
            stage.until(() -> latency.painted() && power.painted());
            save(stage, root, "compare", dark, scale);
        }
    }

    private static GridPane grid(Node... charts) {
        GridPane grid = new GridPane(24, 16);
        grid.setPadding(new Insets(16));
        grid.setStyle("-fx-background-color: -color-bg-default");
        for (int i = 0; i < charts.length; i++) {
            grid.add(charts[i], i % 2, i / 2);
            GridPane.setHgrow(charts[i], Priority.ALWAYS);
            GridPane.setVgrow(charts[i], Priority.ALWAYS);
        }
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.getRowConstraints().addAll(row, row);
        return grid;
    }

    private static void save(PlotStage stage, Parent root, String chart, boolean dark, double scale) throws Exception {
        WritableImage picture = stage.picture(root, scale);
        assertThat(picture.getWidth()).isEqualTo(1280 * scale);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        String name = "plots-" + chart + (dark ? "-dark" : "-light") + (scale > 1 ? "-2x" : "") + ".png";
        Files.write(folder.resolve(name), Picture.png(picture));
    }
}
