package org.joulemark.app.ui.history;

import java.util.Locale;
import org.joulemark.engine.model.RunStatus;
import org.jspecify.annotations.Nullable;

/** Which runs to show by how they ended. */
public enum StatusChoice {
    /** All of them. */
    ALL,
    /** Those that ended as planned. */
    COMPLETED,
    /** Those that were stopped. */
    CANCELLED,
    /** Those that an error ended. */
    FAILED,
    /** Those whose program died. */
    INTERRUPTED,
    /** Those that go on. */
    RUNNING;

    /** Key of its word. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a run that ended so is among them; null while it goes on. */
    boolean takes(@Nullable RunStatus status) {
        return switch (this) {
            case ALL -> true;
            case RUNNING -> status == null;
            case COMPLETED, CANCELLED, FAILED, INTERRUPTED ->
                status != null && status.name().equals(name());
        };
    }
}
