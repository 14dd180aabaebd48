package org.joulemark.engine.history;

/**
 * Words of a file in a sentence of ours. Whoever made the file chose them: they are cut before they fill the screen, and
 * what is a command to a terminal or is seen by nobody is spelled out as {@code \}{@code uXXXX}.
 */
public final class Foreign {
    /** Longer than any id or name this program makes. */
    private static final int MOST_OF_A_WORD = 80;

    /** Room for a sentence with a few of such words. */
    private static final int MOST_OF_A_SENTENCE = 600;

    private Foreign() {}

    /** A name, id or other word. */
    public static String word(String text) {
        return cut(text, MOST_OF_A_WORD);
    }

    /** A sentence that holds words from elsewhere. */
    public static String sentence(String text) {
        return cut(text, MOST_OF_A_SENTENCE);
    }

    /** Why something could not be read or made of what a file holds, in words for people. */
    static String why(Exception cause) {
        String message = cause.getMessage();
        return switch (cause) {
            case NullPointerException _ -> "something that must be there is missing";
            case ClassCastException _, IndexOutOfBoundsException _, ArithmeticException _ ->
                "it is not of the form this program writes";
            case Exception _ when message == null || message.isBlank() -> "it cannot be understood";
            default -> sentence(message.lines().findFirst().orElse(""));
        };
    }

    private static String cut(String text, int most) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length() && plain.length() < most) {
            int codePoint = text.codePointAt(at);
            append(plain, codePoint);
            at += Character.charCount(codePoint);
        }
        return at < text.length() ? plain + "… (" + text.length() + " characters)" : plain.toString();
    }

    private static void append(StringBuilder plain, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> {
                for (char unit : Character.toChars(codePoint)) {
                    plain.append("\\u%04x".formatted((int) unit));
                }
            }
            default -> plain.appendCodePoint(codePoint);
        }
    }
}
