package org.joulemark.engine.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Length-prefixed frames over a byte channel: u32 length, u8 message type, fields, all big-endian. Binary and not JSON
 * because a worker must be ready in well under half a second and millions of latencies cross the line.
 */
public final class Frames {
    /** Version of this protocol; host and worker must agree. */
    public static final int PROTOCOL = 2;

    /** Largest frame in bytes: what a Java array can hold, less some room. */
    public static final int MAX_FRAME_BYTES = Integer.MAX_VALUE - 64;

    private Frames() {}

    /** Writes one message to the worker. */
    public static void write(WritableByteChannel channel, HostMessage message) throws IOException {
        Buffer buffer = new Buffer();
        HostCodec.write(new DataOutputStream(buffer), message);
        send(channel, buffer);
    }

    /** Writes one message to the host. */
    public static void write(WritableByteChannel channel, WorkerMessage message) throws IOException {
        Buffer buffer = new Buffer();
        WorkerCodec.write(new DataOutputStream(buffer), message);
        send(channel, buffer);
    }

    /** Reads one message of the host; null at the clean end of the channel. */
    public static @Nullable HostMessage readHost(ReadableByteChannel channel) throws IOException {
        DataInputStream in = receive(channel);
        return in == null ? null : ended(in, HostCodec.read(in));
    }

    /** Reads one message of the worker; null at the clean end of the channel. */
    public static @Nullable WorkerMessage readWorker(ReadableByteChannel channel) throws IOException {
        DataInputStream in = receive(channel);
        return in == null ? null : ended(in, WorkerCodec.read(in));
    }

    private static <T> T ended(DataInputStream in, T message) throws IOException {
        if (in.available() > 0) {
            throw new ProtocolException(in.available() + " bytes too many in a frame");
        }
        return message;
    }

    private static void send(WritableByteChannel channel, Buffer buffer) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4).putInt(buffer.size()).flip();
        while (head.hasRemaining()) {
            channel.write(head);
        }
        ByteBuffer body = buffer.view();
        while (body.hasRemaining()) {
            channel.write(body);
        }
    }

    private static @Nullable DataInputStream receive(ReadableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4);
        if (!fill(channel, head)) {
            return null;
        }
        int length = head.flip().getInt();
        if (length < 1 || length > MAX_FRAME_BYTES) {
            throw new ProtocolException("frame of " + Integer.toUnsignedString(length) + " bytes");
        }
        return new DataInputStream(new ByteArrayInputStream(body(channel, length)));
    }

    /** Grows with the bytes that really come, so that a lying length cannot claim the heap. */
    private static byte[] body(ReadableByteChannel channel, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(length, 1 << 20));
        ByteBuffer chunk = ByteBuffer.allocate(Math.min(length, 1 << 16));
        int left = length;
        while (left > 0) {
            chunk.clear().limit(Math.min(left, chunk.capacity()));
            if (!fill(channel, chunk)) {
                throw new EOFException("the channel ended inside a frame");
            }
            bytes.write(chunk.array(), 0, chunk.position());
            left -= chunk.position();
        }
        return bytes.toByteArray();
    }

    private static boolean fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw new EOFException("the channel ended inside a frame");
            }
        }
        return true;
    }

    /** A byte array stream whose bytes can be sent without another copy. */
    private static final class Buffer extends ByteArrayOutputStream {
        ByteBuffer view() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }
}
