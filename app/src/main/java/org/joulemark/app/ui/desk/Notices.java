package org.joulemark.app.ui.desk;

import java.io.IOException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.UserError;

/** What the user should know now, newest first; used on the screen's thread. */
public final class Notices {
    private static final int MOST = 20;

    private final Words language;

    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    /** Kept, for it hears of changes only as long as somebody holds it. */
    private final ObservableList<Notice> shown = FXCollections.unmodifiableObservableList(all);

    /** Notices whose errors are told in the language of {@code words}. */
    Notices(Words words) {
        this.language = words;
    }

    /** All that were not dismissed, newest first. */
    public ObservableList<Notice> all() {
        return shown;
    }

    /** Tells something worth knowing; takes the place of what was told before. */
    public void tell(String text) {
        leave();
        add(new Notice(Severity.NOTE, text));
    }

    /** Tells that something did not work. */
    public void fail(String text) {
        add(new Notice(Severity.WARNING, text));
    }

    /** Tells that something did not work, in the words of the error. */
    public void fail(Exception e) {
        fail(language.problem(e));
    }

    /** One line that says what went wrong, in English. */
    public static String words(Exception e) {
        return switch (e) {
            case UserError error -> error.line();
            case IOException failure -> UserError.reason(failure);
            default -> "something unforeseen went wrong: " + e;
        };
    }

    /** The user went elsewhere: what was only worth knowing there goes; what did not work stays. */
    public void leave() {
        all.removeIf(notice -> notice.severity() == Severity.NOTE);
    }

    /** The user has seen it. */
    public void dismiss(Notice notice) {
        all.remove(notice);
    }

    private void add(Notice notice) {
        all.remove(notice);
        all.addFirst(notice);
        if (all.size() > MOST) {
            all.removeLast();
        }
    }
}
