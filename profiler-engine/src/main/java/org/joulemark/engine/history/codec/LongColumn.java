package org.joulemark.engine.history.codec;

/**
 * A column of integers as Golomb-Rice codes (R. F. Rice, JPL 79-22, 1979) in blocks of 256. Either the values or their
 * differences are coded, whichever is shorter; each block states a centre that is subtracted and the Rice parameter that
 * suits what is left. A steady sampling period or a steady power so costs only its noise. Arithmetic wraps, so that every
 * {@code long} comes back exactly.
 *
 * <p>Layout: order (1 byte: 0 values, 1 differences), first value (zigzag varint, order 1 only), then for each block: centre (zigzag varint), parameter k (1 byte),
 * for each entry zigzag(entry − centre) as quotient in unary, 0-bit, k low bits; {@value #ESCAPE} one-bits stand before
 * 64 plain bits. A block ends on a byte boundary.
 */
final class LongColumn {
    static final int BLOCK = 256;
    private static final int ESCAPE = 24;
    private static final int MAX_PARAMETER = 56;

    private LongColumn() {}

    static void write(ByteSink sink, long[] values) {
        long[] differences = differences(values);
        int order = cost(values) <= cost(differences) ? 0 : 1;
        sink.octet(order);
        if (order == 1) {
            sink.zigzag(values[0]);
        }
        long[] coded = order == 0 ? values : differences;
        for (int from = 0; from < coded.length; from += BLOCK) {
            writeBlock(sink, coded, from, Math.min(coded.length, from + BLOCK));
        }
    }

    static long[] read(ByteSource source, int count) throws CorruptBlobException {
        int order = source.octet();
        if (order > 1) {
            throw new CorruptBlobException("a column has the unknown order " + order);
        }
        long first = order == 1 ? source.zigzag() : 0;
        long[] values = new long[count];
        for (int from = 0; from < count; from += BLOCK) {
            readBlock(source, values, from, Math.min(count, from + BLOCK));
        }
        if (order == 1) {
            long previous = first;
            for (int i = 0; i < count; i++) {
                previous += values[i];
                values[i] = previous;
            }
        }
        return values;
    }

    private static long[] differences(long[] values) {
        long[] differences = new long[values.length];
        long previous = values.length == 0 ? 0 : values[0];
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - previous;
            previous = values[i];
        }
        return differences;
    }

    private static void writeBlock(ByteSink sink, long[] coded, int from, int to) {
        long centre = centre(coded, from, to);
        int parameter = parameter(coded, from, to, centre);
        sink.zigzag(centre);
        sink.octet(parameter);
        for (int i = from; i < to; i++) {
            writeEntry(sink, ZigZag.encode(coded[i] - centre), parameter);
        }
        sink.alignBits();
    }

    private static void writeEntry(ByteSink sink, long entry, int parameter) {
        long quotient = entry >>> parameter;
        if (quotient >= 0 && quotient < ESCAPE) {
            sink.bits((1L << (quotient + 1)) - 2, (int) quotient + 1);
            sink.bits(entry, parameter);
        } else {
            sink.bits((1L << ESCAPE) - 1, ESCAPE);
            sink.bits(entry >>> 32, 32);
            sink.bits(entry, 32);
        }
    }

    private static void readBlock(ByteSource source, long[] values, int from, int to) throws CorruptBlobException {
        long centre = source.zigzag();
        int parameter = source.octet();
        if (parameter > MAX_PARAMETER) {
            throw new CorruptBlobException("a block has the Rice parameter " + parameter);
        }
        for (int i = from; i < to; i++) {
            int quotient = source.ones(ESCAPE);
            long entry = quotient < ESCAPE
                    ? ((long) quotient << parameter) | source.bits(parameter)
                    : (source.bits(32) << 32) | source.bits(32);
            values[i] = centre + ZigZag.decode(entry);
        }
        source.alignBits();
    }

    /** Bits the column would take in this form, estimated from each block's mean magnitude. */
    private static double cost(long[] coded) {
        double bits = 0;
        for (int from = 0; from < coded.length; from += BLOCK) {
            int to = Math.min(coded.length, from + BLOCK);
            long centre = centre(coded, from, to);
            bits += (to - from) * (2.0 + parameter(coded, from, to, centre));
        }
        return bits;
    }

    /** Mean of the block, in doubles because the sum may overflow; any centre reads back, a good one is short. */
    private static long centre(long[] coded, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += coded[i];
        }
        return Math.round(sum / (to - from));
    }

    /** Parameter near the optimum: log2 of the mean magnitude; outliers are left to the escape code. */
    private static int parameter(long[] coded, int from, int to, long centre) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs((double) (coded[i] - centre));
        }
        double mean = 2 * sum / (to - from) * Math.log(2);
        return mean < 1 ? 0 : Math.min(MAX_PARAMETER, (int) Math.round(Math.log(mean) / Math.log(2)));
    }
}
