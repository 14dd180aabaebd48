package org.joulemark.app.ui.plot;

/**
 * Reduces a curve to one column a pixel, by least and greatest value, so that no peak is lost at any zoom. Neighbouring
 * columns share the value at their border, so the drawn line has no holes but its gaps.
 */
final class Decimation {
    private final Fold fold = new Fold();

    /**
     * Columns of equal width over the window of ticks from {@code from} to {@code to}. Costs the columns, not the points.
     */
    void columns(Curve curve, double from, double to, Columns out) {
        synchronized (curve) {
            int first = curve.firstAtOrAfter(from, curve.oldest());
            double span = (to - from) / out.width();
            for (int c = 0; c < out.width(); c++) {
                double begin = from + c * span;
                first = curve.firstAtOrAfter(begin, Math.max(curve.oldest(), first - 1));
                fold.clear();
                curve.foldWindow(begin, from + (c + 1) * span, first, fold);
                out.store(c, fold);
            }
        }
    }
}
