package org.joulemark.app.ui.plot;

import java.util.Locale;

/** What a colour in a chart is for; each is a CSS property named "-plot-" and the role, set in plot.css. */
enum PlotRole {
    BACKGROUND("white"),
    PLOT("white"),
    GRID("#e4e8ee"),
    AXIS("#8c959f"),
    TEXT("#24292f"),
    MUTED("#57606a"),
    ACCENT("#0969da"),
    FLAG("#bf3989"),
    IDLE("#8c959f"),
    LOADING("#8250df"),
    WARM_UP("#bf8700"),
    TRIAL("#0969da"),
    COOL_DOWN("#1b7c83"),
    SERIES_1("#0072b2"),
    SERIES_2("#b87d00"),
    SERIES_3("#009e73"),
    SERIES_4("#d55e00"),
    SERIES_5("#2e90c8"),
    SERIES_6("#c4699b");

    /** Number of series colours before they repeat. */
    static final int SERIES = 6;

    private final String fallback;

    PlotRole(String fallback) {
        this.fallback = fallback;
    }

    String cssName() {
        return "-plot-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String fallback() {
        return fallback;
    }

    static PlotRole series(int style) {
        return values()[SERIES_1.ordinal() + Math.floorMod(style, SERIES)];
    }

    static PlotRole phase(PhaseKind kind) {
        return values()[IDLE.ordinal() + kind.ordinal()];
    }
}
