package org.joulemark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

class FigureTextTest {
    @Test
    void digitsEndWhereTheUncertaintyBegins() {
        assertThat(FigureText.ENGLISH.withUncertainty(quantity(0.0123456, 0.0021)))
                .isEqualTo("0.0123 ± 0.0042");
        assertThat(FigureText.ENGLISH.withUncertainty(quantity(1234.5678, 12.3)))
                .isEqualTo("1235 ± 25");
    }

    @Test
    void anUncertaintyHasNoDigitsBelowThoseOfItsValue() {
        assertThat(FigureText.ENGLISH.withUncertainty(quantity(2.41512, 0.0002)))
                .isEqualTo("2.415 ± 0.001");
        assertThat(FigureText.ENGLISH.withUncertainty(quantity(48.0234, 0.005))).isEqualTo("48.02 ± 0.01");
    }

    @Test
    void aMissingValueIsADashAndItsReason() {
        Absent absent = new Absent(Unit.WATTS, "no sensor");

        assertThat(FigureText.ENGLISH.value(absent)).isEqualTo("–");
        assertThat(FigureText.ENGLISH.sentence(absent)).isEqualTo("no sensor");
    }

    @Test
    void aLowerBoundReadsAtLeast() {
        Quantity bound =
                new Quantity(4.2, Unit.JOULES, 0.1, null, java.util.Map.of(Provenance.COUNTER, 1.0), true, null, null);

        assertThat(FigureText.ENGLISH.value(bound)).startsWith("≥ ");
    }

    @Test
    void whatIsPrintedNeverDiffersFromTheValueByMoreThanItsUncertainty() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double value = Math.pow(10, random.nextInt(12) - 6) * (1 + random.nextDouble());
            double uncertainty = value * (0.01 + 0.4 * random.nextDouble());
            String text = FigureText.ENGLISH.value(quantity(value, uncertainty));

            assertThat(Math.abs(Double.parseDouble(text) - value)).isLessThan(uncertainty);
        }
    }

    @Test
    void aSmallFigureReadsInAPrefixedUnitAndNotWithLeadingZeros() {
        assertThat(FigureText.ENGLISH.sentence(quantity(0.0000130, 0.0000011))).isEqualTo("13.0 ± 2.2 µJ");
        assertThat(FigureText.ENGLISH.sentence(Quantity.of(0.0123, Unit.MILLISECONDS, 0.0001, Provenance.COUNTER)))
                .isEqualTo("12.30 ± 0.20 µs");
        assertThat(FigureText.ENGLISH.sentence(
                        Quantity.of(0.00234, Unit.WATT_HOURS_PER_1000, 0.0007, Provenance.ESTIMATED)))
                .isEqualTo("2.3 ± 1.4 mWh per 1,000 inferences");
        assertThat(FigureText.ENGLISH.sentence(Quantity.exact(1_234_567, Unit.BYTES)))
                .isEqualTo("1.235 MB");
    }

    @Test
    void whatItsUncertaintyReachesZeroOfIsNotResolved() {
        Quantity energy = Quantity.of(0.0014, Unit.WATT_HOURS_PER_1000, 0.0010, Provenance.COUNTER);
        Quantity nothing = Quantity.of(0, Unit.WATT_HOURS_PER_1000, 0.00495, Provenance.COUNTER);

        assertThat(FigureText.ENGLISH.withUncertainty(energy, FigureScale.of(energy)))
                .isEqualTo("< 3.4 (not resolved)");
        assertThat(FigureText.ENGLISH.sentence(energy))
                .isEqualTo("< 3.4 mWh per 1,000 inferences, below what this sensor resolves");
        assertThat(FigureText.ENGLISH.sentence(nothing))
                .isEqualTo("< 9.9 mWh per 1,000 inferences, below what this sensor resolves");
        assertThat(FigureText.ENGLISH.sentence(energy.inDoubt(Quantity.Doubt.TRIALS)))
                .isEqualTo("< 3.4 mWh per 1,000 inferences, the trials differ too much");
    }

    @Test
    void anIntervalThatIsNotSymmetricIsPrintedAsOne() {
        Quantity share = new Quantity(
                1,
                Unit.RATIO,
                0,
                new Interval(0.99364, 1, 0.95),
                java.util.Map.of(Provenance.COUNTER, 1.0),
                false,
                null,
                null);

        assertThat(FigureText.ENGLISH.withUncertainty(share)).isEqualTo("100.00 [99.36 … 100.00]");
    }

    /** A percentile near the lower end of a wide interval is not rounded away, and its ends are as fine as it is. */
    @Test
    void aValueAndTheEndsOfItsIntervalHaveTheSameDecimals() {
        Quantity low =
                Quantity.of(0.42, Unit.MILLISECONDS, 5, Provenance.COUNTER).withInterval(new Interval(0, 21, 0.95));
        Quantity wide =
                Quantity.of(3.4, Unit.MILLISECONDS, 5, Provenance.COUNTER).withInterval(new Interval(0.04, 21.4, 0.95));
        Quantity large = Quantity.of(1234, Unit.MILLISECONDS, 5, Provenance.COUNTER)
                .withInterval(new Interval(900.4, 5000, 0.95));

        assertThat(FigureText.ENGLISH.withUncertainty(low)).isEqualTo("0.42 [0.00 … 21.00]");
        assertThat(FigureText.ENGLISH.value(low)).isEqualTo("0.42");
        assertThat(FigureText.ENGLISH.withUncertainty(wide)).isEqualTo("3.4 [0.0 … 21.4]");
        assertThat(FigureText.ENGLISH.withUncertainty(large)).isEqualTo("1200 [900 … 5000]");
    }

    @Test
    void whatAnUncertaintyLeavesOutIsSaid() {
        Quantity once = Quantity.exact(12.5, Unit.MILLISECONDS).notCovering("spread unknown: one trial");
        assertThat(FigureText.ENGLISH.withUncertainty(once)).isEqualTo("12.5 ± ?");
        assertThat(FigureText.ENGLISH.sentence(once)).contains("± ?").endsWith("(spread unknown: one trial)");
        Quantity partly = quantity(0.5, 0.1).notCovering("spread unknown: one trial");
        assertThat(FigureText.ENGLISH.sentence(partly)).contains("±").contains("one trial");
    }

    @Test
    void anIntervalRoundItsValueReadsAsPlusMinus() {
        Quantity median = Quantity.of(167.2, Unit.MILLISECONDS, 0.9, Provenance.COUNTER)
                .withInterval(new Interval(165.5, 168.9, 0.95));

        assertThat(FigureText.ENGLISH.withUncertainty(median)).isEqualTo("167.2 ± 1.7");
    }

    @Test
    void numbersHaveTheDecimalSignOfTheLanguage() {
        FigureText german = new FigureText(Locale.GERMANY, FigureText.ENGLISH.phrases());

        assertThat(german.sentence(quantity(0.0123456, 0.0021))).isEqualTo("12,3 ± 4,2 mJ");
        assertThat(german.value(Quantity.exact(1_234_567, Unit.COUNT))).isEqualTo("1.234.567");
    }

    private static Quantity quantity(double value, double standardUncertainty) {
        return Quantity.of(value, Unit.JOULES, standardUncertainty, Provenance.COUNTER);
    }
}
