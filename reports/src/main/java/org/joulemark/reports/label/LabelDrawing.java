package org.joulemark.reports.label;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joulemark.reports.label.SvgText.Style;

/**
 * Draws the statement, 74 mm wide and 148 mm high, or higher where its words need it: they are wrapped, never shortened.
 * In points (1/72 inch). Blue on white, no marks of quality, no colours that judge: it states a measurement and certifies
 * nothing.
 */
final class LabelDrawing {
    static final double WIDTH = 209.76;
    static final double LEAST_HEIGHT = 419.53;

    static final String INK = "#1A1A1A";
    static final String QUIET = "#4A4A4A";
    static final String BLUE = "#08306B";
    static final String PALE = "#EAF2FA";
    static final String WHITE = "#FFFFFF";

    private static final double MARGIN = 11;
    private static final double INSIDE = WIDTH - 2 * MARGIN;
    private static final double VALUE_X = 71;
    private static final double CODE = 72;
    private static final double LEADING = 1.25;
    private static final double PAD = 5;

    private final LabelFields fields;
    private final Fonts fonts;
    private final SvgText svg = new SvgText();
    private double y;

    LabelDrawing(LabelFields fields, Fonts fonts) {
        this.fields = fields;
        this.fonts = fonts;
    }

    /** Words of one look. */
    private record Words(Style style, String text) {}

    String svg() {
        warnings();
        head();
        energy();
        fields.lines().forEach(this::line);
        double height = foot();
        SvgText whole = new SvgText();
        whole.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .raw(String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"74mm\" height=\"%.2fmm\" viewBox=\"0 0 %.2f"
                            + " %.2f\" font-family=\"%s, Verdana, sans-serif\" role=\"img\" aria-labelledby=\"t d\">",
                        height / 72 * 25.4,
                        WIDTH,
                        height,
                        Fonts.FAMILY))
                .raw("<title id=\"t\">" + SvgText.escaped(LabelFields.TITLE + ": " + fields.model()) + "</title>")
                .raw("<desc id=\"d\">" + SvgText.escaped(description()) + "</desc>");
        whole.rect(0, 0, WIDTH, height, WHITE);
        return whole.raw(svg.toString()).raw("</svg>").toString();
    }

    /** All that it says, in one line of words. */
    String description() {
        return fields.statement().replace("\n", ". ");
    }

    private void warnings() {
        if (!fields.warnings().isEmpty()) {
            band(
                    INK,
                    fields.warnings().stream()
                            .map(warning -> new Words(new Style(10, true, WHITE), warning))
                            .toList());
        }
    }

    private void head() {
        List<Words> words = new ArrayList<>();
        words.add(new Words(new Style(7.6, false, WHITE), LabelFields.TITLE));
        words.add(new Words(new Style(14, true, WHITE), fields.model()));
        fields.identity().forEach(text -> words.add(new Words(new Style(7, false, WHITE), text)));
        band(BLUE, words);
    }

    private void energy() {
        List<Words> words = new ArrayList<>();
        words.add(new Words(new Style(24, true, BLUE), fields.headline()));
        words.add(new Words(new Style(7.6, true, INK), fields.underHeadline()));
        fields.boundary().forEach(text -> words.add(new Words(new Style(7, false, QUIET), text)));
        band(PALE, words);
        y += 11;
    }

    /** A coloured band over the whole width, as high as its words. */
    private void band(String fill, List<Words> paragraphs) {
        List<Words> lines = new ArrayList<>();
        for (Words words : paragraphs) {
            wrapped(words, INSIDE).forEach(line -> lines.add(new Words(words.style(), line)));
        }
        double height = PAD
                + PAD
                + lines.stream()
                        .mapToDouble(line -> line.style().size() * LEADING)
                        .sum();
        svg.rect(0, y, WIDTH, height, fill);
        double at = y + PAD;
        for (Words line : lines) {
            at += line.style().size() * LEADING;
            svg.text(MARGIN, at - line.style().size() * (LEADING - 1), line.style(), line.text());
        }
        y += height;
    }

    private void line(LabelFields.Line line) {
        svg.text(MARGIN, y, new Style(7, false, QUIET), line.name());
        for (String value : line.values()) {
            y = column(VALUE_X, y, WIDTH - MARGIN - VALUE_X, new Words(new Style(7, false, INK), value));
        }
        svg.line(MARGIN, y - 4.9, WIDTH - MARGIN, "#C6DBEF");
        y += 3.6;
    }

    /** Writes words below each other, the first on {@code baseline}, and gives the baseline that comes next. */
    private double column(double x, double baseline, double width, Words words) {
        double at = baseline;
        for (String line : wrapped(words, width)) {
            svg.text(x, at, words.style(), line);
            at += words.style().size() * LEADING;
        }
        return at;
    }

    /** Writes the foot at the bottom of the page and gives the height of the page. */
    private double foot() {
        double below = 7 * LEADING + PAD;
        double top = Math.max(y, LEAST_HEIGHT - below - PAD - CODE);
        qr(WIDTH - MARGIN - CODE, top, CODE);
        double width = INSIDE - CODE - PAD;
        double at = top + 8;
        for (String text : fields.foot()) {
            at = column(MARGIN, at, width, new Words(new Style(7, false, QUIET), text));
        }
        at = column(MARGIN, at + 3, width, new Words(new Style(7, true, INK), fields.limits()));
        at = Math.max(at, top + CODE + 6);
        at = column(MARGIN, at, INSIDE, new Words(new Style(7, false, QUIET), LabelFields.NO_CERTIFICATE));
        return Math.max(LEAST_HEIGHT, at);
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
        svg.rect(left, top, size, size, WHITE);
        svg.raw("<path fill=\"#000000\" shape-rendering=\"crispEdges\" d=\"" + path + "\"/>");
    }

    /** Lines no wider than {@code width}; a word that is wider by itself goes on in the next line. */
    private List<String> wrapped(Words words, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.text().split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fits(longer, words.style(), width)) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (!fits(line, words.style(), width)) {
                int end = fitting(line, words.style(), width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    private boolean fits(String text, Style style, double width) {
        return fonts.width(text, style.size(), style.bold()) <= width;
    }

    /** Characters of {@code word} that fit, at least one and never half of one. */
    private int fitting(String word, Style style, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length() && fits(word.substring(0, word.offsetByCodePoints(end, 1)), style, width)) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
