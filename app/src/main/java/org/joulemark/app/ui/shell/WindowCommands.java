package org.joulemark.app.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.theme.Theme;
import org.joulemark.app.ui.theme.ThemeSwitch;
import org.joulemark.app.workbench.ProgramVersion;

/** What can be done wherever the user is: the menus of the window. */
final class WindowCommands {
    private final Stage stage;
    private final Desk desk;
    private final Places places;
    private final ThemeSwitch theme;
    private final Consumer<List<Path>> opener;
    private final Texts texts;

    WindowCommands(Stage stage, Desk desk, Places places, ThemeSwitch theme, Consumer<List<Path>> opener) {
        this.stage = stage;
        this.desk = desk;
        this.places = places;
        this.theme = theme;
        this.opener = opener;
        this.texts = desk.texts(WindowCommands.class);
    }

    List<Command> file() {
        return List.of(
                new Command(texts.get("command.open"), "Shortcut+O", "add", this::openModels),
                new Command(
                        texts.get("command.quit"),
                        "Shortcut+Q",
                        "",
                        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST))));
    }

    List<Command> edit(Runnable palette) {
        return List.of(
                new Command(
                        texts.get("command.undo"),
                        "Shortcut+Z",
                        "undo",
                        desk.undo()::undo,
                        desk.undo().nextProperty().isNotEmpty()),
                new Command(texts.get("command.palette"), "Shortcut+K", "search", palette));
    }

    List<Command> view() {
        List<Command> commands = new ArrayList<>();
        for (Place place : Place.values()) {
            commands.add(new Command(
                    texts.get("place." + place.key()),
                    "Shortcut+" + place.number(),
                    place.key(),
                    () -> desk.navigation().open(place)));
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
                    () -> theme.themeProperty().set(one)));
        }
        return commands;
    }

    List<Command> help() {
        return List.of(
                new Command(texts.get("command.shortcuts"), "Shortcut+F1", "help", this::showShortcuts),
                new Command(texts.get("command.about"), "", "info", this::showAbout));
    }

    private void openModels() {
        List<Path> chosen = desk.outside().open(texts.get("open.title"), texts.get("open.models"), List.of("*.onnx"));
        if (!chosen.isEmpty()) {
            opener.accept(chosen);
        }
    }

    private void showShortcuts() {
        StringBuilder lines = new StringBuilder();
        Stream.of(
                        file(),
                        edit(() -> {}),
                        view(),
                        help(),
                        Arrays.stream(Place.values())
                                .flatMap(place -> places.get(place).commands().stream())
                                .toList())
                .flatMap(List::stream)
                .filter(command -> !command.shortcut().isEmpty())
                .forEach(command -> lines.append("%-16s %s%n"
                        .formatted(KeyCombination.valueOf(command.shortcut()).getDisplayText(), command.title())));
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
}
