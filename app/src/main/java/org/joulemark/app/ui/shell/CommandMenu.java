package org.joulemark.app.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.Icon;

/** A menu of commands, with their keys. */
final class CommandMenu {
    private CommandMenu() {}

    static Menu of(String title, List<Command> commands) {
        Menu menu = new Menu(title);
        fill(menu, commands);
        return menu;
    }

    static void fill(Menu menu, List<Command> commands) {
        menu.getItems().setAll(commands.stream().map(CommandMenu::item).toList());
        menu.setVisible(!commands.isEmpty());
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setMnemonicParsing(false);
        if (!command.icon().isEmpty()) {
            item.setGraphic(new Icon(command.icon()));
        }
        if (!command.shortcut().isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(command.shortcut()));
        }
        item.disableProperty().bind(Bindings.not(command.enabled()));
        item.setOnAction(_ -> command.action().run());
        return item;
    }
}
