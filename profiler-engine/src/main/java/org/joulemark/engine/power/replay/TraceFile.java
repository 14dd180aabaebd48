package org.joulemark.engine.power.replay;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.UserError;

/**
 * A recorded trace as CSV with the columns {@code nanos} (ticks, not decreasing), {@code value} (the sensor's own
 * integers) and {@code missing} (a {@link MissingReason}; empty where there is a value).
 */
public final class TraceFile {
    /** Days at ten readings a second; more is no trace of ours. */
    private static final long MAX_BYTES = 64L << 20;

    private static final List<String> COLUMNS = List.of("nanos", "value", "missing");

    private TraceFile() {}

    /** Reads a trace. @throws UserError naming the file and line that is no reading */
    public static SensorTrace read(Path file) throws UserError {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw UserError.usage("trace " + file + " is larger than 64 MiB");
            }
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                return parse(reader, "trace " + file);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UserError(UserError.Kind.USAGE, "trace " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static SensorTrace parse(Reader reader, String name) throws IOException, UserError {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                throw UserError.usage(name + " needs the header line " + String.join(",", COLUMNS));
            }
            Columns columns = new Columns();
            for (CSVRecord row : parser) {
                columns.add(row, name);
            }
            return columns.trace();
        }
    }

    /** The readings so far. */
    private static final class Columns {
        private final Stream.Builder<long[]> rows = Stream.builder();
        private long lastNanos = Long.MIN_VALUE;

        void add(CSVRecord row, String name) throws UserError {
            try {
                long nanos = Long.parseLong(row.get("nanos"));
                String missing = row.get("missing");
                byte state =
                        missing.isEmpty() ? 0 : MissingReason.valueOf(missing).code();
                long value = state == 0 ? Long.parseLong(row.get("value")) : 0;
                if (nanos < lastNanos) {
                    throw UserError.usage(name + ", row " + row.getRecordNumber() + ": time runs backwards");
                }
                lastNanos = nanos;
                rows.add(new long[] {nanos, value, state});
            } catch (IllegalArgumentException e) {
                throw new UserError(
                        UserError.Kind.USAGE,
                        name + ", row " + row.getRecordNumber() + " is no reading: " + e.getMessage(),
                        e);
            }
        }

        SensorTrace trace() {
            List<long[]> all = rows.build().toList();
            byte[] states = new byte[all.size()];
            for (int i = 0; i < states.length; i++) {
                states[i] = (byte) all.get(i)[2];
            }
            return new SensorTrace(
                    all.stream().mapToLong(row -> row[0]).toArray(),
                    all.stream().mapToLong(row -> row[1]).toArray(),
                    states);
        }
    }
}
