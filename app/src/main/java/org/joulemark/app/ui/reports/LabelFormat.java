package org.joulemark.app.ui.reports;

import java.util.Locale;
import org.joulemark.reports.Report;
import org.joulemark.reports.label.PdfLabel;
import org.joulemark.reports.label.PngLabel;
import org.joulemark.reports.label.SvgLabel;

/** As what a label is written. */
public enum LabelFormat {
    /** For web and further drawing. */
    SVG,
    /** A picture, 300 dots an inch. */
    PNG,
    /** A page. */
    PDF;

    /** What writes it. */
    Report report() {
        return switch (this) {
            case SVG -> new SvgLabel();
            case PNG -> new PngLabel();
            case PDF -> new PdfLabel();
        };
    }

    /** Its name in the preferences. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name; SVG for anything else. */
    static LabelFormat of(String key) {
        for (LabelFormat format : values()) {
            if (format.key().equals(key)) {
                return format;
            }
        }
        return SVG;
    }
}
