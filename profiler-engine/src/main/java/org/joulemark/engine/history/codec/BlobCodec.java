package org.joulemark.engine.history.codec;

import java.util.Arrays;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.SensorTrace;

/**
 * Turns raw material into bytes and back, exactly. Layout: {@code 'J' 'M'}, kind ({@code 'T'} trace, {@code 'L'}
 * latencies, {@code 'P'} answers), version 1, number of entries (varint), then the columns. A trace has its states as
 * runs (state byte, varint length), its ticks and its values as {@link LongColumn}s; answers have a byte for each of
 * their two columns that says whether it is whole numbers (a {@link LongColumn}) or plain IEEE 754 bits.
 */
public final class BlobCodec {
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 4;
    /** Nineteen days at 10 Hz. What a few bytes may claim to be is bounded, since it is read into memory as a whole. */
    private static final long MOST_READINGS = 1L << 24;

    /** More calls or answers than one window or one data set has. */
    private static final long MOST_ENTRIES = 1L << 25;

    private static final double EXACT_WHOLE = 0x1p53;

    private BlobCodec() {}

    /** Stored form of a trace. */
    public static byte[] encode(SensorTrace trace) {
        int size = trace.size();
        ByteSink sink = header('T', size, 4 * size);
        long[] ticks = new long[size];
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            ticks[i] = trace.tickNanos(i);
            values[i] = trace.value(i);
        }
        writeStates(sink, trace);
        LongColumn.write(sink, ticks);
        LongColumn.write(sink, values);
        return sink.toBytes();
    }

    /** Stored form of latencies. */
    public static byte[] encode(LatencySeries latencies) {
        ByteSink sink = header('L', latencies.size(), 2 * latencies.size());
        LongColumn.write(sink, latencies.toArray());
        return sink.toBytes();
    }

    /** Stored form of answers. */
    public static byte[] encode(Predictions predictions) {
        int rows = predictions.rows();
        double[] predicted = new double[rows];
        double[] expected = new double[rows];
        for (int i = 0; i < rows; i++) {
            predicted[i] = predictions.predicted(i);
            expected[i] = predictions.expected(i);
        }
        ByteSink sink = header('P', rows, 2 * rows);
        writeDoubles(sink, predicted);
        writeDoubles(sink, expected);
        return sink.toBytes();
    }

    /** Reads a trace. @throws CorruptBlobException if the bytes are not exactly one */
    public static SensorTrace trace(byte[] bytes) throws CorruptBlobException {
        ByteSource source = new ByteSource(bytes);
        int size = open(source, 'T');
        byte[] states = readStates(source, size);
        long[] ticks = LongColumn.read(source, size);
        long[] values = LongColumn.read(source, size);
        source.end();
        return new SensorTrace(ticks, values, states);
    }

    /** Reads latencies. @throws CorruptBlobException if the bytes are not exactly that */
    public static LatencySeries latencies(byte[] bytes) throws CorruptBlobException {
        ByteSource source = new ByteSource(bytes);
        long[] nanos = LongColumn.read(source, open(source, 'L'));
        source.end();
        return new LatencySeries(nanos);
    }

    /** Reads answers. @throws CorruptBlobException if the bytes are not exactly that */
    public static Predictions predictions(byte[] bytes) throws CorruptBlobException {
        ByteSource source = new ByteSource(bytes);
        int rows = open(source, 'P');
        Predictions predictions = new Predictions(readDoubles(source, rows), readDoubles(source, rows));
        source.end();
        return predictions;
    }

    /** Reads a blob of any kind only to see whether it is whole. @throws CorruptBlobException if it is not */
    public static void check(byte[] bytes) throws CorruptBlobException {
        switch (bytes.length < HEADER_BYTES ? 0 : bytes[2]) {
            case 'T' -> trace(bytes);
            case 'L' -> latencies(bytes);
            case 'P' -> predictions(bytes);
            default -> throw new CorruptBlobException("it is of no kind this program knows");
        }
    }

    private static ByteSink header(char kind, int entries, int expectedBytes) {
        ByteSink sink = new ByteSink(expectedBytes + 64);
        sink.octet('J');
        sink.octet('M');
        sink.octet(kind);
        sink.octet(VERSION);
        sink.varint(entries);
        return sink;
    }

    private static int open(ByteSource source, char kind) throws CorruptBlobException {
        if (source.octet() != 'J' || source.octet() != 'M') {
            throw new CorruptBlobException("it does not begin like a blob of this program");
        }
        int found = source.octet();
        if (found != kind) {
            throw new CorruptBlobException("it is of kind '" + (char) found + "', not '" + kind + "'");
        }
        int version = source.octet();
        if (version != VERSION) {
            throw new CorruptBlobException("its layout has version " + version + ", this program reads " + VERSION);
        }
        // Every entry takes at least a bit.
        return source.count(Math.min(kind == 'T' ? MOST_READINGS : MOST_ENTRIES, 8L * source.remaining()));
    }

    private static void writeStates(ByteSink sink, SensorTrace trace) {
        int from = 0;
        while (from < trace.size()) {
            int to = from + 1;
            while (to < trace.size() && trace.stateByte(to) == trace.stateByte(from)) {
                to++;
            }
            sink.octet(trace.stateByte(from));
            sink.varint(to - from);
            from = to;
        }
    }

    private static byte[] readStates(ByteSource source, int size) throws CorruptBlobException {
        byte[] states = new byte[size];
        int from = 0;
        while (from < size) {
            int state = source.octet();
            int run = source.count(size - from);
            if (state > MissingReason.values().length || run == 0) {
                throw new CorruptBlobException("a run of states is not valid");
            }
            Arrays.fill(states, from, from + run, (byte) state);
            from += run;
        }
        return states;
    }

    private static void writeDoubles(ByteSink sink, double[] values) {
        long[] whole = new long[values.length];
        boolean allWhole = true;
        for (int i = 0; i < values.length; i++) {
            whole[i] = (long) values[i];
            allWhole &= Math.abs(values[i]) <= EXACT_WHOLE
                    && Double.doubleToRawLongBits((double) whole[i]) == Double.doubleToRawLongBits(values[i]);
        }
        sink.octet(allWhole ? 1 : 0);
        if (allWhole) {
            LongColumn.write(sink, whole);
        } else {
            for (double value : values) {
                sink.fixed64(Double.doubleToRawLongBits(value));
            }
        }
    }

    private static double[] readDoubles(ByteSource source, int rows) throws CorruptBlobException {
        int form = source.octet();
        double[] values = new double[rows];
        if (form == 1) {
            long[] whole = LongColumn.read(source, rows);
            for (int i = 0; i < rows; i++) {
                values[i] = whole[i];
            }
        } else if (form == 0) {
            for (int i = 0; i < rows; i++) {
                values[i] = Double.longBitsToDouble(source.fixed64());
            }
        } else {
            throw new CorruptBlobException("a column of answers has the unknown form " + form);
        }
        return values;
    }
}
