package org.joulemark.reports.label;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
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
        LabelPicture picture = LabelPicture.of(input);
        int width = (int) Math.round(LabelDrawing.WIDTH * DOTS_PER_POINT);
        int height = (int) Math.round(picture.height() * DOTS_PER_POINT);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            picture.draw(graphics, width, height);
        } finally {
            graphics.dispose();
        }
        ImageIO.write(image, "png", out);
    }
}
