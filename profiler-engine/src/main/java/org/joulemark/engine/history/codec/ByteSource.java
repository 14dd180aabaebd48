package org.joulemark.engine.history.codec;

/** Reads what {@link ByteSink} wrote and never past the end: whatever is short or too long is a corrupt blob. */
final class ByteSource {
    private final byte[] bytes;
    private int position;
    private long bits;
    private int bitCount;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.length - position;
    }

    int octet() throws CorruptBlobException {
        if (position == bytes.length) {
            throw new CorruptBlobException("the blob ends too early");
        }
        return bytes[position++] & 0xFF;
    }

    long varint() throws CorruptBlobException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CorruptBlobException("a number has more than ten bytes");
    }

    long zigzag() throws CorruptBlobException {
        return ZigZag.decode(varint());
    }

    /** A count of things, refused beyond {@code most}, so that garbage never asks for memory. */
    int count(long most) throws CorruptBlobException {
        long value = varint();
        if (value < 0 || value > most || value > Integer.MAX_VALUE) {
            throw new CorruptBlobException(
                    "it claims " + Long.toUnsignedString(value) + " entries where at most " + most + " fit");
        }
        return (int) value;
    }

    /** The next {@code count} bits, most significant first; at most 56 at once. */
    long bits(int count) throws CorruptBlobException {
        while (bitCount < count) {
            bits = (bits << 8) | octet();
            bitCount += 8;
        }
        bitCount -= count;
        return (bits >>> bitCount) & ((1L << count) - 1);
    }

    /** Number of one-bits before the next zero-bit, which is consumed too; stops after {@code most} one-bits. */
    int ones(int most) throws CorruptBlobException {
        int ones = 0;
        while (ones < most) {
            if (bitCount == 0) {
                bits = octet();
                bitCount = 8;
            }
            int run = Math.min(Long.numberOfLeadingZeros(~(bits << (64 - bitCount))), bitCount);
            if (ones + run >= most) {
                bitCount -= most - ones;
                return most;
            }
            ones += run;
            bitCount -= run;
            if (bitCount > 0) {
                bitCount--;
                return ones;
            }
        }
        return ones;
    }

    /** Leaves the last begun byte, whose rest must be zero. */
    void alignBits() throws CorruptBlobException {
        if ((bits & ((1L << bitCount) - 1)) != 0) {
            throw new CorruptBlobException("the padding is not zero");
        }
        bitCount = 0;
    }

    long fixed64() throws CorruptBlobException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    void end() throws CorruptBlobException {
        if (remaining() > 0) {
            throw new CorruptBlobException(remaining() + " bytes follow the end");
        }
    }
}
