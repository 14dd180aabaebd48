package org.joulemark.app.ui.desk;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.joulemark.app.ui.fx.TaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.model.UserError;

/** Everything the places of one window share, made once. */
public final class Desk implements AutoCloseable {
    private static final String SYSTEM = "system";

    private final Workbench workbench;
    private final TaskRunner tasks;
    private final Preferences preferences;
    private final Locale language;
    private final Histories histories;
    private final Words words;
    private final Navigation navigation = new Navigation();
    private final Notices notices;
    private final Job job = new Job();
    private final Undo undo = new Undo();
    private final StringProperty theme = new SimpleStringProperty(SYSTEM);
    private Outside outside = Outside.NOBODY;

    /** A desk over {@code workbench}. */
    public Desk(Workbench workbench, TaskRunner tasks, Preferences preferences) {
        this.workbench = workbench;
        this.tasks = tasks;
        this.preferences = preferences;
        this.language = language(preferences);
        this.histories = new Histories(workbench);
        this.words = new Words(texts(Desk.class));
        this.notices = new Notices(words);
        theme.set(preferences.get("theme", SYSTEM));
        theme.subscribe(chosen -> preferences.set("theme", chosen));
    }

    private static Locale language(Preferences preferences) {
        return preferences.get("language").map(Locale::forLanguageTag).orElseGet(Locale::getDefault);
    }

    /** Machine, sensors, sites, runners. */
    public Workbench workbench() {
        return workbench;
    }

    /** Work away from the screen. */
    public TaskRunner tasks() {
        return tasks;
    }

    /** The user's likings. */
    public Preferences preferences() {
        return preferences;
    }

    /** The user's history. */
    public Histories histories() {
        return histories;
    }

    /** The engine's terms in the user's language. */
    public Words words() {
        return words;
    }

    /** Words of the package of {@code place}, in the user's language. */
    public Texts texts(Class<?> place) {
        return Texts.of(place, language);
    }

    /** The user's language. */
    public Locale language() {
        return language;
    }

    /** Where to go. */
    public Navigation navigation() {
        return navigation;
    }

    /** What the user should know. */
    public Notices notices() {
        return notices;
    }

    /** What goes on. */
    public Job job() {
        return job;
    }

    /** What can be taken back. */
    public Undo undo() {
        return undo;
    }

    /** How the window shall look: {@code system}, {@code light} or {@code dark}; kept in the preferences. */
    public StringProperty themeProperty() {
        return theme;
    }

    /** What lies outside the window. */
    public Outside outside() {
        return outside;
    }

    /** From now on the outside is {@code other}. */
    public void connect(Outside other) {
        outside = other;
    }

    @Override
    public void close() throws UserError {
        histories.close();
    }
}
