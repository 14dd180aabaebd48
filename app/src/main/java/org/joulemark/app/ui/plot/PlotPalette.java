package org.joulemark.app.ui.plot;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The colours of a chart at one moment, as 0xRRGGBB by role; taken along to the painting thread. */
final class PlotPalette {
    private final Map<PlotRole, Integer> rgb;

    /** Copies the colours; there must be one for each role. */
    PlotPalette(Map<PlotRole, Integer> rgb) {
        this.rgb = new EnumMap<>(rgb);
    }

    int rgb(PlotRole role) {
        return Objects.requireNonNull(rgb.get(role));
    }

    int series(int style) {
        return rgb(PlotRole.series(style));
    }
}
