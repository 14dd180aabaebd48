package org.joulemark.engine.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.TensorData;

/** Turns a .npy file into a row-major little-endian tensor; object arrays (pickles) are refused, they run code. */
final class NpyArray {
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("f2", ElementType.FLOAT16),
            Map.entry("f4", ElementType.FLOAT),
            Map.entry("f8", ElementType.DOUBLE),
            Map.entry("i1", ElementType.INT8),
            Map.entry("i2", ElementType.INT16),
            Map.entry("i4", ElementType.INT32),
            Map.entry("i8", ElementType.INT64),
            Map.entry("u1", ElementType.UINT8),
            Map.entry("u2", ElementType.UINT16),
            Map.entry("u4", ElementType.UINT32),
            Map.entry("u8", ElementType.UINT64),
            Map.entry("b1", ElementType.BOOL));

    private final String name;
    private final NpyHeader header;
    private final int itemBytes;
    private final char kind;
    private final boolean bigEndian;
    private final ByteBuffer elements;

    private NpyArray(String name, byte[] file) throws IOException {
        this.name = name;
        this.header = NpyHeader.read(file);
        String descr = header.descr();
        if (!descr.matches("[<>|=][a-zA-Z][0-9]*")) {
            throw new IOException("has the type '" + descr + "', which is not known");
        }
        this.bigEndian = descr.charAt(0) == '>';
        this.kind = descr.charAt(1);
        if (kind == 'O') {
            throw new IOException("is an object array (a pickle), which is refused because reading it runs code");
        }
        int width = descr.length() > 2 ? Integer.parseInt(descr.substring(2)) : 1;
        this.itemBytes = kind == 'U' ? Math.multiplyExact(4, width) : width;
        if (itemBytes == 0) {
            // Elements without bytes could be claimed without number.
            throw new IOException("has elements of no size ('" + descr + "')");
        }
        this.elements = ByteBuffer.wrap(file, header.dataOffset(), file.length - header.dataOffset())
                .slice();
        long wanted = Math.multiplyExact(header.elements(), (long) itemBytes);
        if (elements.remaining() != wanted) {
            throw new IOException("has " + elements.remaining() + " bytes of elements where its shape " + header.shape()
                    + " needs " + wanted);
        }
    }

    static TensorData read(String name, byte[] file) throws IOException {
        try {
            return new NpyArray(name, file).tensor();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("has sizes beyond all bounds", e);
        }
    }

    private TensorData tensor() throws IOException {
        ByteBuffer rowMajor = header.fortranOrder() && header.shape().size() > 1 ? transposed() : elements;
        if (kind == 'U' || kind == 'S') {
            return TensorData.strings(name, header.shape(), strings(rowMajor));
        }
        ElementType type = TYPES.get(header.descr().substring(1));
        if (type == null) {
            throw new IOException("has the type '" + header.descr() + "', which cannot be fed to a model");
        }
        return TensorData.numeric(name, type, header.shape(), bigEndian ? swapped(rowMajor) : rowMajor);
    }

    /** First-dimension-fastest order into last-dimension-fastest order. */
    private ByteBuffer transposed() {
        int count = Math.toIntExact(header.elements());
        ByteBuffer out = ByteBuffer.allocate(elements.remaining());
        List<Long> shape = header.shape();
        long[] index = new long[shape.size()];
        for (int i = 0; i < count; i++) {
            long offset = 0;
            long stride = 1;
            for (int axis = 0; axis < index.length; axis++) {
                offset += index[axis] * stride;
                stride *= shape.get(axis);
            }
            out.put(elements.slice(Math.toIntExact(offset * itemBytes), itemBytes));
            advance(index, shape);
        }
        return out.flip();
    }

    private static void advance(long[] index, List<Long> shape) {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            if (++index[axis] < shape.get(axis)) {
                return;
            }
            index[axis] = 0;
        }
    }

    private ByteBuffer swapped(ByteBuffer bytes) {
        ByteBuffer out = ByteBuffer.allocate(bytes.remaining());
        for (int i = 0; i < bytes.remaining(); i += itemBytes) {
            for (int b = itemBytes - 1; b >= 0; b--) {
                out.put(bytes.get(i + b));
            }
        }
        return out.flip();
    }

    private List<String> strings(ByteBuffer bytes) {
        ByteBuffer ordered = bytes.duplicate().order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        List<String> strings = new ArrayList<>();
        for (long i = 0; i < header.elements(); i++) {
            strings.add(kind == 'U' ? unicode(ordered) : bytesText(ordered));
        }
        return strings;
    }

    private String unicode(ByteBuffer ordered) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < itemBytes / 4; i++) {
            int codePoint = ordered.getInt();
            if (codePoint != 0 && Character.isValidCodePoint(codePoint)) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    private String bytesText(ByteBuffer ordered) {
        byte[] text = new byte[itemBytes];
        ordered.get(text);
        return new String(text, StandardCharsets.UTF_8).replace("\0", "");
    }
}
