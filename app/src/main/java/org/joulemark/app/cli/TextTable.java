package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table of text with aligned columns. */
final class TextTable {
    /** A longer name leaves no room for figures on a terminal of 120 columns. */
    private static final int MOST_NAME = 32;

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> headings = new HashSet<>();
    private final int leftColumns;

    /** A table whose first {@code leftColumns} columns are words, aligned left; the others are numbers. */
    TextTable(int leftColumns, String... header) {
        this.leftColumns = leftColumns;
        rows.add(List.of(header));
    }

    void add(String... cells) {
        add(List.of(cells));
    }

    /** Adds a row. What the terminal would not show as it is gets spelled out here, where it still has a width. */
    void add(List<String> cells) {
        rows.add(cells.stream().map(PlainText::of).toList());
    }

    /** A line of words across all columns, which makes none of them wider. */
    void heading(String words) {
        headings.add(rows.size());
        rows.add(List.of(words));
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = headings.contains(r) ? List.of() : rows.get(r);
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], PlainText.columns(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(headings.contains(i) ? rows.get(i).getFirst() : line(rows.get(i), widths));
            if (i == 0) {
                lines.add("─".repeat(Arrays.stream(widths).sum() + 2 * (columns - 1)));
            }
        }
        return lines;
    }

    /** A name as a table shows it: a long one keeps its ends, where versions differ. */
    static String elided(String name) {
        return name.codePointCount(0, name.length()) <= MOST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST_NAME / 2 - 1)) + "…"
                        + name.substring(name.offsetByCodePoints(name.length(), -MOST_NAME / 2));
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            String pad = " ".repeat(widths[i] - PlainText.columns(cell));
            line.append(i == 0 ? "" : "  ").append(i < leftColumns ? cell + pad : pad + cell);
        }
        return line.toString().stripTrailing();
    }
}
