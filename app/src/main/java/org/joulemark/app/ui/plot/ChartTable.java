package org.joulemark.app.ui.plot;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a chart shows, as a table.
 *
 * @param columns headings, with units
 * @param rows cells as text, as many a row as there are columns
 */
public record ChartTable(List<String> columns, List<List<String>> rows) {
    private static final Pattern INTERVAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?( \u2026 -?[0-9]+(\\.[0-9]+)?)?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|\u2013");

    /** Copies the lists and checks that each row fits the headings. */
    public ChartTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " cells under " + columns.size());
            }
        }
    }

    /** As comma-separated values by RFC 4180, headings first. */
    public String csv() {
        return Stream.concat(Stream.of(columns), rows.stream())
                .map(row -> row.stream().map(ChartTable::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Whether a cell is a number, or an interval of two. */
    static boolean numbers(String cell) {
        return INTERVAL.matcher(cell).matches();
    }

    /** Whether a column holds numbers, and dashes where there is none. */
    boolean numeric(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
