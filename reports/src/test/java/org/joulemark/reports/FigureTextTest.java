package org.joulemark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

class FigureTextTest {
    @Test
    void digitsEndWhereTheUncertaintyBegins() {
        assertThat(FigureText.withUncertainty(quantity(0.0123456, 0.0021))).isEqualTo("0.0123 ± 0.0042");
        assertThat(FigureText.withUncertainty(quantity(1234.5678, 12.3))).isEqualTo("1235 ± 25");
    }

    @Test
    void aMissingValueIsADashAndItsReason() {
        Absent absent = new Absent(Unit.WATTS, "no sensor");

        assertThat(FigureText.value(absent)).isEqualTo("–");
        assertThat(FigureText.sentence(absent)).isEqualTo("no sensor");
    }

    @Test
    void aLowerBoundReadsAtLeast() {
        Quantity bound = new Quantity(4.2, Unit.JOULES, 0.1, null, java.util.Map.of(Provenance.COUNTER, 1.0), true, null);

        assertThat(FigureText.value(bound)).startsWith("≥ ");
    }

    @Test
    void whatIsPrintedNeverDiffersFromTheValueByMoreThanItsUncertainty() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double value = Math.pow(10, random.nextInt(12) - 6) * (1 + random.nextDouble());
            double uncertainty = value * (0.01 + 0.4 * random.nextDouble());
            String text = FigureText.value(quantity(value, uncertainty));

            assertThat(Math.abs(Double.parseDouble(text) - value)).isLessThan(uncertainty);
        }
    }

    private static Quantity quantity(double value, double standardUncertainty) {
        return Quantity.of(value, Unit.JOULES, standardUncertainty, Provenance.COUNTER);
    }
}
