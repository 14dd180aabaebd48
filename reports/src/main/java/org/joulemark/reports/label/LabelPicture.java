package org.joulemark.reports.label;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.joulemark.reports.ReportInput;

/**
 * The statement, ready to be drawn at any size: what the picture and the page show is the SVG itself.
 *
 * @param document the statement as read back from its SVG
 * @param height of the page in points; its width is always the same
 */
record LabelPicture(SVGDocument document, double height) {
    /** The statement about the subject of {@code input}. @throws IOException if its SVG cannot be read back */
    static LabelPicture of(ReportInput input) throws IOException {
        Fonts fonts = new Fonts();
        fonts.register();
        String svg = new LabelDrawing(new LabelFields(input), fonts).svg();
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IOException("the label could not be drawn");
        }
        return new LabelPicture(document, document.viewBox().height);
    }

    /** Draws it over {@code width} × {@code height} units of {@code graphics}, with its upper left corner at 0, 0. */
    void draw(Graphics2D graphics, double width, double height) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        document.render(null, graphics, new ViewBox(0, 0, (float) width, (float) height));
    }
}
