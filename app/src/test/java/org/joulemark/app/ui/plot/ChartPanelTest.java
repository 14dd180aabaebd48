package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The frame of a chart: table, CSV, picture; and the steps inside. */
class ChartPanelTest {
    private static final StepSeries SERIES = StepSeries.ecdf("a,\"b\"", 0, new double[] {1, 2, 2, 4});

    private static ChartPanel<StepPlot> panel(PlotStage stage) throws Exception {
        ChartPanel<StepPlot> panel = stage.onFx(() -> {
            StepPlot plot = new StepPlot(SampleCharts.LATENCY, SampleCharts.SHARE, stage.services);
            plot.setSeries(List.of(SERIES));
            return new ChartPanel<>("Latency", plot, stage.services);
        });
        stage.show(panel, 600, 400);
        stage.until(panel.chart()::painted);
        return panel;
    }

    private static void press(PlotStage stage, ChartPanel<?> panel, KeyCode code, boolean shift) throws Exception {
        stage.onFx(() -> {
            panel.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false));
            return true;
        });
    }

    @Test
    void keysTurnToTheTableAndBack() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            ChartPanel<StepPlot> panel = panel(stage);
            press(stage, panel, KeyCode.T, false);
            assertThat(stage.onFx(() -> panel.isTable() && !panel.chart().isVisible()))
                    .isTrue();
            press(stage, panel, KeyCode.T, false);
            assertThat(stage.onFx(() -> !panel.isTable() && panel.chart().isVisible()))
                    .isTrue();
        }
    }

    @Test
    void dataAndPictureAreCopied() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            ChartPanel<StepPlot> panel = panel(stage);
            press(stage, panel, KeyCode.C, false);
            press(stage, panel, KeyCode.C, true);
            assertThat(stage.copied).hasSize(1);
            assertThat(stage.copied.getFirst())
                    .startsWith("Latency (s),\"a,\"\"b\"\", Share of inferences\"\r\n")
                    .hasLineCount(102);
            byte[] png = Picture.png(stage.pictures.getFirst());
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(600);
        }
    }

    @Test
    void everyButtonHasANameAndATooltip() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            ChartPanel<StepPlot> panel = panel(stage);
            assertThat(panel.lookupAll(".button, .toggle-button"))
                    .allMatch(node -> node instanceof ButtonBase button
                            && button.getAccessibleText() != null
                            && button.getTooltip() != null);
            assertThat(panel.chart().getAccessibleText()).contains("Share of inferences", "a,\"b\"");
        }
    }

    @Test
    void aDistributionIsTheShareAtOrBelow() {
        assertThat(SERIES.at(0.5)).isZero();
        assertThat(SERIES.at(1.5)).isEqualTo(0.25);
        assertThat(SERIES.at(3)).isEqualTo(0.75);
        assertThat(SERIES.at(9)).isEqualTo(1);
    }

    @Test
    void stepsHoldBackToTheReadingBefore() {
        StepSeries steps =
                StepSeries.steps("s", 0, new double[] {0, 1, 2, 3}, new double[] {Double.NaN, 5, Double.NaN, 7});
        assertThat(steps.at(0.5)).isEqualTo(5);
        assertThat(steps.at(1.5)).isNaN();
        assertThat(steps.at(2.5)).isEqualTo(7);
        assertThat(steps.at(4)).isNaN();
    }

    @Test
    void rowsFitTheirHeadings() {
        assertThatThrownBy(() -> new ChartTable(List.of("a"), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle english = ResourceBundle.getBundle(PlotServices.TEXTS, Locale.ROOT);
        ResourceBundle german = ResourceBundle.getBundle(PlotServices.TEXTS, Locale.GERMAN);
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(german.getString("plot.timeline")).isEqualTo("Leistungsverlauf");
        for (String key : english.keySet()) {
            assertThat(german.getString(key).split("%", -1))
                    .as(key)
                    .hasSameSizeAs(english.getString(key).split("%", -1));
        }
    }
}
