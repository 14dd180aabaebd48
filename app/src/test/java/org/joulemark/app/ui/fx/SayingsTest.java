package org.joulemark.app.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sentences of the engine in the German window. */
class SayingsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static String german(String english) {
        return Sayings.of(Locale.GERMAN).said(english);
    }

    @Test
    void aSentenceIsSaidInTheLanguageWithItsNumbers() {
        assertThat(german("the load average was 3.5 before the start"))
                .isEqualTo("die mittlere Last vor dem Start war 3,5");
    }

    @Test
    void whatIsSaidOfAVersionKeepsItsName() {
        assertThat(german("digits-v3.1-int8: not steady after warm-up"))
                .isEqualTo("digits-v3.1-int8: nach dem Aufwärmen nicht stabil");
        assertThat(german("event 4 (trial.done): it was changed"))
                .isEqualTo("Ereignis 4 (trial.done): wurde verändert");
        assertThat(german("ended early: stopped by the user")).isEqualTo("vorzeitig beendet: vom Benutzer angehalten");
    }

    @Test
    void whatNobodyTranslatedIsQuotedAsItWasRecorded() {
        assertThat(german("the moon was full")).isEqualTo("„the moon was full“");
        assertThat(german("")).isEmpty();
    }

    @Test
    void englishStaysAsItIs() {
        assertThat(Sayings.of(Locale.ENGLISH).said("the load average was 3.5 before the start"))
                .isEqualTo("the load average was 3.5 before the start");
    }

    @Test
    void everySayingFillsInTheSame() throws IOException {
        try (InputStream in = Sayings.class.getResourceAsStream("sayings_de.txt")) {
            assertThat(in).isNotNull();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            assertThat(lines.size() % 2).isZero();
            for (int i = 0; i < lines.size(); i += 2) {
                assertThat(places(lines.get(i + 1))).as(lines.get(i)).isEqualTo(places(lines.get(i)));
            }
        }
    }

    private static TreeSet<String> places(String line) {
        TreeSet<String> places = new TreeSet<>();
        PLACE.matcher(line).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
