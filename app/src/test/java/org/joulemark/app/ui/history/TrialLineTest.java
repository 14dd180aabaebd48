package org.joulemark.app.ui.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLineTest {
    @TempDir
    private Path folder;

    /** The sensor's gain is 5 % (k = 2), a hundred times what reading and edges add. */
    @Test
    void theEnergyOfAWindowIsAsUncertainAsItsSensor() throws Exception {
        SampleHistory.writeFour(folder);
        Words words = new Words(Texts.of(Words.class, Locale.ENGLISH));
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            List<TrialLine> lines = TrialLine.of(
                    history.run("20260314T120000Z-aaaaaa"), words, Texts.of(TrialLine.class, Locale.ENGLISH));

            assertThat(lines).hasSize(6).allSatisfy(TrialLineTest::assertWhole);
        }
    }

    @Test
    void latenciesOfAllTrialsStandInOneUnitThatReadsWithoutLeadingZeros() throws Exception {
        SampleHistory.writeFour(folder);
        Words words = new Words(Texts.of(Words.class, Locale.ENGLISH));
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            assertThat(TrialLine.of(
                            history.run("20260314T120000Z-aaaaaa"), words, Texts.of(TrialLine.class, Locale.ENGLISH)))
                    .filteredOn(line -> !line.span().idle())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line.columns().p50()).matches("[1-9]\\d\\d\\.\\d µs"));
        }
    }

    private static void assertWhole(TrialLine line) {
        String text = requireNonNull(line.energies().get("rapl:package-0")).text();
        Matcher numbers = Pattern.compile("([0-9.]+) ± ([0-9.]+) J").matcher(text);
        assertThat(numbers.find()).as(text).isTrue();
        assertThat(Double.parseDouble(numbers.group(2)) / Double.parseDouble(numbers.group(1)))
                .as(text)
                .isBetween(0.049, 0.052);
    }
}
