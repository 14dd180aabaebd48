package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.List;

/** A sentence broken between words, so that a terminal of 120 columns does not break it inside one. */
final class Paragraph {
    private static final int WIDTH = 116;

    private Paragraph() {}

    /** The lines of {@code text}; those after the first are indented by two more than it. */
    static List<String> lines(String text) {
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split(" ", -1)) {
            boolean begun = line.length() > (lines.isEmpty() ? indent.length() : indent.length() + 2);
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("  ");
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
