package org.joulemark.icons;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** The app's icon: a drawing with all its marks, and a plainer one for few pixels. */
final class AppIcon {
    /** Edges in pixels of the pictures in the jar. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);

    /** The largest edge in pixels at which the single marks of the scale would run into each other. */
    static final int SMALL = 32;

    private final SVGDocument full;
    private final SVGDocument small;

    /** Reads {@code joulemark.svg} and {@code joulemark-small.svg} of the folder. */
    AppIcon(Path folder) throws IOException {
        full = drawing(folder.resolve("joulemark.svg"));
        small = drawing(folder.resolve("joulemark-small.svg"));
    }

    /** All {@link #SIZES} as PNG files, by edge in pixels. */
    SortedMap<Integer, byte[]> pictures() throws IOException {
        SortedMap<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            pictures.put(size, png(size));
        }
        return pictures;
    }

    private byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            (size <= SMALL ? small : full).render(null, graphics, new ViewBox(0, 0, size, size));
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static SVGDocument drawing(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            SVGDocument document = new SVGLoader().load(in, null, LoaderContext.createDefault());
            if (document == null) {
                throw new IOException(file + " is not a drawing");
            }
            return document;
        }
    }
}
