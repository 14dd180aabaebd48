package org.joulemark.engine.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** The fields messages are made of. Every length is checked against the bytes that are left. */
final class Fields {
    private Fields() {}

    /** Writes one item of a list. */
    interface ItemWriter<T> {
        void write(DataOutputStream out, T item) throws IOException;
    }

    /** Reads one item of a list. */
    interface ItemReader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in, length(in, 1)), StandardCharsets.UTF_8);
    }

    static <T> void writeList(DataOutputStream out, List<T> items, ItemWriter<T> writer) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            writer.write(out, item);
        }
    }

    static <T> List<T> readList(DataInputStream in, ItemReader<T> reader) throws IOException {
        int size = length(in, 1);
        List<T> items = new ArrayList<>(Math.min(size, 1024));
        for (int i = 0; i < size; i++) {
            items.add(reader.read(in));
        }
        return List.copyOf(items);
    }

    static void writeSizes(DataOutputStream out, Map<String, Long> sizes) throws IOException {
        out.writeInt(sizes.size());
        for (Map.Entry<String, Long> entry : sizes.entrySet()) {
            writeText(out, entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    static Map<String, Long> readSizes(DataInputStream in) throws IOException {
        int size = length(in, 12);
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            sizes.put(readText(in), in.readLong());
        }
        return sizes;
    }

    static void writeTensor(DataOutputStream out, TensorData tensor) throws IOException {
        writeText(out, tensor.name());
        out.writeInt(tensor.type().onnxNumber());
        writeList(out, tensor.shape(), DataOutputStream::writeLong);
        List<String> strings = tensor.strings();
        out.writeBoolean(strings != null);
        if (strings != null) {
            writeList(out, strings, Fields::writeText);
            return;
        }
        ByteBuffer bytes = tensor.elementBytes();
        out.writeInt(bytes.remaining());
        byte[] chunk = new byte[1 << 16];
        while (bytes.hasRemaining()) {
            int count = Math.min(chunk.length, bytes.remaining());
            bytes.get(chunk, 0, count);
            out.write(chunk, 0, count);
        }
    }

    static TensorData readTensor(DataInputStream in) throws IOException {
        String name = readText(in);
        ElementType type = ElementType.ofOnnxNumber(in.readInt());
        List<Long> shape = readList(in, DataInputStream::readLong);
        if (in.readBoolean()) {
            return TensorData.strings(name, shape, readList(in, Fields::readText));
        }
        return TensorData.numeric(name, type, shape, ByteBuffer.wrap(readBytes(in, length(in, 1))));
    }

    static void writeOutput(DataOutputStream out, OutputValue value) throws IOException {
        switch (value) {
            case OutputValue.TensorValue tensor -> {
                out.writeBoolean(true);
                writeTensor(out, tensor.tensor());
            }
            case OutputValue.Unreadable unreadable -> {
                out.writeBoolean(false);
                writeText(out, unreadable.name());
                writeText(out, unreadable.why());
            }
        }
    }

    static OutputValue readOutput(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? new OutputValue.TensorValue(readTensor(in))
                : new OutputValue.Unreadable(readText(in), readText(in));
    }

    static void writeSpec(DataOutputStream out, ValueSpec spec) throws IOException {
        writeText(out, spec.name());
        writeText(out, spec.kind());
        out.writeInt(spec.type().onnxNumber());
        List<Dimension> shape = spec.shape();
        out.writeBoolean(shape != null);
        if (shape != null) {
            writeList(out, shape, (to, dimension) -> {
                to.writeLong(dimension.size());
                writeText(to, dimension.symbol() == null ? "" : dimension.symbol());
            });
        }
        writeText(out, spec.typeText());
    }

    static ValueSpec readSpec(DataInputStream in) throws IOException {
        String name = readText(in);
        String kind = readText(in);
        ElementType type = ElementType.ofOnnxNumber(in.readInt());
        List<Dimension> shape = in.readBoolean() ? readList(in, Fields::readDimension) : null;
        return new ValueSpec(name, kind, type, shape, readText(in));
    }

    private static Dimension readDimension(DataInputStream in) throws IOException {
        return new Dimension(in.readLong(), emptyToNull(readText(in)));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static void writeLatencies(DataOutputStream out, LatencySeries series) throws IOException {
        out.writeInt(series.size());
        for (int i = 0; i < series.size(); i++) {
            out.writeLong(series.nanos(i));
        }
    }

    static LatencySeries readLatencies(DataInputStream in) throws IOException {
        long[] nanos = new long[length(in, Long.BYTES)];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = in.readLong();
        }
        return new LatencySeries(nanos);
    }

    /** Reads a count of items of at least {@code leastBytes} each. */
    private static int length(DataInputStream in, int leastBytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || (long) length * leastBytes > in.available()) {
            throw new ProtocolException("a field claims " + Integer.toUnsignedString(length) + " items");
        }
        return length;
    }

    private static byte[] readBytes(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
