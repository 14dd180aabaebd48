package org.joulemark.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.plot.StepPlot;
import org.joulemark.app.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place as a person uses it. */
class ComparePlaceTest {
    private static final String RUN = "20260901T101500Z-aaaa01:";

    private static String key(int model) {
        return RUN + "m" + model + "@cpu.cpu.b1.t1";
    }

    @TempDir
    private Path folder;

    @Test
    void picturesInBothThemes() throws Exception {
        SampleHistory.family(folder);
        try (Window window = new Window(folder)) {
            window.robot().clickOn("#place-compare");
            window.await("the offer", 10, () -> window.find("#offer").isVisible());
            window.theme(Theme.LIGHT);
            picture(window, "compare-nothing-light");
            window.robot().clickOn("#offer");
            window.await("the table", 10, () -> !table(window).getItems().isEmpty());
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                window.theme(theme);
                picture(window, "compare-" + theme.key());
                for (Node row : window.robot().lookup(".table-row-cell").queryAll()) {
                    assertThat(Window.onScreen(() -> Window.cutOff(row))).isEmpty();
                }
            }
            window.robot().clickOn("#latenciesTab");
            window.await("curves", 10, () -> series(window, 4));
            picture(window, "compare-latencies-dark");
            window.robot().clickOn("#tracesTab");
            window.await("traces", 10, () -> series(window, 2));
            picture(window, "compare-traces-dark");
            window.robot().clickOn("#charts");
            window.robot().clickOn("#transpose");
            assertThat(table(window).getItems()).hasSize(4);
            picture(window, "compare-transposed-dark");
        }
    }

    @Test
    void whatHoldsForAllVerdictsIsShownInFull() throws Exception {
        SampleHistory.family(folder);
        try (Window window = new Window(folder)) {
            window.robot().clickOn("#place-compare");
            window.await("the offer", 10, () -> window.find("#offer").isVisible());
            window.robot().clickOn("#offer");
            window.await("the table", 10, () -> !table(window).getItems().isEmpty());
            window.robot().clickOn(".badge.good");
            window.await("the reasons", 10, () -> window.find(".reasons").isVisible());
            settle(window);
            for (Node line : window.robot().lookup(".reasons > .label").queryAll()) {
                assertThat(Window.onScreen(((Label) line)::isTextTruncated))
                        .as(((Label) line).getText())
                        .isFalse();
            }
            assertThat(window.robot().lookup(".reasons > .label").queryAll()).isNotEmpty();
            write(snapshot(window), "compare-reasons-1280x720");
        }
    }

    @Test
    void theTableOfTwoTrialsShowsBoth() throws Exception {
        SampleHistory.family(folder);
        try (Window window = new Window(folder)) {
            window.robot().clickOn("#place-compare");
            window.await("the offer", 10, () -> window.find("#offer").isVisible());
            window.robot().clickOn("#offer");
            window.await("the table", 10, () -> !table(window).getItems().isEmpty());
            window.robot().clickOn("#tracesTab");
            window.await("traces", 10, () -> series(window, 2));
            Node panel = Window.onScreen(() -> inSight(window, ".chart-panel"));
            window.robot().clickOn(Window.onScreen(() -> panel.lookup(".toggle-button")));
            TableView<?> rows = Window.onScreen(() -> (TableView<?>) panel.lookup(".table-view"));
            window.await("rows", 10, () -> !rows.getItems().isEmpty());
            picture(window, "compare-traces-table");
            assertThat(rows.getColumns()).hasSize(3);
            for (TableColumn<?, ?> column : rows.getColumns()) {
                Label title = (Label) column.getGraphic();
                assertThat(Window.onScreen(title::isTextTruncated))
                        .as("cut: %s", title.getText())
                        .isFalse();
                assertThat(Window.onScreen(() -> rows.localToScene(rows.getLayoutBounds())
                                .contains(title.localToScene(title.getLayoutBounds()))))
                        .as("in sight: %s", title.getText())
                        .isTrue();
            }
        }
    }

    /** The first that matches in a part of the window that is shown. */
    private static Node inSight(Window window, String query) {
        for (Node node : window.robot().lookup(query).queryAll()) {
            Node up = node;
            while (up != null && up.isVisible()) {
                up = up.getParent();
            }
            if (up == null) {
                return node;
            }
        }
        throw new AssertionError("not in sight: " + query);
    }

    @Test
    void versionsAreChosenTurnedAndJudgedByKeysAndMouse() throws Exception {
        SampleHistory.family(folder);
        try (Window window = new Window(folder)) {
            window.robot().clickOn("#place-compare");
            window.await("the runs", 10, () -> runs(window).getExpandedItemCount() == 5);
            // Space ticks the run: all its versions.
            window.robot().clickOn("#runs").type(KeyCode.HOME, KeyCode.SPACE);
            window.await("the table", 10, () -> titles(window).size() == 5);
            assertThat(titles(window)).containsExactly("title", key(1), key(2), key(3), key(4));
            assertThat(judgement(window, "energy.gross.wh1000", 2)).isEqualTo("✓ better");
            assertThat(judgement(window, "accuracy.top1", 2)).isEqualTo("✕ worse");
            assertThat(judgement(window, "accuracy.top1", 1)).isEqualTo("= no difference shown");

            // B on a cell sets its version as the baseline.
            Window.onScreen(() -> {
                table(window).requestFocus();
                table(window)
                        .getFocusModel()
                        .focus(0, table(window).getColumns().get(3));
                return true;
            });
            window.robot().type(KeyCode.B);
            window.await("the other baseline", 10, () -> titles(window).get(1).equals(key(3)));
            window.await(
                    "the verdict turned round",
                    10,
                    () -> judgement(window, "energy.gross.wh1000", 1).equals("✕ worse"));

            window.robot().push(KeyCode.CONTROL, KeyCode.Z);
            window.await(
                    "the first baseline again", 10, () -> titles(window).get(1).equals(key(1)));
        }
    }

    @Test
    void theTableIsNarrowedTurnedAndCopiedByKeys() throws Exception {
        SampleHistory.family(folder);
        try (Window window = new Window(folder)) {
            window.robot().clickOn("#place-compare");
            window.await("the offer", 10, () -> window.find("#offer").isVisible());
            window.robot().push(KeyCode.CONTROL, KeyCode.L);
            window.await("the table", 10, () -> titles(window).size() == 5);
            assertThat(keys(window)).contains("model.macs").doesNotContain("latency.p90");

            window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            window.await("all metrics", 10, () -> keys(window).contains("latency.p90"));
            window.robot().push(KeyCode.CONTROL, KeyCode.D);
            window.await("differences only", 10, () -> !keys(window).contains("model.macs"));
            assertThat(keys(window)).contains("latency.p50");

            window.robot().push(KeyCode.CONTROL, KeyCode.T);
            window.await("versions as rows", 10, () -> keys(window).getFirst().equals(key(1)));
            assertThat(keys(window)).hasSize(4);

            window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            window.await("the copy", 10, () -> clipboard().startsWith("| Version | Accuracy (top-1), % |"));
            window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            window.await("the other copy", 10, () -> clipboard().startsWith("metric,unit,run_version,"));
        }
    }

    @Test
    void whatMayNotBeComparedSaysWhyInGerman() throws Exception {
        Files.writeString(folder.resolve("desktop.properties"), "language=de\ncompare.table.all=true\n");
        SampleHistory.family(folder);
        SampleHistory.record(folder, "20260902T101500Z-bbbb02", "laptop", false, SampleHistory.FAMILY.subList(2, 3));
        try (Window window = new Window(folder)) {
            Window.onScreen(() -> {
                window.desk()
                        .navigation()
                        .compare(List.of(RUN + "v1-baseline", RUN + "v3-int8", "20260902T101500Z-bbbb02"));
                return true;
            });
            window.await("the table", 10, () -> titles(window).size() == 4);
            window.robot().clickOn("#badge");
            assertThat(window.<Button>find("#badge").getText()).isEqualTo("! Teilweise vergleichbar");
            VBox reasons = window.find("#reasons");
            window.await("the reasons", 10, reasons::isVisible);
            assertThat(reasons.getChildren())
                    .anySatisfy(line -> assertThat(((Label) line).getText()).contains("verschiedene Rechner"));
            assertThat(judgement(window, "latency.p50", 2)).isEqualTo("⊘ nicht vergleichbar");
            window.theme(Theme.LIGHT);
            picture(window, "compare-not-comparable-de");

            // All of the table is in the picture, also what is scrolled away.
            window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.await("the picture", 10, () -> Clipboard.getSystemClipboard().hasImage());
            Image copied = Window.onScreen(() -> Clipboard.getSystemClipboard().getImage());
            assertThat(copied.getHeight()).isGreaterThan(900);
            write(copied, "compare-copied-picture");
        }
    }

    @Test
    void anEmptyHistoryShowsTheWayInBothLanguages() throws Exception {
        Files.writeString(folder.resolve("desktop.properties"), "language=de\n");
        try (Window window = new Window(folder)) {
            window.robot().clickOn("#place-compare");
            window.await("the empty state", 10, () -> window.find("#noRuns").isVisible());
            window.theme(Theme.LIGHT);
            picture(window, "compare-empty-de");
            window.robot().clickOn("#toBench");
            window.await(
                    "Bench",
                    10,
                    () -> window.desk().navigation().placeProperty().get() == Place.BENCH);
        }
    }

    private static boolean series(Window window, int count) {
        return window.robot().lookup(".step-plot").queryAllAs(StepPlot.class).stream()
                .anyMatch(plot -> plot.isVisible()
                        && plot.getParent().isVisible()
                        && plot.getSeries().size() == count
                        && plot.getSeries().stream().allMatch(one -> one.size() > 20));
    }

    private static List<String> titles(Window window) {
        return table(window).getColumns().stream().map(TableColumn::getId).toList();
    }

    private static List<String> keys(Window window) {
        return table(window).getItems().stream().map(line -> line.head().key()).toList();
    }

    private static String judgement(Window window, String metric, int version) {
        return table(window).getItems().stream()
                .filter(line -> line.head().key().equals(metric))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(version)
                .judgement();
    }

    private static String clipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    private static TreeView<ChooserItem> runs(Window window) {
        return window.find("#runs");
    }

    /** As it looks on a small and on a large screen; the headless one shows no window of more than 1,000 lines. */
    private static void picture(Window window, String name) throws IOException {
        settle(window);
        write(snapshot(window), name + "-1280x720");
        resize(window, 1920, 1080);
        settle(window);
        write(snapshot(window), name + "-1920x1080");
        resize(window, 1280, 720);
        settle(window);
    }

    private static WritableImage snapshot(Window window) {
        return Window.onScreen(() -> window.stage().getScene().getRoot().snapshot(null, null));
    }

    private static void write(Image image, String name) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(pixels, "png", folder.resolve(name + ".png").toFile());
    }

    private static void resize(Window window, double width, double height) {
        Window.onScreen(() -> {
            Parent root = window.stage().getScene().getRoot();
            root.resize(width, height);
            root.applyCss();
            root.layout();
            return root;
        });
    }

    /** Until every chart in view has painted what it has: twenty pulses without a new picture. */
    private static void settle(Window window) {
        int[] pulses = new int[1];
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses[0]++;
            }
        };
        Window.onScreen(() -> {
            timer.start();
            return timer;
        });
        window.await("pulses", 10, () -> pulses[0] > 20);
        Window.onScreen(() -> {
            timer.stop();
            return timer;
        });
    }

    private static TableView<Grid.Line> table(Window window) {
        return window.find("#table");
    }
}
