package org.joulemark.app.ui.plot;

import java.util.Arrays;

/** The colours of a chart at one moment, as opaque 0xRRGGBB by role; taken along to the painting thread. */
final class PlotPalette {
    private final int[] rgb;

    PlotPalette(int[] rgb) {
        this.rgb = rgb.clone();
    }

    int rgb(PlotRole role) {
        return rgb[role.ordinal()];
    }

    int series(int style) {
        return rgb(PlotRole.series(style));
    }

    boolean same(PlotPalette other) {
        return Arrays.equals(rgb, other.rgb);
    }
}
