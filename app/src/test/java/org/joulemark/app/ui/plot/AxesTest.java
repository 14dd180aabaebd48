package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Round marks, zooming and panning. */
class AxesTest {
    private static final long SECOND = 1_000_000_000L;

    private static java.util.List<String> labels(TimeAxis axis, int most) {
        return axis.ticks(0, most).stream().map(AxisTick::label).toList();
    }

    @Test
    void timesAreRound() {
        assertThat(labels(new TimeAxis(0, 120 * SECOND), 5)).containsExactly("0:00", "0:30", "1:00", "1:30", "2:00");
        assertThat(labels(new TimeAxis(0, 3600 * SECOND), 5))
                .containsExactly("0:00", "15:00", "30:00", "45:00", "1:00:00");
        assertThat(labels(new TimeAxis(SECOND, 2 * SECOND), 3)).containsExactly("0:01.0", "0:01.5", "0:02.0");
        assertThat(labels(new TimeAxis(-SECOND, SECOND), 3)).containsExactly("\u22120:01", "0:00", "0:01");
    }

    @Test
    void neverMoreTimesThanAskedFor() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            long from = random.nextLong(1_000_000 * SECOND);
            TimeAxis axis = new TimeAxis(from, from + TimeAxis.SHORTEST_NANOS + random.nextLong(200_000 * SECOND));
            int most = 2 + random.nextInt(20);
            assertThat(axis.ticks(from / 2, most)).hasSizeLessThanOrEqualTo(most + 1);
        }
    }

    @Test
    void zoomKeepsTheTickUnderTheMouse() {
        TimeAxis axis = new TimeAxis(0, 100 * SECOND);
        TimeAxis near = axis.zoom(30 * SECOND, 0.5);
        assertThat(near.spanNanos()).isEqualTo(50 * SECOND);
        assertThat(near.share(30 * SECOND)).isCloseTo(0.3, within(1e-9));
        assertThat(axis.zoom(30 * SECOND, 1e-30).spanNanos()).isEqualTo(TimeAxis.SHORTEST_NANOS);
    }

    @Test
    void clampingKeepsTheWidthWhereItFits() {
        TimeAxis axis = new TimeAxis(90 * SECOND, 120 * SECOND);
        assertThat(axis.clamp(0, 100 * SECOND)).isEqualTo(new TimeAxis(70 * SECOND, 100 * SECOND));
        assertThat(axis.clamp(0, 10 * SECOND)).isEqualTo(new TimeAxis(0, 10 * SECOND));
    }

    @Test
    void unitsTakeTheirPrefix() {
        assertThat(SiScale.of("W", 0.25).words(0.25)).isEqualTo("250\u202fmW");
        assertThat(SiScale.of("W", 12.34).words(12.34)).isEqualTo("12.3\u202fW");
        assertThat(SiScale.of("W", 2350).words(2350)).isEqualTo("2.35\u202fkW");
        assertThat(SiScale.of("%", 0.5).words(0.5)).isEqualTo("0.500\u202f%");
        assertThat(SiScale.of("W", 0).words(0)).isEqualTo("0\u202fW");
    }

    @Test
    void valuesAreRound() {
        ValueAxis axis = ValueAxis.fromZero(47, 5);
        assertThat(axis.to()).isEqualTo(50);
        assertThat(axis.ticks(5, axis.scale("W")))
                .extracting(AxisTick::label)
                .containsExactly("0", "10", "20", "30", "40", "50");
        ValueAxis milli = ValueAxis.fromZero(0.03, 3);
        assertThat(milli.scale("W").symbol()).isEqualTo("mW");
        assertThat(milli.ticks(3, milli.scale("W"))).extracting(AxisTick::label).containsExactly("0", "10", "20", "30");
        assertThat(ValueAxis.fromZero(0, 4).to()).isEqualTo(1);
    }

    @Test
    void logarithmicMarksAreDecades() {
        ValueAxis axis = new ValueAxis(0.5, 200, true);
        assertThat(axis.ticks(10, axis.scale("")))
                .filteredOn(tick -> !tick.label().isEmpty())
                .extracting(AxisTick::label)
                .containsExactly("0.5", "1", "2", "5", "10", "20", "50", "100", "200");
        assertThat(axis.share(10)).isCloseTo(Math.log(20) / Math.log(400), within(1e-12));
        assertThat(axis.valueAt(axis.share(3))).isCloseTo(3, within(1e-9));
    }

    @Test
    void zoomAndClampOfValues() {
        ValueAxis axis = new ValueAxis(1, 100, true);
        ValueAxis near = axis.zoom(10, 0.5);
        assertThat(near.share(10)).isCloseTo(0.5, within(1e-9));
        assertThat(near.pan(5).clamp(axis).to()).isCloseTo(100, within(1e-6));
        assertThat(near.zoom(10, 100).clamp(axis).from()).isCloseTo(1, within(1e-9));
    }

    @Test
    void noRangeIsRefused() {
        assertThatThrownBy(() -> new ValueAxis(1, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ValueAxis(0, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeAxis(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
