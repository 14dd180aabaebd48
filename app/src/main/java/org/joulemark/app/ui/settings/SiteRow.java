package org.joulemark.app.ui.settings;

import org.joulemark.engine.carbon.SiteEntry;
import org.joulemark.engine.model.EmissionFactor;
import org.jspecify.annotations.Nullable;

/**
 * A site of the user's list, with what it comes to.
 *
 * @param entry as the user wrote it
 * @param factor factor its runs get; null if there is none
 * @param problem why there is none; empty if there is one
 */
public record SiteRow(SiteEntry entry, @Nullable EmissionFactor factor, String problem) {
    /** Its id. */
    public String id() {
        return entry.id();
    }
}
