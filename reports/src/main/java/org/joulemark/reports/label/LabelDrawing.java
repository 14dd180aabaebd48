package org.joulemark.reports.label;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joulemark.reports.label.SvgText.Style;

/**
 * Draws the statement, 74 × 148 mm, in points (1/72 inch). Blue on white, no marks of quality, no colours that judge:
 * it states a measurement and certifies nothing.
 */
final class LabelDrawing {
    static final double WIDTH = 209.76;
    static final double HEIGHT = 419.53;

    static final String INK = "#1A1A1A";
    static final String QUIET = "#4A4A4A";
    static final String BLUE = "#08306B";
    static final String PALE = "#EAF2FA";

    private static final double MARGIN = 11;
    private static final double VALUE_X = 71;

    private final LabelFields fields;
    private final Fonts fonts;
    private final SvgText svg = new SvgText();
    private double y;

    LabelDrawing(LabelFields fields, Fonts fonts) {
        this.fields = fields;
        this.fonts = fonts;
    }

    String svg() {
        svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .raw(String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"74mm\" height=\"148mm\" viewBox=\"0 0 %.2f"
                            + " %.2f\" font-family=\"%s, Verdana, sans-serif\" role=\"img\" aria-labelledby=\"t d\">",
                        WIDTH,
                        HEIGHT,
                        Fonts.FAMILY))
                .raw("<title id=\"t\">AI model energy and carbon measurement statement: "
                        + SvgText.escaped(fields.model()) + "</title>")
                .raw("<desc id=\"d\">" + SvgText.escaped(description()) + "</desc>");
        svg.rect(0, 0, WIDTH, HEIGHT, "#FFFFFF");
        head();
        energy();
        fields.lines().forEach(this::line);
        foot();
        return svg.raw("</svg>").toString();
    }

    /** All that it says, in one line of words. */
    String description() {
        List<String> parts = new ArrayList<>();
        parts.add(fields.energy() + " " + fields.energyUncertainty());
        parts.add(fields.boundary());
        fields.lines().forEach(line -> parts.add(line.name() + ": " + String.join(", ", line.values())));
        parts.add("Limits: " + String.join(", ", fields.limits()));
        return String.join(". ", parts);
    }

    private void head() {
        svg.rect(0, 0, WIDTH, 58, BLUE);
        text(MARGIN, 14, new Style(7.6, false, "#FFFFFF"), "AI model energy & carbon measurement statement");
        text(MARGIN, 31, new Style(14, true, "#FFFFFF"), fields.model());
        for (int i = 0; i < fields.identity().size(); i++) {
            text(
                    MARGIN,
                    42 + 8.8 * i,
                    new Style(7, false, "#FFFFFF"),
                    fields.identity().get(i));
        }
    }

    private void energy() {
        svg.rect(0, 58, WIDTH, 62, PALE);
        text(MARGIN, 84, new Style(24, true, BLUE), fields.energy());
        text(MARGIN, 97, new Style(7.6, true, INK), fields.energyUncertainty());
        List<String> lines = wrapped(fields.boundary(), 7, WIDTH - 2 * MARGIN, 2);
        for (int i = 0; i < lines.size(); i++) {
            text(MARGIN, 106.5 + 8.8 * i, new Style(7, false, QUIET), lines.get(i));
        }
        y = 132;
    }

    private void line(LabelFields.Line line) {
        text(MARGIN, y, new Style(7, false, QUIET), line.name());
        for (String value : line.values()) {
            text(VALUE_X, y, new Style(7, false, INK), value);
            y += 8.8;
        }
        svg.line(MARGIN, y - 4.9, WIDTH - MARGIN, "#C6DBEF");
        y += 3.6;
    }

    private void foot() {
        double top = HEIGHT - 114;
        qr(WIDTH - MARGIN - 72, top, 72);
        double width = WIDTH - 2 * MARGIN - 80;
        double at = top + 8;
        for (String text : List.of(fields.report(), fields.ledger(), fields.ledgerHash(), fields.software())) {
            for (String part : wrapped(text, 7, width, 2)) {
                svg.text(MARGIN, at, new Style(7, false, QUIET), part);
                at += 8.6;
            }
        }
        List<String> limits = wrapped("Limits: " + String.join(" · ", fields.limits()), 7, WIDTH - 2 * MARGIN, 2);
        for (int i = 0; i < limits.size(); i++) {
            svg.text(MARGIN, HEIGHT - 19 + 8.6 * (i - limits.size() + 1), new Style(7, true, INK), limits.get(i));
        }
        text(MARGIN, HEIGHT - 8, new Style(7, false, QUIET), "Measurement statement – not a certification");
    }

    /** A code of four quiet modules around, on white. */
    private void qr(double left, double top, double size) {
        QrCode code = QrCode.encodeText(fields.payload(), QrCode.Ecc.MEDIUM);
        double module = size / (code.size + 8);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    path.append(String.format(
                            Locale.ROOT,
                            "M%.3f %.3fh%.3fv%.3fh-%.3fz",
                            left + (column + 4) * module,
                            top + (row + 4) * module,
                            module,
                            module,
                            module));
                }
            }
        }
        svg.rect(left, top, size, size, "#FFFFFF");
        svg.raw("<path fill=\"#000000\" shape-rendering=\"crispEdges\" d=\"" + path + "\"/>");
    }

    private void text(double x, double baseline, Style style, String text) {
        svg.text(x, baseline, style, fonts.fitted(text, style.size(), style.bold(), WIDTH - MARGIN - x));
    }

    /** Words in at most {@code most} lines; what does not fit is shortened. */
    private List<String> wrapped(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fonts.width(longer, size, true) <= width || line.isEmpty() || lines.size() == most - 1) {
                line.setLength(0);
                line.append(longer);
            } else {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            }
        }
        lines.add(line.toString());
        return lines.stream().map(one -> fonts.fitted(one, size, true, width)).toList();
    }
}
