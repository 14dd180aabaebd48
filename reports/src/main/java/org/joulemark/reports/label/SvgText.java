package org.joulemark.reports.label;

import java.util.Locale;

/** Writes SVG 1.1 elements; every text is escaped, for names of models are not to be trusted. */
final class SvgText {
    private final StringBuilder svg = new StringBuilder();

    SvgText raw(String markup) {
        svg.append(markup).append('\n');
        return this;
    }

    void rect(double x, double y, double width, double height, String fill) {
        raw(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>",
                x,
                y,
                width,
                height,
                fill));
    }

    void line(double x1, double y, double x2, String stroke) {
        raw(String.format(
                Locale.ROOT,
                "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\" stroke-width=\"0.5\"/>",
                x1,
                y,
                x2,
                y,
                stroke));
    }

    void text(double x, double y, Style style, String text) {
        raw(String.format(
                Locale.ROOT,
                "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.2f\" font-weight=\"%s\" fill=\"%s\">%s</text>",
                x,
                y,
                style.size(),
                style.bold() ? "bold" : "normal",
                style.fill(),
                escaped(text)));
    }

    /**
     * How text looks.
     *
     * @param size in points
     * @param bold whether bold
     * @param fill colour
     */
    record Style(double size, boolean bold, String fill) {}

    /** Text for XML: markup characters escaped, characters XML 1.0 does not allow replaced. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        boolean control = Character.isISOControl(c);
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !direction && !surrogate && c < 0xFFFE;
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
