package org.joulemark.engine.dataset;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;

/**
 * Reads a table: a header line, one row a line, numbers as features in column order, and a label column named label,
 * class, target or species, or else the last one. Classes written as text are numbered in sorted order.
 */
final class CsvFile {
    private static final Set<String> LABEL_NAMES = Set.of("label", "class", "target", "species");

    private final Path file;
    private final List<String> header;
    private final List<CSVRecord> rows;
    private final int labelColumn;

    private CsvFile(Path file) throws UserError {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(reader)) {
            this.header = parser.getHeaderNames();
            this.rows = parser.getRecords();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UserError(
                    UserError.Kind.USAGE, "data " + file + " is not a readable CSV table: " + e.getMessage(), e);
        }
        if (header.size() < 2 || rows.isEmpty()) {
            throw UserError.usage("data " + file + " needs a header line, at least one feature and one label column, "
                    + "and at least one row");
        }
        this.labelColumn = labelColumn();
    }

    private int labelColumn() {
        for (int i = 0; i < header.size(); i++) {
            if (LABEL_NAMES.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return header.size() - 1;
    }

    /** Features as the array for the only input of a model. */
    static Map<String, TensorData> features(Path file) throws UserError {
        return new CsvFile(file).features();
    }

    static Labels labels(Path file) throws UserError {
        return new CsvFile(file).labels();
    }

    private Map<String, TensorData> features() throws UserError {
        int columns = header.size() - 1;
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(rows.size() * columns, 8))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (CSVRecord row : rows) {
            for (int i = 0; i < header.size(); i++) {
                if (i != labelColumn) {
                    bytes.putDouble(number(row, i));
                }
            }
        }
        return Map.of(
                EvaluationSet.SINGLE_INPUT,
                TensorData.numeric(
                        EvaluationSet.SINGLE_INPUT,
                        ElementType.DOUBLE,
                        List.of((long) rows.size(), (long) columns),
                        bytes.flip()));
    }

    private double number(CSVRecord row, int column) throws UserError {
        String text = cell(row, column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw UserError.usage("data " + file + ", line " + (row.getRecordNumber() + 1) + ", column '"
                    + header.get(column) + "': '" + text + "' is not a number");
        }
    }

    private String cell(CSVRecord row, int column) throws UserError {
        if (row.size() != header.size()) {
            throw UserError.usage("data " + file + ", line " + (row.getRecordNumber() + 1) + " has " + row.size()
                    + " columns where the header has " + header.size());
        }
        return row.get(column).strip();
    }

    private Labels labels() throws UserError {
        List<String> texts = new ArrayList<>();
        for (CSVRecord row : rows) {
            texts.add(cell(row, labelColumn));
        }
        boolean numbers = texts.stream().allMatch(text -> text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?|NaN|nan"));
        if (numbers) {
            boolean integers = texts.stream().allMatch(text -> text.matches("[0-9]+"));
            return new Labels(texts.stream().map(Double::parseDouble).toList(), integers, null);
        }
        List<String> classes = new ArrayList<>(new TreeSet<>(texts));
        return new Labels(
                texts.stream().map(text -> (double) classes.indexOf(text)).toList(), true, texts);
    }
}
