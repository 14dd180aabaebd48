package org.joulemark.engine.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;

/**
 * Reads a table: names of the columns, one row a line, numbers as features in column order, and a label column named
 * label, class, target or species, or else the last one. Classes written as text are numbered in sorted order. What a
 * first line without names means says {@link CsvHead}.
 */
final class CsvFile {
    /** Code of the finding that the last column was taken for the answers. */
    static final String LABEL_LAST = "label-last";

    private final Path file;
    private final CsvHead head;
    private final List<CSVRecord> rows;

    private CsvFile(Path file) throws UserError {
        this.file = file;
        List<CSVRecord> lines = lines(file);
        this.head = CsvHead.of(file, lines);
        this.rows = head.named() ? lines.subList(1, lines.size()) : lines;
    }

    private static List<CSVRecord> lines(Path file) throws UserError {
        String text = TableText.read(file);
        try (CSVParser parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (UncheckedIOException e) {
            // The parser wraps what it has to say.
            Throwable said = e.getCause();
            throw unreadable(file, said == null ? e : said);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static UserError unreadable(Path file, Throwable cause) {
        return new UserError(
                UserError.Kind.USAGE,
                "data " + file + " is not a readable CSV table: "
                        + String.valueOf(cause.getMessage()).replaceAll("\\s+", " "),
                cause);
    }

    /** The features as the array for the only input of a model, and the labels. */
    static Rows read(Path file) throws UserError {
        CsvFile table = new CsvFile(file);
        return new Rows(table.features(), Map.of(), table.labels(), table.findings());
    }

    private List<Finding> findings() {
        String data = "data " + file.getFileName();
        String label = head.names().get(head.labelColumn());
        if (!head.named()) {
            return List.of(new Finding(
                    "no-header",
                    Severity.NOTE,
                    data + " has no line of column names: all " + rows.size() + " lines are rows, and " + label + " of "
                            + head.names().size() + ", the only one of words, holds the answers",
                    "put a line of names above to say otherwise"));
        }
        return CsvHead.namesLabels(label)
                ? List.of()
                : List.of(new Finding(
                        LABEL_LAST,
                        Severity.NOTE,
                        data + ": no column is called label, so its last one, '" + label + "', holds the answers",
                        "call the column of answers label"));
    }

    private Map<String, TensorData> features() throws UserError {
        int columns = head.names().size() - 1;
        long size = 8L * rows.size() * columns;
        if (size > Integer.MAX_VALUE - 8) {
            throw UserError.usage("data " + file + " has more than 2 GiB of numbers; give fewer rows");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        boolean whole = true;
        for (CSVRecord row : rows) {
            for (int i = 0; i < head.names().size(); i++) {
                if (i != head.labelColumn()) {
                    bytes.putDouble(feature(row, i));
                    whole &= row.get(i).strip().matches("[-+]?[0-9]{1,15}");
                }
            }
        }
        return Map.of(
                EvaluationSet.SINGLE_INPUT,
                TensorData.numeric(
                        EvaluationSet.SINGLE_INPUT,
                        whole ? ElementType.INT64 : ElementType.DOUBLE,
                        List.of((long) rows.size(), (long) columns),
                        whole ? integers(bytes.flip()) : bytes.flip()));
    }

    /** A table of integers may feed a model that wants integers. */
    private static ByteBuffer integers(ByteBuffer doubles) {
        for (int at = 0; at < doubles.limit(); at += Long.BYTES) {
            doubles.putLong(at, (long) doubles.getDouble(at));
        }
        return doubles;
    }

    private double feature(CSVRecord row, int column) throws UserError {
        String text = cell(row, column);
        String where = "data " + file + ", line " + row.getRecordNumber() + ", column '"
                + head.names().get(column) + "': '" + text + "' is not a ";
        double value = number(text).orElseThrow(() -> UserError.usage(where + "number"));
        if (!Double.isFinite(value)) {
            throw UserError.usage(where + "finite number; leave the line out, or save the rows as .npz if the model"
                    + " takes such values");
        }
        return value;
    }

    /**
     * A decimal number, also one of those that are none or infinite; Java's own extras (hexadecimal, a trailing d or f) are
     * no numbers in a table.
     */
    static OptionalDouble number(String text) {
        if (text.equalsIgnoreCase("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        if (text.matches("(?i)[-+]?inf(inity)?")) {
            return OptionalDouble.of(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private String cell(CSVRecord row, int column) throws UserError {
        if (row.size() != head.names().size()) {
            throw UserError.usage("data " + file + ", line " + row.getRecordNumber() + " has " + row.size()
                    + " columns where " + (head.named() ? "the header has " : "the first line has ")
                    + head.names().size());
        }
        return row.get(column).strip();
    }

    private Labels labels() throws UserError {
        List<String> texts = new ArrayList<>();
        for (CSVRecord row : rows) {
            String text = cell(row, head.labelColumn());
            if (text.isEmpty()) {
                throw UserError.usage("data " + file + ", line " + row.getRecordNumber() + " has no label (column '"
                        + head.names().get(head.labelColumn()) + "')");
            }
            texts.add(text);
        }
        if (texts.stream().allMatch(text -> number(text).isPresent())) {
            boolean integers = texts.stream().allMatch(text -> text.matches("[0-9]+"));
            return new Labels(
                    texts.stream().map(text -> number(text).orElseThrow()).toList(), integers, null);
        }
        return Labels.ofNames(texts);
    }
}
