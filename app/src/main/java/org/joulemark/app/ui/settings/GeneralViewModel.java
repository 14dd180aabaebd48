package org.joulemark.app.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;

/** Language, looks, data folder, and a way back to the usual looks. */
public final class GeneralViewModel {
    /** Languages on offer, as BCP 47 tags; "" follows the system. */
    public static final List<String> LANGUAGES = List.of("", "en", "de");

    /** Looks on offer. */
    public static final List<String> THEMES = List.of("system", "light", "dark");

    private static final String LANGUAGE = "language";
    /** Choices that are more than looks, kept by {@link #reset}. */
    private static final List<String> KEPT =
            List.of(LANGUAGE, "theme", "bench.site", "bench.ortHome", "bench.preset", "reports.");

    private final Desk desk;
    private final Texts texts;
    private final ObjectProperty<String> language = new SimpleObjectProperty<>("");
    private final ReadOnlyStringWrapper languageNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper moving = new ReadOnlyStringWrapper("");

    /** What is chosen now. */
    GeneralViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(GeneralViewModel.class);
        String tag = desk.preferences().get(LANGUAGE, "");
        language.set(LANGUAGES.contains(tag) ? tag : "");
        language.subscribe((_, chosen) -> speak(chosen));
    }

    /** The language chosen, as a BCP 47 tag; "" follows the system. */
    public ObjectProperty<String> languageProperty() {
        return language;
    }

    /** That the language changes with the next start; empty while nothing changed. */
    public ReadOnlyStringProperty languageNoteProperty() {
        return languageNote.getReadOnlyProperty();
    }

    /** How the window shall look. */
    public StringProperty themeProperty() {
        return desk.themeProperty();
    }

    /** Name of a language in itself. */
    public String languageName(String tag) {
        if (tag.isEmpty()) {
            return texts.get("language.system");
        }
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }

    /** Name of a theme. */
    public String themeName(String theme) {
        return texts.get("theme." + theme);
    }

    private void speak(String tag) {
        if (tag.isEmpty()) {
            desk.preferences().clear(LANGUAGE);
        } else {
            desk.preferences().set(LANGUAGE, tag);
        }
        languageNote.set(texts.get("language.next-start"));
        keep();
    }

    /** Where history, sites and preferences lie. */
    public Path dataFolder() {
        return desk.workbench().dataFolder();
    }

    /** Whether folders can be shown here. */
    public boolean canShow() {
        return desk.outside().canShow();
    }

    /** Opens the data folder. */
    public void showDataFolder() {
        desk.outside().show(dataFolder());
    }

    /** Puts the data folder's path on the clipboard. */
    public void copyDataFolder() {
        desk.outside().copy(dataFolder().toString());
    }

    /** Line of the shell that starts Joulemark over another folder; empty until one is chosen. */
    public ReadOnlyStringProperty movingProperty() {
        return moving.getReadOnlyProperty();
    }

    /** Asks for another folder and says how to start over it: the open history is never moved away. */
    public void chooseDataFolder() {
        Optional<Path> folder =
                desk.outside().folder(texts.get("data.choose"), dataFolder().getParent());
        folder.ifPresent(path -> moving.set(setting(System.getProperty("os.name", ""), path)));
    }

    /** The line that sets the folder, in the words of the system's shell. */
    static String setting(String osName, Path folder) {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows")
                ? "setx JOULEMARK_HOME \"" + folder + "\""
                : "export JOULEMARK_HOME='" + folder.toString().replace("'", "'\\''") + "'";
    }

    /** Puts that line on the clipboard. */
    public void copyMoving() {
        desk.outside().copy(moving.get());
    }

    /** Forgets sizes, columns and sorting, after asking; choices that matter to figures stay. */
    public void reset() {
        if (!desk.outside().agreed(texts.get("reset.title"), texts.get("reset.text"), texts.get("reset.yes"))) {
            return;
        }
        desk.preferences().keepOnly(key -> KEPT.stream().anyMatch(key::startsWith));
        // Else the window would remember itself again when it closes.
        desk.preferences().set("window.forget", "true");
        keep();
        desk.notices().tell(texts.get("reset.done"));
    }

    private void keep() {
        desk.tasks()
                .run(
                        () -> {
                            desk.preferences().save();
                            return true;
                        },
                        _ -> {},
                        e -> desk.notices().fail(e));
    }
}
