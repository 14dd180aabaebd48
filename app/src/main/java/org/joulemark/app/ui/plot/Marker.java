package org.joulemark.app.ui.plot;

/** Shape of a series' points, so that they differ without colour. */
enum Marker {
    CIRCLE("M5,0 A5,5 0 1 1 4.99,0 Z"),
    SQUARE("M0.6,0.6 H9.4 V9.4 H0.6 Z"),
    TRIANGLE("M5,0 L10.2,9.4 H-0.2 Z"),
    DIAMOND("M5,-0.8 L10.8,5 L5,10.8 L-0.8,5 Z"),
    CROSS("M1.8,0 L5,3.2 L8.2,0 L10,1.8 L6.8,5 L10,8.2 L8.2,10 L5,6.8 L1.8,10 L0,8.2 L3.2,5 L0,1.8 Z"),
    DOWN("M5,10 L10.2,0.6 H-0.2 Z");

    private final String outline;

    Marker(String outline) {
        this.outline = outline;
    }

    /** Another one where the colours begin again. */
    static Marker of(int style) {
        return values()[Math.floorMod(style + Math.floorDiv(style, PlotRole.SERIES), values().length)];
    }

    /** Outline of about ten by ten pixels around (5, 5). */
    String outline() {
        return outline;
    }
}
