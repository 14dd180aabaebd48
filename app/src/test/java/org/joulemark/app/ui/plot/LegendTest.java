package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class LegendTest {
    private static final StepSeries FIRST = StepSeries.line("first", 0, new double[] {0, 1}, new double[] {1, 2});
    private static final StepSeries SECOND = StepSeries.line("second", 1, new double[] {0, 1}, new double[] {2, 3});

    private static List<PlotText> names(StepPlot plot) {
        Set<Node> found = plot.lookupAll(".plot-legend");
        return found.stream().map(PlotText.class::cast).collect(Collectors.toList());
    }

    @Test
    void anotherThemeLeavesEachNameOnceAndInItsPlace() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            StepPlot plot = stage.onFx(() -> {
                StepPlot made = new StepPlot(SampleCharts.LATENCY, SampleCharts.SHARE, stage.services);
                made.setSeries(List.of(FIRST, SECOND));
                return made;
            });
            stage.show(new StackPane(plot), 600, 400);
            stage.until(plot::painted);
            List<String> before = stage.onFx(() -> places(plot));
            assertThat(before).hasSize(2);
            for (boolean dark : new boolean[] {true, false, true}) {
                stage.theme(dark);
                stage.picture(plot, 1);
                stage.until(plot::painted);
                assertThat(stage.onFx(() -> places(plot))).isEqualTo(before);
            }
        }
    }

    @Test
    void linesThatComeWithAnotherThemeAreNamedOnce() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            StepPlot plot = stage.onFx(() -> new StepPlot(SampleCharts.LATENCY, SampleCharts.SHARE, stage.services));
            stage.show(new StackPane(plot), 600, 400);
            stage.until(plot::painted);
            for (boolean dark : new boolean[] {true, false}) {
                // The styles of the new theme are first applied while the names are measured.
                stage.onFx(() -> {
                    Application.setUserAgentStylesheet(
                            (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
                    plot.setSeries(List.of(FIRST, SECOND));
                    return true;
                });
                assertThat(stage.onFx(() -> places(plot))).hasSize(2);
            }
        }
    }

    private static List<String> places(StepPlot plot) {
        return names(plot).stream()
                .map(name -> name.getText() + " " + name.getX() + " " + name.getY())
                .sorted()
                .toList();
    }
}
