package org.joulemark.app.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** Finds a command by its name, over the window. */
final class CommandPalette {
    private final Pane window;
    private final Supplier<List<Command>> commands;
    private final TextField search = new TextField();
    private final ListView<Command> found = new ListView<>();
    private final StackPane ground;
    private List<Command> offered = List.of();

    CommandPalette(Pane window, Supplier<List<Command>> commands, Texts texts) {
        this.window = window;
        this.commands = commands;
        search.setId("paletteSearch");
        search.setPromptText(texts.get("palette.prompt"));
        search.setAccessibleText(texts.get("palette.prompt"));
        search.textProperty().subscribe(this::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        found.setPlaceholder(new Label(texts.get("palette.none")));
        found.setCellFactory(_ -> new CommandCell());
        found.setFocusTraversable(false);
        found.setOnMouseClicked(_ -> choose());
        VBox box = new VBox(search, found);
        box.getStyleClass().add("palette");
        ground = new StackPane(box);
        ground.getStyleClass().add("palette-ground");
        ground.setOnMousePressed(event -> {
            if (ground.equals(event.getTarget())) {
                close();
            }
        });
    }

    void open() {
        if (!window.getChildren().contains(ground)) {
            offered = commands.get();
            window.getChildren().add(ground);
            search.clear();
            find("");
        }
        search.requestFocus();
    }

    private void close() {
        window.getChildren().remove(ground);
    }

    private void find(String text) {
        List<Command> usable =
                offered.stream().filter(one -> one.enabled().get()).toList();
        found.getItems().setAll(CommandSearch.matching(usable, text));
        found.getSelectionModel().selectFirst();
    }

    private void steer(KeyEvent event) {
        KeyCode key = event.getCode();
        if (key == KeyCode.ESCAPE) {
            close();
        } else if (key == KeyCode.ENTER) {
            choose();
        } else if (key == KeyCode.DOWN) {
            found.getSelectionModel().selectNext();
        } else if (key == KeyCode.UP) {
            found.getSelectionModel().selectPrevious();
        } else {
            return;
        }
        found.scrollTo(Math.max(0, found.getSelectionModel().getSelectedIndex() - 2));
        event.consume();
    }

    private void choose() {
        Command command = found.getSelectionModel().getSelectedItem();
        if (command != null) {
            close();
            command.action().run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(command == null || empty ? null : row(command));
        }

        private static Node row(Command command) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            String keys = command.shortcut().isEmpty()
                    ? ""
                    : KeyCombination.valueOf(command.shortcut()).getDisplayText();
            Label shortcut = new Label(keys);
            shortcut.getStyleClass().add("shortcut");
            return new HBox(8, new Icon(command.icon()), new Label(command.title()), space, shortcut);
        }
    }
}
