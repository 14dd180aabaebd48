package org.joulemark.app.ui.desk;

import java.util.Locale;

/** The five places of the window, in the order of the side bar. */
public enum Place {
    /** Measure models. */
    BENCH(1),
    /** Set versions side by side. */
    COMPARE(2),
    /** What was ever measured here. */
    HISTORY(3),
    /** Labels and workbooks. */
    REPORTS(4),
    /** Sites, sensors, folders, looks. */
    SETTINGS(5);

    private final int number;

    Place(int number) {
        this.number = number;
    }

    /** Its place in the side bar, from 1; also the digit of its keys. */
    public int number() {
        return number;
    }

    /** Key of its texts and name of its icon. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
