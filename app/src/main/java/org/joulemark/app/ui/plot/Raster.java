package org.joulemark.app.ui.plot;

import java.util.Arrays;

/** Opaque pixels to paint on without a toolkit: filled areas, hatches, and columns with soft ends. */
final class Raster {
    private static final int OPAQUE = 0xff000000;

    private final int[] pixels;
    private final int width;
    private final int height;

    /** Paints into the given pixels, row by row, 0xAARRGGBB. */
    Raster(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int rgb(int x, int y) {
        return pixels[y * width + x] & 0xffffff;
    }

    void clear(int rgb) {
        Arrays.fill(pixels, 0, width * height, OPAQUE | rgb);
    }

    /** Fills [x0, x1) × [y0, y1), clipped, with an opacity of 0 to 255. */
    void fill(int x0, int y0, int x1, int y1, int rgb, int alpha) {
        int left = Math.max(0, x0);
        int right = Math.min(width, x1);
        for (int y = Math.max(0, y0); y < Math.min(height, y1) && left < right; y++) {
            if (alpha >= 255) {
                Arrays.fill(pixels, y * width + left, y * width + right, OPAQUE | rgb);
            } else {
                fillRow(y * width + left, y * width + right, rgb, alpha);
            }
        }
    }

    private void fillRow(int from, int to, int rgb, int alpha) {
        int seen = pixels[from];
        int blended = blend(seen, rgb, alpha);
        for (int i = from; i < to; i++) {
            if (pixels[i] != seen) {
                seen = pixels[i];
                blended = blend(seen, rgb, alpha);
            }
            pixels[i] = blended;
        }
    }

    /** Inks the pattern in [x0, x1) × [y0, y1). */
    void hatch(int x0, int y0, int x1, int y1, Hatch hatch, int scale, int rgb, int alpha) {
        for (int y = Math.max(0, y0); y < Math.min(height, y1) && hatch != Hatch.NONE; y++) {
            for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
                if (hatch.inks(x, y, scale)) {
                    pixels[y * width + x] = blend(pixels[y * width + x], rgb, alpha);
                }
            }
        }
    }

    /** A vertical stretch of one pixel's width from {@code top} to {@code bottom}, with part-covered ends. */
    void column(int x, float top, float bottom, int rgb, int alpha) {
        if (x < 0 || x >= width || !(bottom > top)) {
            return;
        }
        int first = Math.max(0, (int) Math.floor(top));
        int last = Math.min(height - 1, (int) Math.ceil(bottom) - 1);
        for (int y = first; y <= last; y++) {
            float covered = Math.min(bottom, y + 1) - Math.max(top, y);
            int i = y * width + x;
            pixels[i] = blend(pixels[i], rgb, Math.round(alpha * Math.min(1, covered)));
        }
    }

    static int blend(int under, int over, int alpha) {
        int rest = 255 - alpha;
        int red = ((under >> 16 & 0xff) * rest + (over >> 16 & 0xff) * alpha + 127) / 255;
        int green = ((under >> 8 & 0xff) * rest + (over >> 8 & 0xff) * alpha + 127) / 255;
        int blue = ((under & 0xff) * rest + (over & 0xff) * alpha + 127) / 255;
        return OPAQUE | red << 16 | green << 8 | blue;
    }
}
