package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.junit.jupiter.api.Test;

/** What is painted, pixel by pixel. */
class TimelinePainterTest {
    private static final int SERIES = 0xff0000;
    private static final int MILLISECOND = 1_000_000;

    private final TimelineModel model = new TimelineModel(10_000);

    private static PlotPalette palette() {
        Map<PlotRole, Integer> rgb = new EnumMap<>(PlotRole.class);
        for (PlotRole role : PlotRole.values()) {
            rgb.put(role, 0xffffff);
        }
        rgb.put(PlotRole.SERIES_1, SERIES);
        rgb.put(PlotRole.AXIS, 0x0000ff);
        return new PlotPalette(rgb);
    }

    private Raster paint(int width, int height, double scale) {
        TimelineSnapshot snapshot = model.snapshot();
        TimelineLayout layout = TimelineLayout.of(
                width + TimelineLayout.HEADER + TimelineLayout.GUTTER + TimelineLayout.RIGHT,
                height + TimelineLayout.AXIS,
                snapshot.rows());
        TimelinePainter.Job job = new TimelinePainter.Job(snapshot, layout, palette(), scale);
        int[] pixels = new int[job.pixelWidth() * job.pixelHeight()];
        new TimelinePainter().paint(job, pixels);
        return new Raster(pixels, job.pixelWidth(), job.pixelHeight());
    }

    private static boolean inked(Raster raster, int x) {
        return inkedAt(raster, x) >= 0;
    }

    private static int inkedAt(Raster raster, int x) {
        for (int y = (int) TimelineLayout.TOP; y < raster.height(); y++) {
            if ((raster.rgb(x, y) >> 16) > 200 && (raster.rgb(x, y) >> 8 & 0xff) < 140) {
                return y;
            }
        }
        return -1;
    }

    private void readings(SensorInfo sensor, byte[] states, long... values) {
        long[] ticks = new long[values.length];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (long) i * 10 * MILLISECOND;
        }
        model.addSensor(sensor, "row", "");
        model.append(sensor.id(), new SensorTrace(ticks, values, states));
        model.fit();
    }

    @Test
    void noLineCrossesAGap() {
        byte hung = MissingReason.HUNG.code();
        byte[] states = new byte[11];
        states[5] = hung;
        long[] values = new long[11];
        java.util.Arrays.fill(values, 50_000);
        readings(SampleTimeline.samples("s", "gpu:0", "s"), states, values);
        Raster raster = paint(100, 200, 1);
        assertThat(inked(raster, 20)).isTrue();
        for (int x = 42; x < 59; x++) {
            assertThat(inked(raster, x)).as("column %d", x).isFalse();
        }
        assertThat(inked(raster, 80)).isTrue();
    }

    @Test
    void countersAreLevelBetweenReadings() {
        byte[] states = new byte[3];
        readings(SampleTimeline.counter("c", "cpu", "c", null), states, 0, 100_000, 500_000);
        Raster raster = paint(100, 200, 1);
        assertThat(inkedAt(raster, 10)).isEqualTo(inkedAt(raster, 40));
        assertThat(inkedAt(raster, 60)).isEqualTo(inkedAt(raster, 90)).isLessThan(inkedAt(raster, 40));
    }

    @Test
    void samplesSlope() {
        readings(SampleTimeline.samples("s", "gpu:0", "s"), new byte[2], 0, 40_000);
        Raster raster = paint(100, 200, 2);
        assertThat(raster.width()).isEqualTo(200);
        assertThat(inkedAt(raster, 150)).isLessThan(inkedAt(raster, 100)).isPositive();
        assertThat(inkedAt(raster, 100)).isLessThan(inkedAt(raster, 50));
    }

    @Test
    void anEmptyModelIsBlank() {
        Raster raster = paint(50, 50, 1);
        assertThat(raster.rgb(10, 10)).isEqualTo(0xffffff);
    }
}
