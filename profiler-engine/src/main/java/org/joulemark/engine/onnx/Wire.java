package org.joulemark.engine.onnx;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads protobuf's wire format as a stream, so that weights are skipped and never held: messages of any size, also
 * beyond the 2 GB a protobuf parser takes. Format: protobuf.dev/programming-guides/encoding.
 */
final class Wire implements AutoCloseable {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final InputStream in;
    private final long size;
    private long position;

    /** Reads {@code in}, which holds {@code size} bytes. */
    Wire(InputStream in, long size) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.size = size;
    }

    long position() {
        return position;
    }

    long size() {
        return size;
    }

    /** Next tag of a message that ends at {@code end}; 0 at its end. */
    int tag(long end) throws IOException {
        if (position >= end) {
            return 0;
        }
        long tag = varint();
        if (tag <= 7 || tag > Integer.MAX_VALUE) {
            throw new MalformedModelException("field tag " + tag + " at byte " + position);
        }
        return (int) tag;
    }

    static int field(int tag) {
        return tag >>> 3;
    }

    static int type(int tag) {
        return tag & 7;
    }

    long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = next();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedModelException("number of more than ten bytes at byte " + position);
    }

    /** Length of the bytes field that follows; checked against the end of the message around it. */
    long length(long end) throws IOException {
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new MalformedModelException("a field of " + Long.toUnsignedString(length) + " bytes at byte "
                    + position + ", where only " + (end - position) + " are left");
        }
        return length;
    }

    byte[] bytes(long end, int limit) throws IOException {
        long length = length(end);
        if (length > limit) {
            throw new MalformedModelException("a field of " + length + " bytes where at most " + limit + " make sense");
        }
        return exactly((int) length);
    }

    byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        position += bytes.length;
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    String text(long end) throws IOException {
        return new String(bytes(end, 1 << 20), StandardCharsets.UTF_8);
    }

    /** Skips the value of a field that is not wanted. */
    void skip(int tag, long end) throws IOException {
        switch (type(tag)) {
            case VARINT -> varint();
            case FIXED64 -> skipBytes(8);
            case BYTES -> skipBytes(length(end));
            case FIXED32 -> skipBytes(4);
            default -> throw new MalformedModelException("wire type " + type(tag) + " at byte " + position);
        }
    }

    void skipBytes(long count) throws IOException {
        in.skipNBytes(count);
        position += count;
    }

    byte octet() throws IOException {
        return (byte) next();
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        position++;
        return next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
