package org.joulemark.engine.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes .npz files as numpy does, and as it never would. */
final class NpzWriter {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private boolean stored;

    static byte[] npy(int version, String descr, boolean fortran, String shape, byte[] elements) {
        String text = "{'descr': %s, 'fortran_order': %s, 'shape': (%s), }"
                .formatted(descr.startsWith("[") ? descr : "'" + descr + "'", fortran ? "True" : "False", shape);
        int headBytes = version == 1 ? 10 : 12;
        int pad = 64 - (headBytes + text.length() + 1) % 64;
        byte[] header = (text + " ".repeat(pad) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(headBytes + header.length + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            out.putShort((short) header.length);
        } else {
            out.putInt(header.length);
        }
        return out.put(header).put(elements).array();
    }

    static byte[] floats(ByteOrder order, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(order);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    static byte[] unicode(int width, String... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * width * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (String value : values) {
            for (int i = 0; i < width; i++) {
                bytes.putInt(i < value.length() ? value.charAt(i) : 0);
            }
        }
        return bytes.array();
    }

    NpzWriter stored() {
        stored = true;
        return this;
    }

    NpzWriter entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    NpzWriter labels(long... labels) {
        return entry("label.npy", npy(1, "<i8", false, labels.length + ",", longs(labels)));
    }

    Path write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry one = new ZipEntry(entry.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    one.setMethod(ZipEntry.STORED);
                    one.setSize(entry.getValue().length);
                    one.setCrc(crc.getValue());
                }
                zip.putNextEntry(one);
                zip.write(entry.getValue());
            }
        }
        return Files.write(file, bytes.toByteArray());
    }
}
