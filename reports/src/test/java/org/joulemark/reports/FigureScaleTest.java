package org.joulemark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

class FigureScaleTest {
    @Test
    void aColumnHasOneUnitInWhichMostOfItsFiguresReadWell() {
        assertThat(scale(Unit.MILLISECONDS, 0.012, 0.045, 0.9).symbol()).isEqualTo("µs");
        assertThat(scale(Unit.MILLISECONDS, 1.2, 4.5, 900).symbol()).isEqualTo("ms");
        assertThat(scale(Unit.JOULES_PER_INFERENCE, 0.0012, 0.034).symbol()).isEqualTo("mJ");
        assertThat(scale(Unit.WATT_HOURS_PER_1000, 0.0000042).symbol()).isEqualTo("µWh/1000");
        assertThat(scale(Unit.BYTES, 46_000, 190_000).symbol()).isEqualTo("kB");
    }

    @Test
    void aColumnWithoutFiguresHasItsPlainUnit() {
        assertThat(FigureScale.of(Unit.WATTS, List.of(new Absent(Unit.WATTS, "no sensor"))))
                .isEqualTo(FigureScale.plain(Unit.WATTS));
        assertThat(scale(Unit.WATTS, 0)).isEqualTo(FigureScale.plain(Unit.WATTS));
    }

    @Test
    void ratiosAreInPercentAndCountsAsTheyAre() {
        assertThat(scale(Unit.RATIO, 0.001)).isEqualTo(new FigureScale(0.01, "%"));
        assertThat(scale(Unit.COUNT, 3e9)).isEqualTo(new FigureScale(1, ""));
    }

    @Test
    void oneFigureByItselfNeverReadsWithALeadingZeroWithinTheRangeOfPrefixes() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            double joules = Math.pow(10, random.nextDouble() * 11 - 8);
            Quantity figure = Quantity.of(joules, Unit.JOULES, joules * 0.01, Provenance.COUNTER);
            FigureScale scale = FigureScale.of(figure);

            assertThat(joules / scale.factor()).isBetween(1.0, 1000.0);
            assertThat(FigureText.ENGLISH.value(figure, scale)).matches("[1-9][0-9]*(\\.[0-9]+)?");
        }
    }

    private static FigureScale scale(Unit unit, double... values) {
        List<Figure> figures = java.util.Arrays.stream(values)
                .<Figure>mapToObj(value -> Quantity.of(value, unit, 0, Provenance.COUNTER))
                .toList();
        return FigureScale.of(unit, figures);
    }
}
