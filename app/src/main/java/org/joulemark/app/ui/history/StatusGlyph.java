package org.joulemark.app.ui.history;

import org.joulemark.engine.model.RunStatus;
import org.jspecify.annotations.Nullable;

/** Drawing and colour that stand beside the word for how a run ended. */
record StatusGlyph(String icon, String styleClass) {
    /** For a run that ended so; null while it runs. */
    static StatusGlyph of(@Nullable RunStatus status) {
        return switch (status) {
            case null -> new StatusGlyph("play", "status-running");
            case COMPLETED -> new StatusGlyph("ok", "status-completed");
            case CANCELLED -> new StatusGlyph("stop", "status-cancelled");
            case FAILED -> new StatusGlyph("error", "status-failed");
            case INTERRUPTED -> new StatusGlyph("warning", "status-interrupted");
        };
    }
}
