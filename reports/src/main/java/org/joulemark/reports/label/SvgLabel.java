package org.joulemark.reports.label;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportInput;

/** The measurement statement as SVG. */
public final class SvgLabel implements Report {
    @Override
    public String id() {
        return "label-svg";
    }

    @Override
    public String title() {
        return "Measurement statement (SVG)";
    }

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public void write(ReportInput input, OutputStream out) throws IOException {
        out.write(new LabelDrawing(new LabelFields(input), new Fonts()).svg().getBytes(StandardCharsets.UTF_8));
    }
}
