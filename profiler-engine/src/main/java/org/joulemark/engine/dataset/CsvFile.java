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
import java.util.OptionalDouble;
import java.util.Set;
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
    private static final long MAX_BYTES = 256L << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
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
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(reader)) {
            if (Files.size(file) > MAX_BYTES) {
                throw UserError.usage("data " + file + " is larger than " + (MAX_BYTES >> 20)
                        + " MiB, too much for a text table; save it as .npz");
            }
            List<CSVRecord> lines = parser.getRecords();
            this.header = lines.isEmpty()
                    ? List.of()
                    : lines.getFirst().stream().map(CsvFile::columnName).toList();
            this.rows = lines.stream().skip(1).toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UserError(
                    UserError.Kind.USAGE,
                    "data " + file + " is not a readable CSV table: "
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
                    e);
        }
        if (header.size() < 2 || rows.isEmpty()) {
            throw UserError.usage("data " + file + " needs a header line, at least one feature and one label column, "
                    + "and at least one row");
        }
        this.labelColumn = labelColumn();
    }

    private static String columnName(String text) {
        return text.replace(BYTE_ORDER_MARK, "").strip();
    }

    private int labelColumn() {
        for (int i = 0; i < header.size(); i++) {
            if (LABEL_NAMES.contains(header.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return header.size() - 1;
    }

    /** The features as the array for the only input of a model, and the labels. */
    static Rows read(Path file) throws UserError {
        CsvFile table = new CsvFile(file);
        table.checkHeader();
        return new Rows(table.features(), table.labels());
    }

    /** A table without a header would lose its first row unseen. */
    private void checkHeader() throws UserError {
        if (header.stream().allMatch(name -> number(name).isPresent())) {
            throw UserError.usage(
                    "data " + file + " has no header: its first line holds only numbers; name the columns");
        }
    }

    private Map<String, TensorData> features() throws UserError {
        int columns = header.size() - 1;
        long size = 8L * rows.size() * columns;
        if (size > Integer.MAX_VALUE - 8) {
            throw UserError.usage("data " + file + " has more than 2 GiB of numbers; give fewer rows");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        boolean whole = true;
        for (CSVRecord row : rows) {
            for (int i = 0; i < header.size(); i++) {
                if (i != labelColumn) {
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
        return number(text)
                .orElseThrow(() -> UserError.usage("data " + file + ", line " + row.getRecordNumber() + ", column '"
                        + header.get(column) + "': '" + text + "' is not a number"));
    }

    /** A decimal number; Java's own extras (hexadecimal, a trailing d or f) are no numbers in a table. */
    private static OptionalDouble number(String text) {
        if (text.equalsIgnoreCase("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        return text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private String cell(CSVRecord row, int column) throws UserError {
        if (row.size() != header.size()) {
            throw UserError.usage("data " + file + ", line " + row.getRecordNumber() + " has " + row.size()
                    + " columns where the header has " + header.size());
        }
        return row.get(column).strip();
    }

    private Labels labels() throws UserError {
        List<String> texts = new ArrayList<>();
        for (CSVRecord row : rows) {
            String text = cell(row, labelColumn);
            if (text.isEmpty()) {
                throw UserError.usage("data " + file + ", line " + row.getRecordNumber() + " has no label (column '"
                        + header.get(labelColumn) + "')");
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
