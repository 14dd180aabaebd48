package org.joulemark.app.ui.desk;

import java.util.Locale;

/** The five places of the window, in the order of the side bar. */
public enum Place {
    /** Measure models. */
    BENCH,
    /** Set versions side by side. */
    COMPARE,
    /** What was ever measured here. */
    HISTORY,
    /** Labels and workbooks. */
    REPORTS,
    /** Sites, sensors, folders, looks. */
    SETTINGS;

    /** Key of its texts and name of its icon. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
