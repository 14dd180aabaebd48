package org.joulemark.app.ui.history;

import java.nio.file.Path;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Opens the history that is looked at: the user's own, or any file to audit. Thread-safe; used in the background. */
final class HistoryDoor {
    private final Desk desk;
    private @Nullable History borrowed;

    HistoryDoor(Desk desk) {
        this.desk = desk;
    }

    /** Whose history is looked at, and what may be done with it. */
    enum Mode {
        /** The user's own. */
        OWN,
        /** The user's own, which another program holds: it can be read only. */
        OWN_HELD,
        /** Somebody's file: nothing of it is ever written. */
        AUDIT
    }

    /**
     * What was opened.
     *
     * @param history the history; null if the user has none yet
     * @param mode whose it is
     * @param trouble why it cannot be written, if it should be; else empty
     */
    record Opened(@Nullable History history, Mode mode, String trouble) {
        static final Opened NOTHING_YET = new Opened(null, Mode.OWN, "");

        /** Where it lies; empty if there is none. */
        String file() {
            return history == null ? "" : history.file().toString();
        }
    }

    /** The user's own history, for reading only if another program holds it. @throws UserError if it cannot be read */
    synchronized Opened own() throws UserError {
        Path folder = desk.workbench().dataFolder();
        if (!History.exists(folder)) {
            release(null);
            return Opened.NOTHING_YET;
        }
        try {
            Opened opened = new Opened(desk.histories().own(), Mode.OWN, "");
            release(null);
            return opened;
        } catch (UserError e) {
            return held(folder, e);
        }
    }

    /** Any history, read-only. @throws UserError if it is none; what was open stays open */
    synchronized Opened audit(Path file) throws UserError {
        History history = History.audit(file);
        release(history);
        return new Opened(history, Mode.AUDIT, "");
    }

    /** Closes what only this place has open. */
    synchronized void close() throws UserError {
        release(null);
    }

    private Opened held(Path folder, UserError why) throws UserError {
        History readable;
        try {
            readable = History.open(folder, Access.READ_ONLY, "reader");
        } catch (UserError e) {
            // It cannot even be read: the first reason is the one to tell.
            why.addSuppressed(e);
            throw why;
        }
        release(readable);
        return new Opened(readable, Mode.OWN_HELD, why.line());
    }

    private void release(@Nullable History next) throws UserError {
        History before = borrowed;
        borrowed = next;
        if (before != null) {
            before.close();
        }
    }
}
