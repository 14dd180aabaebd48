package org.joulemark.engine.history.codec;

import java.util.Arrays;

/** A growing row of bytes with variable-length integers and runs of bits. */
final class ByteSink {
    private byte[] bytes;
    private int size;
    private long bits;
    private int bitCount;

    ByteSink(int expectedBytes) {
        bytes = new byte[Math.max(16, expectedBytes)];
    }

    void octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(size, 2));
        }
        bytes[size++] = (byte) value;
    }

    /** Unsigned base-128, least significant group first (LEB128): 1 to 10 bytes. */
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** Signed base-128 through zigzag, so that small negatives stay short. */
    void zigzag(long value) {
        varint(ZigZag.encode(value));
    }

    /** The lowest {@code count} bits of {@code value}, most significant first; at most 56 at once. */
    void bits(long value, int count) {
        bits = (bits << count) | (value & ((1L << count) - 1));
        bitCount += count;
        while (bitCount >= 8) {
            bitCount -= 8;
            octet((int) (bits >>> bitCount));
        }
    }

    /** Fills the last begun byte with zeros. */
    void alignBits() {
        if (bitCount > 0) {
            bits(0, 8 - bitCount);
        }
    }

    void fixed64(long value) {
        for (int shift = 0; shift < 64; shift += 8) {
            octet((int) (value >>> shift));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
