package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** The scatter by keyboard, its front and its labels. */
class XyPlotTest {
    @Test
    void arrowsMoveByXAndEnterSelects() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            XyPlot plot = stage.onFx(() -> new XyPlot(SampleCharts.ENERGY, SampleCharts.ACCURACY, stage.services));
            stage.onFx(() -> {
                plot.setPoints(SampleCharts.versions());
                return true;
            });
            stage.show(new StackPane(plot), 600, 400);
            press(stage, plot, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
            XyPoint selected = stage.onFx(() -> plot.selectedProperty().get());
            assertThat(selected).isNotNull();
            assertThat(selected.label()).isEqualTo("digits-v1");
            assertThat(plot.getAccessibleText())
                    .contains("digits-v1", "Accuracy: 91.2\u202f%", "Energy per inference: 4.20\u202fmJ");
        }
    }

    private static void press(PlotStage stage, XyPlot plot, KeyCode... codes) throws Exception {
        for (KeyCode code : codes) {
            stage.onFx(() -> {
                plot.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
                return true;
            });
        }
    }

    @Test
    void pointsWithoutNumbersStayInTheTable() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            XyPlot plot = stage.onFx(() -> {
                XyPlot made = new XyPlot(SampleCharts.ENERGY, SampleCharts.ACCURACY, stage.services);
                made.setPoints(List.of(XyPoint.of("lost", Double.NaN, 90, 0), XyPoint.of("kept", 0.001, 91, 1)));
                return made;
            });
            stage.show(new StackPane(plot), 600, 400);
            assertThat(plot.table().rows().getFirst()).containsExactly("lost", "\u2013", "\u2013", "90", "\u2013");
            assertThat(plot.table().rows().getLast()).containsExactly("kept", "0.001", "\u2013", "91", "\u2013");
            press(stage, plot, KeyCode.RIGHT);
            assertThat(plot.getAccessibleText()).startsWith("kept");
        }
    }

    @Test
    void theFrontRunsAlongTheBestPoints() {
        XyView view = XyView.all(SampleCharts.versions(), SampleCharts.ENERGY, SampleCharts.ACCURACY);
        AxisFrame.Area area = new AxisFrame.Area(0, 0, 100, 100);
        List<FrontLine.Corner> line = FrontLine.corners(SampleCharts.versions(), view, area);
        assertThat(line).hasSize(7);
        assertThat(line.getFirst().y()).isEqualTo(100);
        assertThat(line.getLast().x()).isEqualTo(100);
        for (int i = 1; i < line.size(); i++) {
            FrontLine.Corner before = line.get(i - 1);
            FrontLine.Corner here = line.get(i);
            assertThat(here.x()).isGreaterThanOrEqualTo(before.x());
            assertThat(here.y()).isLessThanOrEqualTo(before.y());
            assertThat(here.x() == before.x() || here.y() == before.y()).isTrue();
        }
    }

    @Test
    void labelsAvoidEachOtherWhereThereIsRoom() {
        LabelPlacer placer = new LabelPlacer(0, 0, 400, 200);
        List<LabelPlacer.Box> boxes = List.of(
                placer.place(100, 100, 60, 12),
                placer.place(110, 102, 60, 12),
                placer.place(105, 95, 60, 12),
                placer.place(398, 198, 60, 12));
        for (LabelPlacer.Box box : boxes) {
            assertThat(box.overlap(new LabelPlacer.Box(0, 0, 400, 200))).isCloseTo(60 * 12, within(1e-6));
            assertThat(boxes.stream().filter(other -> other != box)).allMatch(other -> box.overlap(other) == 0);
        }
    }
}
