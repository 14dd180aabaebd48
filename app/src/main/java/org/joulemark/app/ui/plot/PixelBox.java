package org.joulemark.app.ui.plot;

/**
 * A rectangle of pixels.
 *
 * @param x0 left
 * @param y0 top
 * @param x1 right, exclusive
 * @param y1 bottom, exclusive
 */
record PixelBox(int x0, int y0, int x1, int y1) {
    /** What of it lies within (0, 0) and the given size. */
    PixelBox clip(int width, int height) {
        return new PixelBox(Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1));
    }
}
