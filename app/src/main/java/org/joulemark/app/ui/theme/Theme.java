package org.joulemark.app.ui.theme;

import java.util.Locale;

/** How the window looks. */
public enum Theme {
    /** As the system has it, and changing with it. */
    SYSTEM,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    /** The theme of that key; {@link #SYSTEM} for anything else. */
    public static Theme of(String key) {
        for (Theme theme : values()) {
            if (theme.key().equals(key)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    /** Its name in settings and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
