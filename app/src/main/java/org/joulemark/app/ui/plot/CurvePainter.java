package org.joulemark.app.ui.plot;

/**
 * Paints reduced curves as pixel columns: the range of each column as a light band, the mean as the line; where a
 * column holds but one or two points, the line is the curve itself.
 */
final class CurvePainter {
    private static final float THICKNESS = 1.6f;
    private static final int BAND_ALPHA = 90;
    private static final int AREA_ALPHA = 26;
    private static final float STEEP = 4;

    /** Between dashes the line stays visible, so that it does not look like a gap. */
    private static final int OFF_ALPHA = 45;

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

    /**
     * How a line looks.
     *
     * @param rgb colour, 0xRRGGBB
     * @param dash pattern
     */
    record Stroke(int rgb, Dash dash) {}

    /** Shades what lies under the curve. */
    void area(Columns columns, Place place, int rgb) {
        for (int c = 0; c < columns.width(); c++) {
            if (!columns.empty(c)) {
                raster.column(place.left() + c, place.y(columns.mean(c)), place.bottom(), rgb, AREA_ALPHA);
            }
        }
    }

    void curve(Columns columns, Place place, Stroke stroke) {
        float half = (float) (THICKNESS * scale / 2);
        double at = 0;
        for (int c = 0; c < columns.width(); c++) {
            if (columns.empty(c)) {
                continue;
            }
            float high = place.y(columns.max(c));
            float low = place.y(columns.min(c));
            if (!columns.few(c)) {
                raster.column(place.left() + c, high - half / 2, low + half / 2, stroke.rgb(), BAND_ALPHA);
                float here = place.y(columns.mean(c));
                float before = middle(columns, c, c - 1, here, place);
                float after = middle(columns, c, c + 1, here, place);
                high = Math.min(here, Math.min(before, after));
                low = Math.max(here, Math.max(before, after));
            }
            dashed(place.left() + c, high - half, low + half, stroke, at);
            at += low - high > STEEP * scale ? (low - high) / scale : 1 / scale;
        }
    }

    /** A piece of the line in one column; where it is steep, the dashes run down the column. */
    private void dashed(int x, float top, float bottom, Stroke stroke, double at) {
        int rgb = stroke.rgb();
        Dash dash = stroke.dash();
        if (dash == Dash.SOLID || bottom - top < STEEP * scale) {
            raster.column(x, top, bottom, rgb, dash.on(at) ? 255 : OFF_ALPHA);
            return;
        }
        for (float y = top; y < bottom; y++) {
            int alpha = dash.on(at + (y - top) / scale) ? 255 : OFF_ALPHA;
            raster.column(x, y, Math.min(bottom, y + 1), rgb, alpha);
        }
    }

    private static float middle(Columns columns, int c, int neighbour, float here, Place place) {
        boolean alone = neighbour < 0
                || neighbour >= columns.width()
                || columns.empty(neighbour)
                || columns.gap(Math.max(c, neighbour));
        return alone ? here : (here + place.y(columns.mean(neighbour))) / 2;
    }

    /** Hatches the columns that are nothing but gap, and marks any gap at the foot. */
    void gaps(Columns columns, Place place, int rgb, int foot) {
        for (int c = 0; c < columns.width(); c++) {
            if (columns.gap(c)) {
                int x = place.left() + c;
                if (columns.empty(c)) {
                    raster.hatch(new PixelBox(x, place.top(), x + 1, place.bottom()), Hatch.RISING, hair, rgb, 70);
                }
                raster.fill(
                        new PixelBox(
                                x, place.bottom() - (foot + 1) * 3 * hair, x + 1, place.bottom() - foot * 3 * hair),
                        rgb,
                        255);
            }
        }
    }
}
