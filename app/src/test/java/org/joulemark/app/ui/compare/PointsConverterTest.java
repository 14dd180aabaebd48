package org.joulemark.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PointsConverterTest {
    @Test
    void pointAndCommaAreReadInEveryLanguage() {
        PointsConverter english = new PointsConverter(Locale.ENGLISH, 0.5);
        assertThat(english.fromString(" 1.25 ")).isEqualTo(1.25);
        assertThat(english.fromString("1,5")).isEqualTo(1.5);
        assertThat(english.toString(1.5)).isEqualTo("1.5");
        assertThat(new PointsConverter(Locale.GERMAN, 0.5).toString(1.5)).isEqualTo("1,5");
        assertThat(english.toString(2.0)).isEqualTo("2");
    }

    @Test
    void whatIsNoAmountLeavesTheLastOne() {
        PointsConverter converter = new PointsConverter(Locale.ENGLISH, 0.5);
        assertThat(converter.fromString("much")).isEqualTo(0.5);
        assertThat(converter.fromString("-3")).isEqualTo(0.5);
        converter.fromString("2");
        for (String text : new String[] {"", "0", "NaN", "1e9", "Infinity"}) {
            assertThat(converter.fromString(text)).isEqualTo(2);
        }
    }
}
