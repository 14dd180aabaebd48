package org.joulemark.app.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.FirstFrame;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.SystemClip;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.ui.theme.ThemeSwitch;
import org.joulemark.engine.model.UserError;

/** The one window: places, menus, keys, looks; remembers how it was left. */
public final class MainWindow {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final Desk desk;
    private final Texts texts;
    private final WindowState state;
    private final Places places;
    private final StackPane ground = new StackPane();
    private final ThemeSwitch theme;
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plot-painter").factory());

    /** Fills {@code stage}; {@link #show()} opens it. */
    public MainWindow(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        this.texts = desk.texts(MainWindow.class);
        this.state = new WindowState(desk.preferences());
        this.places = new Places(
                desk,
                new PlotServices(
                        desk.texts(PlotServices.class).bundle(), desk.tasks()::onScreen, painter, new SystemClip()));
        // With a size of its own, which the window's takes the place of: an empty scene without one counts as not sized
        // yet, and a picture of it would stretch it to all that its content would like.
        Scene scene = new Scene(ground, LEAST_WIDTH, LEAST_HEIGHT);
        this.theme = new ThemeSwitch(scene, Theme.of(desk.themeProperty().get()));
        theme.themeProperty().subscribe(chosen -> desk.themeProperty().set(chosen.key()));
        desk.themeProperty().subscribe(key -> theme.themeProperty().set(Theme.of(key)));
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        this::title, desk.job().runningProperty(), desk.job().fractionProperty()));
        stage.setScene(scene);
        acceptDrops(scene);
        stage.setOnCloseRequest(this::close);
    }

    /** The task bar shows how far the measurement is. */
    private String title() {
        return desk.job().runningProperty().get()
                ? texts.format(
                        "app.title.running", 100 * desk.job().fractionProperty().get())
                : texts.get("app.title");
    }

    /** Opens the window where it was left. */
    public void show() {
        state.restore(stage);
        stage.show();
        // The window is there at once; what is in it takes a few frames more.
        FirstFrame.then(this::fill);
    }

    private void fill() {
        WindowCommands commands = new WindowCommands(stage, desk, places, theme, this::open);
        ShellController shell = new ShellController(desk, places, commands);
        ground.getChildren().setAll(ViewLoader.load(shell, texts));
        FirstFrame.then(() -> {
            shell.opened();
            ICON_SIZES.forEach(this::addIcon);
        });
    }

    /** Its looks. */
    public ThemeSwitch theme() {
        return theme;
    }

    private void addIcon(int size) {
        var in = MainWindow.class.getResourceAsStream("/org/joulemark/icons/app-" + size + ".png");
        if (in != null) {
            stage.getIcons().add(new Image(in));
        }
    }

    /** Takes files as if they were dropped: they go to the place shown, or else to the bench. */
    public void open(List<Path> files) {
        if (!places.get(desk.navigation().placeProperty().get()).open(files)) {
            desk.navigation().open(Place.BENCH);
            places.get(Place.BENCH).open(files);
        }
    }

    private void acceptDrops(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(event -> {
            open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
        });
    }

    private void close(WindowEvent event) {
        if (desk.job().runningProperty().get() && !reallyStop()) {
            event.consume();
            return;
        }
        places.made().forEach(PlaceView::closed);
        painter.shutdownNow();
        state.remember(stage);
        try {
            desk.preferences().save();
            desk.close();
        } catch (IOException | UserError e) {
            // Nobody is there any more to read it; nothing measured depends on it.
            desk.notices().fail(desk.words().problem(e));
        }
    }

    private boolean reallyStop() {
        ButtonType stop = new ButtonType(texts.get("close.stop"), ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(texts.get("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("close.text"), stop, stay);
        alert.initOwner(stage);
        alert.setHeaderText(texts.get("close.title"));
        Optional<ButtonType> answer = alert.showAndWait();
        return answer.isPresent() && answer.get().equals(stop);
    }
}
