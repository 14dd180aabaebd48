package org.joulemark.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the last bytes a process printed. Thread-safe. */
final class ErrorTail {
    private static final int KEEP_BYTES = 64 << 10;

    private final byte[] ring = new byte[KEEP_BYTES];
    private long written;

    /** Reads {@code stream} to its end on a thread of its own. */
    void follow(InputStream stream) {
        Thread.ofVirtual().name("worker-output").start(() -> {
            byte[] chunk = new byte[4096];
            try (stream) {
                for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                    append(chunk, count);
                }
            } catch (IOException e) {
                append(("\n[output lost: " + e.getMessage() + "]").getBytes(StandardCharsets.UTF_8), 0);
            }
        });
    }

    private synchronized void append(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEEP_BYTES)] = bytes[i];
        }
    }

    /** What was printed last, without the colours of the native logger. */
    synchronized String text() {
        int count = (int) Math.min(written, KEEP_BYTES);
        byte[] tail = new byte[count];
        for (int i = 0; i < count; i++) {
            tail[i] = ring[(int) ((written - count + i) % KEEP_BYTES)];
        }
        return new String(tail, StandardCharsets.UTF_8)
                .replaceAll("\u001B\\[[0-9;]*m", "")
                .strip();
    }
}
