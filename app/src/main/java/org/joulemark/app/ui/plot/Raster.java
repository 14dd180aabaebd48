package org.joulemark.app.ui.plot;

import java.util.Arrays;

/** Opaque pixels to paint on without a toolkit: filled areas, hatches, and columns with soft ends. */
final class Raster {
    private static final int OPAQUE = 0xff000000;
    private static final int RED_BLUE = 0xff00ff;
    private static final int GREEN = 0x00ff00;
    private static final int HALF_RED_BLUE = 0x800080;
    private static final int HALF_GREEN = 0x008000;

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

    /** Fills a box, clipped, with an opacity of 0 to 255. */
    void fill(PixelBox whole, int rgb, int alpha) {
        PixelBox box = whole.clip(width, height);
        for (int y = box.y0(); y < box.y1() && box.x0() < box.x1(); y++) {
            if (alpha >= 255) {
                Arrays.fill(pixels, y * width + box.x0(), y * width + box.x1(), OPAQUE | rgb);
            } else {
                fillRow(y * width + box.x0(), y * width + box.x1(), rgb, alpha);
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

    /** Inks a pattern in a box, clipped. */
    void hatch(PixelBox whole, Hatch hatch, int scale, int rgb, int alpha) {
        PixelBox box = whole.clip(width, height);
        for (int y = box.y0(); y < box.y1() && hatch != Hatch.NONE; y++) {
            for (int x = box.x0(); x < box.x1(); x++) {
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
        int first = (int) Math.floor(top);
        int last = (int) Math.ceil(bottom) - 1;
        if (first >= last) {
            dot(x, first, rgb, Math.round(alpha * (bottom - top)));
            return;
        }
        dot(x, first, rgb, Math.round(alpha * (first + 1 - top)));
        stretch(x, Math.max(0, first + 1), Math.min(height, last), rgb, alpha);
        dot(x, last, rgb, Math.round(alpha * (bottom - last)));
    }

    private void dot(int x, int y, int rgb, int alpha) {
        if (y >= 0 && y < height) {
            int i = y * width + x;
            pixels[i] = blend(pixels[i], rgb, alpha);
        }
    }

    /** Neighbours mostly look alike, so that one blend serves many. */
    private void stretch(int x, int from, int to, int rgb, int alpha) {
        int end = to * width + x;
        int seen = 0;
        int blended = alpha >= 255 ? OPAQUE | rgb : 0;
        for (int i = from * width + x; i < end; i += width) {
            if (alpha < 255 && pixels[i] != seen) {
                seen = pixels[i];
                blended = blend(seen, rgb, alpha);
            }
            pixels[i] = blended;
        }
    }

    /** One colour over another with an opacity of 0 to 255. */
    static int blend(int under, int over, int alpha) {
        int share = alpha + (alpha >> 7);
        int rest = 256 - share;
        int redBlue = (((under & RED_BLUE) * rest + (over & RED_BLUE) * share + HALF_RED_BLUE) >>> 8) & RED_BLUE;
        int green = (((under & GREEN) * rest + (over & GREEN) * share + HALF_GREEN) >>> 8) & GREEN;
        return OPAQUE | redBlue | green;
    }
}
