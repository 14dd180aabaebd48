package org.joulemark.app.ui.plot;

/** The dash pattern of a series, so that lines differ without colour. */
enum Dash {
    SOLID,
    LONG(10, 4),
    SHORT(5, 3),
    DOTTED(2, 3),
    DASH_DOT(9, 3, 2, 3),
    DASH_DOT_DOT(9, 3, 2, 3, 2, 3);

    private final double[] lengths;
    private final double whole;

    Dash(double... lengths) {
        this.lengths = lengths;
        double sum = 0;
        for (double length : lengths) {
            sum += length;
        }
        this.whole = sum;
    }

    static Dash of(int style) {
        return values()[Math.floorMod(style, values().length)];
    }

    /** Lengths drawn and left out, in turn; empty for a solid line. */
    double[] lengths() {
        return lengths.clone();
    }

    /** Whether the line is drawn at this distance along it. */
    boolean on(double at) {
        if (whole == 0) {
            return true;
        }
        double left = at % whole;
        for (int i = 0; i < lengths.length; i++) {
            left -= lengths[i];
            if (left < 0) {
                return i % 2 == 0;
            }
        }
        return false;
    }
}
