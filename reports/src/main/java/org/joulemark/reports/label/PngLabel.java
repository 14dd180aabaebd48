package org.joulemark.reports.label;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportInput;

/** The measurement statement as PNG, 300 dots an inch, drawn from the SVG. */
public final class PngLabel implements Report {
    private static final double DOTS_PER_POINT = 300 / 72.0;

    @Override
    public String id() {
        return "label-png";
    }

    @Override
    public String title() {
        return "Measurement statement (PNG)";
    }

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public void write(ReportInput input, OutputStream out) throws IOException {
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
        int width = (int) Math.round(LabelDrawing.WIDTH * DOTS_PER_POINT);
        int height = (int) Math.round(LabelDrawing.HEIGHT * DOTS_PER_POINT);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            document.render(null, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        ImageIO.write(image, "png", out);
    }
}
