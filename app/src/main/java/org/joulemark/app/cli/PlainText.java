package org.joulemark.app.cli;

import java.util.Arrays;

/**
 * Text as a terminal may be given it. Names of files, sites, data sets and what libraries say are foreign: a control
 * sequence in them could repaint the screen, a line end forge a line, an invisible or bidirectional mark make one name
 * look like another. Such characters are shown as {@code \}{@code uXXXX}, as Java and JSON write them.
 */
final class PlainText {
    /** First and last code points that take two columns besides ideographs and emoji (Unicode UAX 11, W and F). */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97C},
        {0xAC00, 0xD7A3},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
    };

    private PlainText() {}

    /** The text with every character that is a command to the terminal, or is seen by nobody, spelled out. */
    static String of(String text) {
        return text.codePoints().allMatch(PlainText::shown) ? text : spelled(text);
    }

    /**
     * Columns of a terminal the text takes: none for marks that stand on the character before, two for East Asian wide
     * and fullwidth characters (Unicode Standard Annex 11) and for pictographs.
     */
    static int columns(String text) {
        return text.codePoints().map(PlainText::columns).sum();
    }

    private static String spelled(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (shown(codePoint)) {
                plain.appendCodePoint(codePoint);
            } else {
                for (char unit : Character.toChars(codePoint)) {
                    plain.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return plain.toString();
    }

    private static boolean shown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static int columns(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> wide(codePoint) ? 2 : 1;
        };
    }

    private static boolean wide(int codePoint) {
        return codePoint >= WIDE[0][0]
                && (Character.isIdeographic(codePoint)
                        || Character.isEmojiPresentation(codePoint)
                        || Arrays.stream(WIDE).anyMatch(range -> codePoint >= range[0] && codePoint <= range[1]));
    }
}
