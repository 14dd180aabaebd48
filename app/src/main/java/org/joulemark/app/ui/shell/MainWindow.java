package org.joulemark.app.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Notices;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.SystemClip;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.ui.theme.ThemeSwitch;
import org.joulemark.app.workbench.ProgramVersion;
import org.joulemark.engine.model.UserError;

/** The one window: places, menus, keys, looks; remembers how it was left. */
public final class MainWindow {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final Stage stage;
    private final Desk desk;
    private final Texts texts;
    private final WindowState state;
    private final Map<Place, PlaceView> places;
    private final ShellController shell;
    private final ThemeSwitch theme;
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plot-painter").factory());

    /** Fills {@code stage}; {@link #show()} opens it. */
    public MainWindow(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        this.texts = desk.texts(MainWindow.class);
        this.state = new WindowState(desk.preferences());
        this.places = Places.all(
                desk,
                new PlotServices(
                        desk.texts(PlotServices.class).bundle(), desk.tasks()::onScreen, painter, new SystemClip()));
        this.shell = new ShellController(desk, places, new Commands(file(), edit(), view(), help()));
        Parent root = ViewLoader.load(shell, texts);
        Scene scene = new Scene(root);
        this.theme = new ThemeSwitch(scene, Theme.of(desk.preferences().get("theme", "system")));
        theme.themeProperty()
                .subscribe(chosen -> desk.preferences().set("theme", chosen.key()));
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+K"), shell::openPalette);
        stage.titleProperty().bind(Bindings.createStringBinding(this::title, desk.job().runningProperty(), desk.job().fractionProperty()));
        stage.setScene(scene);
        ICON_SIZES.forEach(this::addIcon);
        acceptDrops(scene);
        stage.setOnCloseRequest(this::close);
    }

    /** The task bar shows how far the measurement is. */
    private String title() {
        return desk.job().runningProperty().get()
                ? texts.format("app.title.running", 100 * desk.job().fractionProperty().get())
                : texts.get("app.title");
    }

    /** Opens the window where it was left. */
    public void show() {
        state.restore(stage);
        stage.show();
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

    private List<Command> file() {
        return List.of(
                new Command(texts.get("command.open"), "Shortcut+O", "add", this::openModels),
                new Command(
                        texts.get("command.quit"),
                        "Shortcut+Q",
                        "",
                        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST))));
    }

    private List<Command> edit() {
        return List.of(
                new Command(
                        texts.get("command.undo"),
                        "Shortcut+Z",
                        "undo",
                        desk.undo()::undo,
                        desk.undo().nextProperty().isNotEmpty()),
                new Command(texts.get("command.palette"), "Shortcut+K", "search", () -> shell().openPalette()));
    }

    private ShellController shell() {
        return Objects.requireNonNull(shell);
    }

    private List<Command> view() {
        List<Command> commands = new ArrayList<>();
        for (Place place : Place.values()) {
            commands.add(new Command(
                    texts.get("place." + place.key()), "Shortcut+" + (place.ordinal() + 1), place.key(), () -> desk.navigation()
                            .open(place)));
        }
        commands.add(new Command(
                texts.get("command.panes"),
                "F6",
                "",
                () -> PaneCycle.next(stage.getScene().getRoot())));
        for (Theme one : Theme.values()) {
            commands.add(new Command(
                    texts.get("command.theme." + one.key()),
                    "",
                    one == Theme.DARK ? "moon" : "sun",
                    () -> theme().themeProperty().set(one)));
        }
        return commands;
    }

    private List<Command> help() {
        return List.of(
                new Command(texts.get("command.shortcuts"), "Shortcut+F1", "help", this::showShortcuts),
                new Command(texts.get("command.about"), "", "info", this::showAbout));
    }

    private void openModels() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("open.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("open.models"), "*.onnx"));
        List<File> chosen = chooser.showOpenMultipleDialog(stage);
        if (chosen != null) {
            open(chosen.stream().map(File::toPath).toList());
        }
    }

    /** Takes files as if they were dropped: they go to the place shown, or else to the bench. */
    public void open(List<Path> files) {
        PlaceView here = places.get(desk.navigation().placeProperty().get());
        if (here == null || !here.open(files)) {
            desk.navigation().open(Place.BENCH);
            Objects.requireNonNull(places.get(Place.BENCH)).open(files);
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

    private void showShortcuts() {
        StringBuilder lines = new StringBuilder();
        Stream.of(
                        file(),
                        edit(),
                        view(),
                        help(),
                        places.values().stream()
                                .flatMap(place -> place.commands().stream())
                                .toList())
                .flatMap(List::stream)
                .filter(command -> !command.shortcut().isEmpty())
                .forEach(command -> lines.append("%-16s %s%n"
                        .formatted(
                                KeyCombination.valueOf(command.shortcut()).getDisplayText(), command.title())));
        inform(texts.get("shortcuts.title"), lines.toString());
    }

    private void showAbout() {
        inform(
                texts.get("command.about"),
                texts.format(
                        "about.text",
                        ProgramVersion.text(),
                        System.getProperty("java.version", ""),
                        System.getProperty("javafx.version", ""),
                        desk.workbench().dataFolder()));
    }

    private void inform(String title, String text) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION, text, ButtonType.OK);
        alert.initOwner(stage);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.getDialogPane().getStyleClass().add("mono");
        alert.show();
    }

    private void close(WindowEvent event) {
        if (desk.job().runningProperty().get() && !reallyStop()) {
            event.consume();
            return;
        }
        places.values().forEach(PlaceView::closed);
        painter.shutdownNow();
        state.remember(stage);
        try {
            desk.preferences().save();
            desk.close();
        } catch (IOException | UserError e) {
            // Nobody is there any more to read it; nothing measured depends on it.
            desk.notices().fail(Notices.words(e));
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
