package org.joulemark.app.ui.plot;

/**
 * Paints reduced curves as pixel columns: the range of each column as a light band, the mean as the line; where a
 * column holds but one or two points, the line is the curve itself.
 */
final class CurvePainter {
    private static final float THICKNESS = 1.6f;
    private static final int BAND_ALPHA = 90;
    private static final int AREA_ALPHA = 26;

    private final Raster raster;
    private final double scale;
    private final int hair;

    CurvePainter(Raster raster, double scale) {
        this.raster = raster;
        this.scale = scale;
        this.hair = Math.max(1, (int) Math.floor(scale));
    }

    /**
     * Where a curve is painted, in pixels.
     *
     * @param left left border
     * @param top top border
     * @param bottom bottom border
     * @param axis range of values between bottom and top
     */
    record Place(int left, int top, int bottom, ValueAxis axis) {
        float y(float value) {
            double y = bottom - axis.share(value) * (bottom - top);
            return (float) Math.max(top - 4.0, Math.min(bottom + 4.0, y));
        }
    }

    /** Shades what lies under the curve. */
    void area(Columns columns, Place place, int rgb) {
        for (int c = 0; c < columns.width(); c++) {
            if (!columns.empty(c)) {
                raster.column(place.left() + c, place.y(columns.mean(c)), place.bottom(), rgb, AREA_ALPHA);
            }
        }
    }

    void curve(Columns columns, Place place, int rgb, Dash dash) {
        float half = (float) (THICKNESS * scale / 2);
        for (int c = 0; c < columns.width(); c++) {
            if (columns.empty(c)) {
                continue;
            }
            int x = place.left() + c;
            float high = place.y(columns.max(c));
            float low = place.y(columns.min(c));
            boolean on = dash.on(c / scale);
            if (columns.few(c)) {
                raster.column(x, high - half, low + half, rgb, on ? 255 : 0);
            } else {
                raster.column(x, high - half / 2, low + half / 2, rgb, BAND_ALPHA);
                line(columns, c, place, rgb, on ? 255 : 0);
            }
        }
    }

    private void line(Columns columns, int c, Place place, int rgb, int alpha) {
        float half = (float) (THICKNESS * scale / 2);
        float here = place.y(columns.mean(c));
        float before = middle(columns, c, c - 1, here, place);
        float after = middle(columns, c, c + 1, here, place);
        float top = Math.min(here, Math.min(before, after)) - half;
        float bottom = Math.max(here, Math.max(before, after)) + half;
        raster.column(place.left() + c, top, bottom, rgb, alpha);
    }

    private static float middle(Columns columns, int c, int neighbour, float here, Place place) {
        boolean alone = neighbour < 0 || neighbour >= columns.width() || columns.empty(neighbour)
                || columns.gap(Math.max(c, neighbour));
        return alone ? here : (here + place.y(columns.mean(neighbour))) / 2;
    }

    /** Hatches the columns that are nothing but gap, and marks any gap at the foot. */
    void gaps(Columns columns, Place place, int rgb, int foot) {
        for (int c = 0; c < columns.width(); c++) {
            if (columns.gap(c)) {
                int x = place.left() + c;
                if (columns.empty(c)) {
                    raster.hatch(x, place.top(), x + 1, place.bottom(), Hatch.RISING, hair, rgb, 70);
                }
                raster.fill(x, place.bottom() - (foot + 1) * 3 * hair, x + 1, place.bottom() - foot * 3 * hair, rgb, 255);
            }
        }
    }
}
