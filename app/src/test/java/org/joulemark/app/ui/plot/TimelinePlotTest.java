package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.joulemark.engine.model.SensorId;
import org.junit.jupiter.api.Test;

/** The timeline in a window: keys, wheel, themes. */
class TimelinePlotTest {
    private static final long SECOND = 1_000_000_000L;

    private final TimelineModel model = SampleTimeline.run();

    private static void press(PlotStage stage, TimelinePlot plot, KeyCode code) throws Exception {
        stage.onFx(() -> {
            plot.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private TimelinePlot shown(PlotStage stage) throws Exception {
        TimelinePlot plot = stage.onFx(() -> new TimelinePlot(model, stage.services));
        stage.show(new StackPane(plot), 1000, 500);
        stage.until(plot::painted);
        return plot;
    }

    @Test
    void keysZoomPanPauseAndFollow() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            TimelinePlot plot = shown(stage);
            TimeAxis all = model.window();
            press(stage, plot, KeyCode.PLUS);
            assertThat(model.window().spanNanos()).isEqualTo(Math.round(all.spanNanos() / 1.25));
            long from = model.window().fromNanos();
            press(stage, plot, KeyCode.RIGHT);
            assertThat(model.window().fromNanos()).isGreaterThan(from);
            press(stage, plot, KeyCode.LEFT);
            assertThat(model.window().fromNanos()).isEqualTo(from);
            press(stage, plot, KeyCode.DIGIT0);
            assertThat(model.window()).isEqualTo(all);
            press(stage, plot, KeyCode.F);
            assertThat(model.follow()).isTrue();
            press(stage, plot, KeyCode.SPACE);
            assertThat(model.paused()).isTrue();
            stage.until(plot::painted);
        }
    }

    @Test
    void aButtonLeadsBackToTheNewestReading() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            TimelinePlot plot = shown(stage);
            press(stage, plot, KeyCode.PLUS);
            press(stage, plot, KeyCode.LEFT);
            stage.until(plot::painted);
            Button follow = stage.onFx(() -> (Button) plot.lookup("#followAgain"));
            assertThat(stage.onFx(follow::isVisible)).isTrue();
            stage.onFx(() -> {
                follow.fire();
                return true;
            });
            stage.until(() -> plot.painted() && !follow.isVisible());
            assertThat(model.follow()).isTrue();
            model.complete();
            stage.until(() -> plot.painted());
            assertThat(stage.onFx(follow::isVisible)).as("nothing more comes").isFalse();
        }
    }

    @Test
    void theWheelZoomsAroundTheMouse() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            TimelinePlot plot = shown(stage);
            double x = 700;
            long under = model.window().tickAt(stage.onFx(() -> plot.share(x)));
            stage.onFx(() -> {
                plot.fireEvent(wheel(x, 40));
                return true;
            });
            assertThat(model.window().spanNanos()).isLessThan(80 * SECOND);
            assertThat(model.window().tickAt(stage.onFx(() -> plot.share(x)))).isBetween(under - 1000, under + 1000);
        }
    }

    private static ScrollEvent wheel(double x, double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                100,
                x,
                100,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void newReadingsAreDrawnUnasked() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            TimelinePlot plot = shown(stage);
            model.follow(true);
            stage.until(plot::painted);
            model.append(new SensorId("nvml:0"), SampleTimeline.sampleTrace(100));
            stage.until(plot::painted);
            assertThat(plot.table().rows().getFirst().get(3)).isNotEqualTo("\u2013");
        }
    }

    @Test
    void linesAndSignsStandOutInBothThemes() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            try (PlotStage stage = new PlotStage(dark)) {
                TimelinePlot plot = shown(stage);
                Color ground = stage.onFx(() -> plot.color(PlotRole.PLOT));
                assertThat(ground.getBrightness()).isEqualTo(dark ? ground.getBrightness() : 1);
                for (PlotRole role : PlotRole.values()) {
                    if (role.name().startsWith("SERIES") || role == PlotRole.FLAG || role == PlotRole.ACCENT) {
                        Color color = stage.onFx(() -> plot.color(role));
                        assertThat(contrast(color, ground))
                                .as("%s, dark %s", role, dark)
                                .isGreaterThanOrEqualTo(3);
                    }
                }
            }
        }
    }

    @Test
    void theTableHoldsWindowPhasesAndFlags() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            TimelinePlot plot = shown(stage);
            ChartTable table = plot.table();
            assertThat(table.rows()).hasSize(3 * 8 + 1 + 3);
            assertThat(table.rows().getFirst().subList(0, 3))
                    .containsExactly("CPU", "package-0 (RAPL)", "window 0:00 \u2013 1:34");
            assertThat(table.rows())
                    .filteredOn(row -> row.get(2).equals("trial 1: digits-v3"))
                    .hasSize(3);
            double idle = Double.parseDouble(table.rows().get(1).get(6));
            double busy = Double.parseDouble(table.rows().get(4).get(6));
            assertThat(idle).isBetween(17.5, 18.5);
            assertThat(busy).isBetween(41.5, 42.5);
            assertThat(table.rows().getLast()).contains("Other process", "1:20.0", "firefox used the GPU");
        }
    }

    @Test
    void whatChangedUnseenIsDrawnWhenSeenAgain() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            TimelinePlot plot = shown(stage);
            AtomicInteger pictures = new AtomicInteger();
            stage.onFx(() -> {
                plot.afterPaint(pictures::incrementAndGet);
                plot.getParent().setVisible(false);
                plot.redraw();
                return true;
            });
            assertThat(stage.onFx(pictures::get)).isZero();
            stage.onFx(() -> {
                plot.getParent().setVisible(true);
                return true;
            });
            stage.until(() -> pictures.get() > 0);
        }
    }

    @Test
    void anotherThemeShowsAtOnce() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            TimelinePlot plot = shown(stage);
            Color before = stage.onFx(() -> plot.color(PlotRole.SERIES_1));
            stage.theme(true);
            stage.until(() -> !plot.color(PlotRole.SERIES_1).equals(before));
        }
    }

    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
