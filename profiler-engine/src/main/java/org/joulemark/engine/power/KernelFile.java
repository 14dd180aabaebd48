package org.joulemark.engine.power;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A small file of procfs or sysfs, kept open and read again from its start: opening it anew for each reading would cost
 * more than the reading. Used by one thread at a time.
 */
public final class KernelFile implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer buffer;

    /** Opens {@code path}; reads see at most {@code capacity} bytes of it. */
    public KernelFile(Path path, int capacity) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.buffer = ByteBuffer.allocateDirect(capacity);
    }

    /**
     * Reads the start of the file; the result is valid until the next read. One call to the kernel: it makes such a
     * file anew for a read from its start, and gives all of it that fits.
     */
    public ByteBuffer read() throws IOException {
        buffer.clear();
        channel.read(buffer, 0);
        return buffer.flip();
    }

    /** Reads one unsigned decimal number from the start of the file. */
    public long readNumber() throws IOException {
        return number(read());
    }

    /** Next unsigned decimal number of {@code text}, skipping what is no digit; throws if there is none or it is negative. */
    public static long number(ByteBuffer text) throws IOException {
        byte before = ' ';
        while (text.hasRemaining() && !digit(text.get(text.position()))) {
            before = text.get();
        }
        if (!text.hasRemaining()) {
            throw new IOException("no number where one was expected");
        }
        if (before == '-') {
            throw new IOException("a negative number where none can be");
        }
        long value = 0;
        while (text.hasRemaining() && digit(text.get(text.position()))) {
            if (value > (Long.MAX_VALUE - 9) / 10) {
                throw new IOException("a number beyond 63 bits");
            }
            value = value * 10 + (text.get() - '0');
        }
        return value;
    }

    private static boolean digit(byte character) {
        return character >= '0' && character <= '9';
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
