package org.joulemark.app.ui.plot;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Two sheets of pixels: one is shown while the other is painted. Sheets are made and turned on the FX thread, painted on
 * any other.
 */
final class PixelSurface {
    private final ImageView view = new ImageView();
    private @Nullable Sheet shown;
    private @Nullable Sheet spare;

    /** One sheet; its pixels belong to whoever paints it until it is shown. */
    static final class Sheet {
        private final int[] pixels;
        private final int width;
        private final int height;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;

        Sheet(int width, int height) {
            this.pixels = new int[width * height];
            this.width = width;
            this.height = height;
            this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            this.image = new WritableImage(buffer);
        }

        int[] pixels() {
            return pixels;
        }

        boolean sized(int wantedWidth, int wantedHeight) {
            return width == wantedWidth && height == wantedHeight;
        }
    }

    PixelSurface() {
        view.setMouseTransparent(true);
        view.setManaged(false);
        view.setSmooth(false);
    }

    ImageView view() {
        return view;
    }

    /** A sheet to paint, of the given size in pixels. */
    Sheet blank(int width, int height) {
        Sheet sheet = spare != null && spare.sized(width, height) ? spare : new Sheet(width, height);
        spare = null;
        return sheet;
    }

    /** Shows a painted sheet in the given logical size; the one shown until now becomes the spare. */
    void show(Sheet sheet, double width, double height) {
        sheet.buffer.updateBuffer(_ -> null);
        spare = shown == sheet ? spare : shown;
        shown = sheet;
        view.setImage(sheet.image);
        view.setFitWidth(width);
        view.setFitHeight(height);
    }
}
