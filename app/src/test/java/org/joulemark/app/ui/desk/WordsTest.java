package org.joulemark.app.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyTermOfTheEngineHasWords(String language) {
        Words words = new Words(Texts.of(Words.class, Locale.forLanguageTag(language)));
        for (Provenance provenance : Provenance.values()) {
            assertThat(words.provenance(provenance)).isNotBlank();
        }
        for (RunStatus status : RunStatus.values()) {
            assertThat(words.status(status)).isNotBlank();
        }
        assertThat(words.status(null)).isNotBlank();
        assertThat(words.verdict(new Verdict.NotComparable("x"))).isNotBlank();
    }

    @Test
    void everyMetricHasAGermanNameOfItsOwnOrKeepsAnInternationalOne() {
        Words german = new Words(Texts.of(Words.class, Locale.GERMAN));
        for (Metric metric : Metrics.ALL) {
            assertThat(german.texts().bundle().containsKey("metric." + metric.id()))
                    .as(metric.id())
                    .isTrue();
        }
    }

    @Test
    void durationsReadLikeAClock() {
        assertThat(Words.duration(7_400_000_000L)).isEqualTo("0:07");
        assertThat(Words.duration(3_723_000_000_000L)).isEqualTo("1:02:03");
    }
}
