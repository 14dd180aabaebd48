package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;

/** The dash pattern of a series, so that lines differ without colour. Lengths are whole pixels. */
enum Dash {
    SOLID(1),
    LONG(10, 4),
    SHORT(5, 3),
    DOTTED(2, 3),
    DASH_DOT(9, 3, 2, 3),
    DASH_DOT_DOT(9, 3, 2, 3, 2, 3);

    private final int period;
    private final long drawn;

    Dash(int... lengths) {
        int at = 0;
        long bits = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (int end = at + lengths[i]; at < end; at++) {
                bits |= i % 2 == 0 ? 1L << at : 0;
            }
        }
        this.period = at;
        this.drawn = bits;
    }

    /** Another one where the colours begin again. */
    static Dash of(int style) {
        return values()[Math.floorMod(style + Math.floorDiv(style, PlotRole.SERIES), values().length)];
    }

    /** Lengths drawn and left out, in turn; empty for a solid line. */
    List<Double> lengths() {
        List<Double> lengths = new ArrayList<>();
        int begin = 0;
        for (int at = 1; at <= period && this != SOLID; at++) {
            if (at == period || on(at) != on(at - 1)) {
                lengths.add((double) (at - begin));
                begin = at;
            }
        }
        return lengths;
    }

    /** Whether the line is drawn at this distance along it. */
    boolean on(double at) {
        return (drawn >> ((long) at % period) & 1) == 1;
    }
}
