package org.joulemark.app.ui.plot;

/**
 * What an axis shows.
 *
 * @param title name of the quantity
 * @param unit its unit without prefix; empty for none
 * @param log whether equal distances are equal ratios; ignored while a value is not positive
 * @param better which end is the good one
 */
public record AxisSpec(String title, String unit, boolean log, Better better) {
    /** The same axis, linear or logarithmic. */
    public AxisSpec log(boolean on) {
        return new AxisSpec(title, unit, on, better);
    }

    String words(SiScale scale, PlotServices services) {
        String named = scale.symbol().isEmpty() ? title : title + " (" + scale.symbol() + ")";
        return switch (better) {
            case LOWER -> named + " \u00b7 " + services.text("plot.lower");
            case HIGHER -> named + " \u00b7 " + services.text("plot.higher");
            case NEITHER -> named;
        };
    }
}
