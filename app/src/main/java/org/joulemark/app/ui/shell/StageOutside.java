package org.joulemark.app.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.joulemark.app.ui.desk.Outside;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** The system around the window, through its own dialogs. */
final class StageOutside implements Outside {
    private final Stage stage;
    private final HostServices services;
    private final Texts texts;

    StageOutside(Stage stage, HostServices services, Texts texts) {
        this.stage = stage;
        this.services = services;
        this.texts = texts;
    }

    @Override
    public Optional<Path> save(String title, Path suggested) {
        String name = String.valueOf(suggested.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1);
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        existing(suggested.getParent()).ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*." + extension, "*." + extension));
        File chosen = chooser.showSaveDialog(stage);
        return chosen == null ? Optional.empty() : agreed(chosen.toPath(), extension);
    }

    /** The system asked about the name as typed; a name that became another by its extension is asked about here. */
    private Optional<Path> agreed(Path chosen, String extension) {
        if (String.valueOf(chosen.getFileName()).endsWith("." + extension)) {
            return Optional.of(chosen);
        }
        Path target = chosen.resolveSibling(chosen.getFileName() + "." + extension);
        boolean free = Files.notExists(target)
                || agreed(texts.get("replace.title"), texts.format("replace.text", target), texts.get("replace.yes"));
        return free ? Optional.of(target) : Optional.empty();
    }

    @Override
    public List<Path> open(String title, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(kind, patterns),
                        new FileChooser.ExtensionFilter(texts.get("open.all"), "*.*", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(stage);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(String title, @Nullable Path start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        existing(start).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    private static Optional<File> existing(@Nullable Path folder) {
        return Optional.ofNullable(folder).filter(Files::isDirectory).map(Path::toFile);
    }

    @Override
    public boolean agreed(String title, String text, String yes) {
        ButtonType does = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        ButtonType not = new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, does, not);
        alert.initOwner(stage);
        alert.setTitle(title);
        alert.setHeaderText(title);
        return alert.showAndWait().filter(does::equals).isPresent();
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public boolean canShow() {
        return true;
    }

    @Override
    public void show(Path path) {
        services.showDocument(path.toUri().toString());
    }
}
