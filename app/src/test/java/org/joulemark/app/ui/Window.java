package org.joulemark.app.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.BackgroundTasks;
import org.joulemark.app.ui.shell.MainWindow;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window over a data folder, driven as a person would: for tests and screenshots. */
public final class Window implements AutoCloseable {
    private static final double HEADLESS_SCREEN = 1000;

    private final BackgroundTasks tasks = new BackgroundTasks();
    private final Desk desk;
    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final MainWindow main;

    public Window(Path dataFolder) throws TimeoutException {
        this(dataFolder, 1280, 720);
    }

    public Window(Path dataFolder, double width, double height) throws TimeoutException {
        assumeTrue(canDraw(), "windows need the library pangoft2 (libpangoft2-1.0-0), which is not here");
        Preferences preferences = new Preferences(dataFolder);
        if (preferences.get("language").isEmpty()) {
            preferences.set("language", "en");
        }
        Path cache = Path.of("target", "test-cache").toAbsolutePath();
        this.desk = new Desk(new Workbench(dataFolder, cache), tasks, preferences);
        this.stage = FxToolkit.registerPrimaryStage();
        this.main = onScreen(() -> {
            MainWindow made = new MainWindow(stage, desk);
            made.show();
            // The headless screen is 1000 x 1000 whatever one wants; its windows may be larger.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return made;
        });
        await(
                "the place is shown",
                30,
                () -> robot.lookup(".stage")
                        .<StackPane>tryQuery()
                        .map(place -> !place.getChildren().isEmpty())
                        .orElse(false));
    }

    /** Whether text can be drawn: on Linux the toolkit's headless platform leaves that to a library of the system. */
    private static boolean canDraw() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return true;
        }
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return Stream.concat(folders, Stream.of(Path.of("/usr/lib64")))
                    .anyMatch(folder -> Files.exists(folder.resolve("libpangoft2-1.0.so.0")));
        } catch (IOException e) {
            return false;
        }
    }

    public Desk desk() {
        return desk;
    }

    public FxRobot robot() {
        return robot;
    }

    public Stage stage() {
        return stage;
    }

    public void theme(Theme theme) {
        onScreen(() -> {
            main.theme().themeProperty().set(theme);
            return theme;
        });
    }

    /** Hands files to the window as a drop or its menu would. */
    public void open(List<Path> files) {
        main.open(files);
    }

    /** All words below a node, as a person reads them. */
    public static String textOf(Node node) {
        StringBuilder words = new StringBuilder();
        collect(node, words);
        return words.toString();
    }

    /** Words below a node that end in an ellipsis because there is no room for them. */
    public static List<String> cutOff(Node node) {
        List<String> cut = new ArrayList<>();
        if (node instanceof Labeled labeled && labeled.isVisible() && labeled.isTextTruncated()) {
            cut.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cut.addAll(cutOff(child)));
        }
        return cut;
    }

    private static void collect(Node node, StringBuilder words) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            words.append(labeled.getText()).append('\n');
        } else if (node instanceof TextInputControl input) {
            words.append(input.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    /** The first node that matches a CSS query; fails if there is none. */
    public <N extends Node> N find(String query) {
        return robot.lookup(query).query();
    }

    /** Waits until {@code condition}, asked on the screen's thread, holds. */
    public void await(String what, int seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!onScreen(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + seconds + " s: " + what);
            }
            Thread.onSpinWait();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Waits until the run is at a stage whose words begin so. */
    public void awaitStage(String words, int seconds) {
        await(words, seconds, () -> desk.job().stageProperty().get().startsWith(words));
    }

    /** Waits until a run has ended, and gives its record. */
    public Run awaitRun(int seconds) {
        await("a run ends", seconds, () -> desk.navigation().lastRunProperty().get() != null);
        return Objects.requireNonNull(desk.navigation().lastRunProperty().get());
    }

    /** Chooses an entry of a choice box. */
    public void choose(String query, String value) {
        onScreen(() -> {
            this.<ChoiceBox<String>>find(query).setValue(value);
            return value;
        });
    }

    /** Writes what the window shows to {@code target/screenshots}. */
    public Path screenshot(String name) throws IOException {
        settle();
        WritableImage image = onScreen(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return stage.getScene().snapshot(null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Path file = folder.resolve(name + ".png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    /** Lets what is painted in the background (a few times a second) catch up; pictures only, nothing is asserted on. */
    private static void settle() {
        try {
            Thread.sleep(450);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static <T> T onScreen(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws UserError {
        onScreen(() -> {
            stage.hide();
            return true;
        });
        tasks.close();
        desk.close();
        if (stage.getHeight() > HEADLESS_SCREEN) {
            // A window larger than the headless screen cannot be painted on it, which TestFX would tell the next test.
            WaitForAsyncUtils.clearExceptions();
        }
    }
}
