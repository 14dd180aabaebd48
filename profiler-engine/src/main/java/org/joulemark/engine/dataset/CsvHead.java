package org.joulemark.engine.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.UserError;

/**
 * What the first line of a table is: the names of the columns, or a row already. A row taken for names would be lost
 * unseen, names taken for a row would be a wrong one, so what can be either is refused.
 *
 * @param names names of the columns; made-up ones if the table has none
 * @param named whether the first line holds them
 * @param labelColumn index of the column with the right answers
 */
record CsvHead(List<String> names, boolean named, int labelColumn) {
    /** What spreadsheets put between columns where the comma is the decimal sign, and what is copied out of them. */
    private static final List<Separator> OTHERS =
            List.of(new Separator(";", "semicolons"), new Separator("\t", "tabs"));

    private static final Set<String> LABEL_NAMES = Set.of("label", "class", "target", "species");

    private record Separator(String mark, String name) {}

    static CsvHead of(Path file, List<CSVRecord> lines) throws UserError {
        List<String> first = lines.isEmpty()
                ? List.of()
                : lines.getFirst().stream().map(String::strip).toList();
        String flaw = flaw(lines, first);
        if (!flaw.isEmpty()) {
            throw UserError.usage("data " + file + " " + flaw);
        }
        return new Reading(file, first, lines.subList(1, lines.size())).head();
    }

    /** Why these lines are no table at all; empty if they may be one. */
    private static String flaw(List<CSVRecord> lines, List<String> first) {
        if (lines.isEmpty()) {
            return "is empty; a table has a line of names, and a line a row with its features and its label";
        }
        for (Separator other : OTHERS) {
            if (lines.stream().allMatch(line -> line.stream().anyMatch(cell -> cell.contains(other.mark())))) {
                return "has " + other.name() + " between its columns; save it with commas (and decimal points)";
            }
        }
        if (first.size() < 2) {
            return "has only one column ('" + first.getFirst() + "'); it needs at least one feature and a label, with"
                    + " commas between them";
        }
        return lines.size() < 2 ? "has only one line; it needs a line of names and at least one row below" : "";
    }

    /** Whether a column of this name holds the right answers. */
    static boolean namesLabels(String name) {
        return LABEL_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The first line against the others.
     *
     * @param file for messages
     * @param first cells of the first line
     * @param rest the other lines
     */
    private record Reading(Path file, List<String> first, List<CSVRecord> rest) {
        CsvHead head() throws UserError {
            List<Integer> texts = columns().filter(i -> !numeric(i)).boxed().toList();
            if (namesItself() || texts.size() == first.size()) {
                return withNames();
            }
            if (texts.isEmpty()) {
                throw UserError.usage("data " + file + " has no header: its first line holds only numbers, so which"
                        + " column is the answer cannot be told; put a line of names above and call that column label");
            }
            int text = texts.getFirst();
            boolean recurs = recurs(text);
            boolean counts = counts(text);
            if (texts.size() == 1 && recurs && !counts) {
                return new CsvHead(columns().mapToObj(i -> "column " + (i + 1)).toList(), false, text);
            }
            if (texts.size() == 1 && counts && !recurs) {
                return withNames();
            }
            throw UserError.usage("data " + file + ": its first line can be a row or the names of the columns ("
                    + String.join(",", first) + "); put a line of names above and call the column of answers label");
        }

        private IntStream columns() {
            return IntStream.range(0, first.size());
        }

        private CsvHead withNames() {
            int label =
                    columns().filter(i -> namesLabels(first.get(i))).findFirst().orElse(first.size() - 1);
            return new CsvHead(first, true, label);
        }

        /** A column called label, or words above a column of numbers. */
        private boolean namesItself() {
            return columns()
                    .anyMatch(i -> numeric(i)
                            ? !first.get(i).isEmpty()
                                    && CsvFile.number(first.get(i)).isEmpty()
                            : namesLabels(first.get(i)) && !recurs(i));
        }

        /** Whether all other lines have a number in this column. */
        private boolean numeric(int column) {
            return rest.stream()
                    .filter(line -> line.size() > column)
                    .allMatch(line -> CsvFile.number(line.get(column).strip()).isPresent());
        }

        private boolean recurs(int column) {
            return rest.stream()
                    .anyMatch(line ->
                            line.size() > column && line.get(column).strip().equals(first.get(column)));
        }

        /** Whether the cells but one are 0, 1, 2, … or 1, 2, 3, …, as tools write that number their columns. */
        private boolean counts(int without) {
            List<String> cells =
                    columns().filter(i -> i != without).mapToObj(first::get).toList();
            return IntStream.of(0, 1)
                    .anyMatch(start -> IntStream.range(0, cells.size())
                            .allMatch(i -> cells.get(i).equals(Integer.toString(start + i))));
        }
    }
}
