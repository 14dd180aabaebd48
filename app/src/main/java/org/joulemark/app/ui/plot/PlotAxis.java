package org.joulemark.app.ui.plot;

/**
 * An axis as it is drawn now.
 *
 * @param spec what it shows
 * @param axis the range in view
 */
record PlotAxis(AxisSpec spec, ValueAxis axis) {
    String unit() {
        return spec.unit();
    }

    SiScale scale() {
        return axis.scale(spec.unit());
    }

    String words(PlotServices services) {
        return spec.words(scale(), services);
    }
}
