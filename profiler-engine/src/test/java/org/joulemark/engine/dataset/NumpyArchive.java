package org.joulemark.engine.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as numpy does, after numpy.lib.format: the second way beside the reader under test. */
public final class NumpyArchive {
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    /**
     * How an array is laid out.
     *
     * @param descr type string of numpy
     * @param fortranOrder first dimension fastest
     * @param version of the header
     */
    record Layout(String descr, boolean fortranOrder, int version) {
        static Layout of(String descr) {
            return new Layout(descr, false, 1);
        }
    }

    NumpyArchive add(String name, byte[] file) {
        members.put(name + ".npy", file);
        return this;
    }

    /** Adds an array of float32. */
    public NumpyArchive floats(String name, List<Long> shape, double... values) {
        return add(name, npy(Layout.of("<f4"), shape, values));
    }

    NumpyArchive integers(String name, double... values) {
        return add(name, npy(Layout.of("<i8"), List.of((long) values.length), values));
    }

    /** Writes what was added as an .npz file. */
    public Path write(Path file, boolean deflated) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                if (!deflated) {
                    CRC32 crc = new CRC32();
                    crc.update(member.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(member.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** {@code values} are in row-major order whatever the layout. */
    static byte[] npy(Layout layout, List<Long> shape, double... values) {
        int width = Integer.parseInt(layout.descr().substring(2));
        ByteBuffer data = ByteBuffer.allocate(values.length * width)
                .order(layout.descr().startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int index : order(shape, layout.fortranOrder())) {
            put(data, layout.descr().substring(1), values[index]);
        }
        return npy(layout, shape, data.array());
    }

    static byte[] npy(Layout layout, List<Long> shape, byte[] data) {
        String sizes =
                shape.stream().map(String::valueOf).collect(Collectors.joining(", ")) + (shape.size() == 1 ? "," : "");
        String text = "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
                .formatted(layout.descr(), layout.fortranOrder() ? "True" : "False", sizes);
        return npy(layout.version(), text, data);
    }

    static byte[] npy(int version, String header, byte[] data) {
        int lengthBytes = version == 1 ? 2 : 4;
        int unpadded = 8 + lengthBytes + header.length() + 1;
        String padded = header + " ".repeat((64 - unpadded % 64) % 64) + "\n";
        ByteBuffer file = ByteBuffer.allocate(8 + lengthBytes + padded.length() + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            file.putShort((short) padded.length());
        } else {
            file.putInt(padded.length());
        }
        return file.put(padded.getBytes(StandardCharsets.UTF_8)).put(data).array();
    }

    static byte[] texts(String descr, List<String> values) {
        int width = Integer.parseInt(descr.substring(2));
        boolean unicode = descr.charAt(1) == 'U';
        ByteBuffer data = ByteBuffer.allocate(values.size() * width * (unicode ? 4 : 1))
                .order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.size(); i++) {
            data.position(i * width * (unicode ? 4 : 1));
            if (unicode) {
                values.get(i).codePoints().forEach(data::putInt);
            } else {
                data.put(values.get(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        return npy(Layout.of(descr), List.of((long) values.size()), data.array());
    }

    /** Row-major positions in the order in which they are stored: by recursion over the last axis first. */
    private static List<Integer> order(List<Long> shape, boolean fortranOrder) {
        List<Integer> positions = List.of(0);
        for (int i = 0; i < shape.size(); i++) {
            int axis = fortranOrder ? i : shape.size() - 1 - i;
            int stride = (int) shape.subList(axis + 1, shape.size()).stream()
                    .mapToLong(Long::longValue)
                    .reduce(1, Math::multiplyExact);
            List<Integer> next = new ArrayList<>();
            for (int at = 0; at < shape.get(axis); at++) {
                for (int before : positions) {
                    next.add(before + at * stride);
                }
            }
            positions = next;
        }
        return positions;
    }

    private static void put(ByteBuffer data, String type, double value) {
        switch (type) {
            case "f2" -> data.putShort(Float.floatToFloat16((float) value));
            case "f4" -> data.putFloat((float) value);
            case "f8" -> data.putDouble(value);
            case "i1", "u1", "b1" -> data.put((byte) (long) value);
            case "i2", "u2" -> data.putShort((short) (long) value);
            case "i4", "u4" -> data.putInt((int) (long) value);
            default -> data.putLong((long) value);
        }
    }
}
