package org.joulemark.app.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.app.workbench.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsModelTest {
    @TempDir
    private Path folder;

    private Desk desk() {
        return new Desk(
                new Workbench(folder, Path.of("target", "test-cache").toAbsolutePath()),
                new InlineTaskRunner(),
                new Preferences(folder));
    }

    @Test
    void aRemovedModelComesBackToItsPlace() throws Exception {
        Desk desk = desk();
        ModelsModel models = new ModelsModel(desk, Texts.of(ModelsModel.class, Locale.ENGLISH));
        models.add(List.of(
                BundledFamily.unpack("digits-v4-pruned.onnx", folder),
                BundledFamily.unpack("digits-v5-distilled.onnx", folder)));
        assertThat(models.chosen()).hasSize(2);
        ModelRow first = models.rows().getFirst();
        models.remove(List.of(first));
        assertThat(models.rows()).hasSize(1);
        assertThat(desk.undo().nextProperty().get()).contains("digits-v4-pruned");
        desk.undo().undo();
        assertThat(models.rows().getFirst()).isSameAs(first);
        desk.undo().undo();
        assertThat(models.rows()).hasSize(2);
    }

    @Test
    void theBaselineIsTheFirstRow() throws Exception {
        ModelsModel models = new ModelsModel(desk(), Texts.of(ModelsModel.class, Locale.ENGLISH));
        models.add(List.of(
                BundledFamily.unpack("digits-v4-pruned.onnx", folder),
                BundledFamily.unpack("digits-v5-distilled.onnx", folder)));
        ModelRow second = models.rows().get(1);
        models.makeBaseline(second);
        assertThat(models.chosen().getFirst()).isSameAs(second);
    }

    private static String scaled(long number, String unit) {
        return ModelWords.scaled(number, unit, Texts.of(ModelsModel.class, Locale.ENGLISH));
    }

    @Test
    void numbersHaveTheDecimalSignOfTheLanguage() {
        assertThat(ModelWords.scaled(2_670_000, "B", Texts.of(ModelsModel.class, Locale.GERMAN)))
                .isEqualTo("2,67 MB");
    }

    @Test
    void numbersAreScaledToThreeDigits() {
        assertThat(scaled(0, "")).isEqualTo("0");
        assertThat(scaled(999, "B")).isEqualTo("999 B");
        assertThat(scaled(1000, "")).isEqualTo("1.00 k");
        assertThat(scaled(999_600, "")).isEqualTo("1.00 M");
        assertThat(scaled(2_670_000, "")).isEqualTo("2.67 M");
        assertThat(scaled(3_000_000_000L, "")).isEqualTo("3.00 G");
    }
}
