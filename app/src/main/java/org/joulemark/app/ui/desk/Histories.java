package org.joulemark.app.ui.desk;

import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** The user's history, opened when it is first needed and kept open. Thread-safe; never call it on the screen's thread. */
public final class Histories implements AutoCloseable {
    private final Workbench workbench;
    private @Nullable History open;

    Histories(Workbench workbench) {
        this.workbench = workbench;
    }

    /** The user's own history, made if there is none. @throws UserError if it cannot be opened, in one clear line */
    public synchronized History own() throws UserError {
        History history = open;
        if (history == null) {
            history = workbench.history(Access.READ_WRITE);
            open = history;
        }
        return history;
    }

    @Override
    public synchronized void close() throws UserError {
        History history = open;
        open = null;
        if (history != null) {
            history.close();
        }
    }
}
