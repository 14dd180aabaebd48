package org.joulemark.reports.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bundled font (DejaVu Sans Condensed), so that a label measures and looks the same on every machine. */
final class Fonts {
    static final String FAMILY = "DejaVu Sans Condensed";

    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);

    private final Font regular;
    private final Font bold;

    Fonts() {
        this.regular = load("DejaVuSansCondensed.ttf");
        this.bold = load("DejaVuSansCondensed-Bold.ttf");
    }

    private static Font load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/org/joulemark/reports/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the font " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + file, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + file + " is damaged", e);
        }
    }

    /** Makes the bundled fonts known to the drawing library. */
    void register() {
        var environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        environment.registerFont(regular);
        environment.registerFont(bold);
    }

    /** Width of {@code text} at {@code size}, in the same unit as the size. */
    double width(String text, double size, boolean heavy) {
        // Measured large and scaled: hinting would round small sizes.
        return (heavy ? bold : regular)
                        .deriveFont(100f)
                        .getStringBounds(text, CONTEXT)
                        .getWidth()
                * size
                / 100;
    }
}
