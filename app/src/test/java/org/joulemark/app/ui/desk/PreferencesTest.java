package org.joulemark.app.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    private static final String AWKWARD = "=:#! \\\n\räöü ≥ \"'\t";

    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsThereAtTheNextStart() throws Exception {
        Random random = new Random(1);
        for (int seed = 0; seed < 200; seed++) {
            Preferences before = new Preferences(folder);
            StringBuilder value = new StringBuilder();
            for (int i = 0; i < random.nextInt(12); i++) {
                value.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
            }
            before.set("some.key", value.toString());
            before.save();
            assertThat(new Preferences(folder).get("some.key")).contains(value.toString());
        }
    }

    @Test
    void aDamagedFileMeansTheUsualLooks() throws Exception {
        Files.write(folder.resolve("desktop.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 'u', '\\', 'u'});
        assertThat(new Preferences(folder).get("theme")).isEmpty();
    }

    @Test
    void aNumberThatIsNoneIsTheUsualOne() {
        Preferences preferences = new Preferences(folder);
        preferences.set("window.width", "wide");
        assertThat(preferences.number("window.width", 7)).isEqualTo(7);
        preferences.set("window.width", "NaN");
        assertThat(preferences.number("window.width", 7)).isEqualTo(7);
    }
}
