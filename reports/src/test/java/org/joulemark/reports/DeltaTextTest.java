package org.joulemark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeltaTextTest {
    private static final FigureScale MILLIS = FigureScale.plain(Unit.MILLISECONDS);

    @Test
    void aManifoldDifferenceIsAMultiple() {
        Delta delta = relative(37.45, new Interval(35.1, 40.4, 0.95));

        assertThat(DeltaText.ENGLISH.difference(delta, Unit.MILLISECONDS, MILLIS))
                .isEqualTo("38×");
        assertThat(DeltaText.ENGLISH.interval(delta, Unit.MILLISECONDS, MILLIS)).isEqualTo("36× … 41×");
        assertThat(DeltaText.ENGLISH.difference(relative(411.4, null), Unit.MILLISECONDS, MILLIS))
                .isEqualTo("412×");
    }

    @Test
    void aDifferenceWhoseIntervalReachesFarIsAMultipleToo() {
        Delta delta = relative(1.2, new Interval(-0.5, 23.2, 0.95));

        assertThat(DeltaText.ENGLISH.difference(delta, Unit.MILLISECONDS, MILLIS))
                .isEqualTo("2.2×");
        assertThat(DeltaText.ENGLISH.interval(delta, Unit.MILLISECONDS, MILLIS)).isEqualTo("0.50× … 24×");
    }

    @Test
    void aSmallDifferenceIsAPercentage() {
        Delta delta = relative(-0.1234, new Interval(-0.13, 0.00004, 0.95));

        assertThat(DeltaText.ENGLISH.difference(delta, Unit.MILLISECONDS, MILLIS))
                .isEqualTo("−12.3 %");
        assertThat(DeltaText.ENGLISH.interval(delta, Unit.MILLISECONDS, MILLIS)).isEqualTo("−13.0 … 0.0");
    }

    @Test
    void equalFactsAreEqual() {
        assertThat(DeltaText.ENGLISH.difference(relative(0, null), Unit.COUNT, FigureScale.plain(Unit.COUNT)))
                .isEqualTo("equal");
    }

    @Test
    void sharesDifferInPointsAndErrorsInTheUnitOfTheColumn() {
        Delta share = new Delta(-0.01667, false, new Interval(-0.02, 0.001, 0.95), "");
        Delta error = new Delta(0.0000123, false, null, "");

        assertThat(DeltaText.ENGLISH.difference(share, Unit.RATIO, FigureScale.plain(Unit.RATIO)))
                .isEqualTo("−1.67 points");
        assertThat(DeltaText.ENGLISH.difference(error, Unit.JOULES, new FigureScale(1e-6, "µJ")))
                .isEqualTo("+12.3 µJ");
    }

    @Test
    void numbersHaveTheDecimalSignOfTheLanguage() {
        DeltaText german =
                new DeltaText(new FigureText(Locale.GERMANY, FigureText.ENGLISH.phrases()), "Punkte", "gleich");

        assertThat(german.difference(relative(0.234, null), Unit.MILLISECONDS, MILLIS))
                .isEqualTo("+23,4 %");
    }

    private static Delta relative(double value, @Nullable Interval interval) {
        return new Delta(value, true, interval, "");
    }
}
