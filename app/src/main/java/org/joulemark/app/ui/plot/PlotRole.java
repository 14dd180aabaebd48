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
        return switch (Math.floorMod(style, SERIES)) {
            case 0 -> SERIES_1;
            case 1 -> SERIES_2;
            case 2 -> SERIES_3;
            case 3 -> SERIES_4;
            case 4 -> SERIES_5;
            default -> SERIES_6;
        };
    }

    static PlotRole phase(PhaseKind kind) {
        return switch (kind) {
            case IDLE -> IDLE;
            case LOADING -> LOADING;
            case WARM_UP -> WARM_UP;
            case TRIAL -> TRIAL;
            case COOL_DOWN -> COOL_DOWN;
        };
    }
}
