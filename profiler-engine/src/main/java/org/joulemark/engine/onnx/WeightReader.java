package org.joulemark.engine.onnx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.ElementType;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/** Reads a TensorProto and skips its elements, but for a few numbers that shapes may hang on. */
final class WeightReader {
    /** Tensors up to this size are kept: shapes, axes, pads, scales. */
    private static final int KEEP_BYTES = 1024;

    /** No tensor has more dimensions than this. */
    private static final int MAX_RANK = 128;

    private final List<Long> dims = new ArrayList<>();
    private final List<Long> integers = new ArrayList<>();
    private final List<Float> floats = new ArrayList<>();
    private final Map<String, String> external = new HashMap<>();
    private String name = "";
    private ElementType type = ElementType.UNDEFINED;
    private byte @Nullable [] raw;

    private WeightReader() {}

    /** The tensor whose bytes come next, {@code length} of them. */
    static Weight read(Wire wire, long length) throws IOException {
        WeightReader reader = new WeightReader();
        long end = wire.position() + length;
        for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
            reader.field(wire, tag, end);
        }
        return reader.weight();
    }

    /** A tensor that is held already, for example of a Constant node. */
    static Weight of(Onnx.TensorProto tensor) throws IOException {
        byte[] bytes = tensor.toByteArray();
        try (Wire wire = new Wire(new ByteArrayInputStream(bytes), bytes.length)) {
            return read(wire, bytes.length);
        }
    }

    /** A sparse tensor as the dense one it stands for, which is what ONNX Runtime computes with. */
    static Weight ofSparse(Onnx.SparseTensorProto sparse) throws IOException {
        Weight values = of(sparse.getValues());
        List<Long> dense = List.copyOf(sparse.getDimsList());
        if (dense.size() > MAX_RANK || dense.stream().anyMatch(dim -> dim < 0)) {
            throw new MalformedModelException("sparse tensor '" + values.name() + "' has the sizes " + dense);
        }
        return new Weight(values.name(), values.type(), dense, null, null, values.external());
    }

    private void field(Wire wire, int tag, long end) throws IOException {
        switch (Wire.field(tag)) {
            case Onnx.TensorProto.DIMS_FIELD_NUMBER -> numbers(wire, tag, end, dims);
            case Onnx.TensorProto.DATA_TYPE_FIELD_NUMBER -> type = ElementType.ofOnnxNumber((int) wire.varint());
            case Onnx.TensorProto.INT64_DATA_FIELD_NUMBER, Onnx.TensorProto.INT32_DATA_FIELD_NUMBER ->
                numbers(wire, tag, end, integers);
            case Onnx.TensorProto.FLOAT_DATA_FIELD_NUMBER -> floats(wire, tag, end);
            case Onnx.TensorProto.NAME_FIELD_NUMBER -> name = wire.text(end);
            case Onnx.TensorProto.RAW_DATA_FIELD_NUMBER -> raw = small(wire, end);
            case Onnx.TensorProto.EXTERNAL_DATA_FIELD_NUMBER -> external(wire, end);
            default -> wire.skip(tag, end);
        }
    }

    private static void numbers(Wire wire, int tag, long end, List<Long> into) throws IOException {
        if (Wire.type(tag) == Wire.VARINT) {
            keep(into, wire.varint());
            return;
        }
        long length = wire.length(end);
        long packedEnd = wire.position() + length;
        if (length > 10 * KEEP_BYTES) {
            wire.skipBytes(length);
            into.clear();
        }
        while (wire.position() < packedEnd) {
            keep(into, wire.varint());
        }
    }

    private static void keep(List<Long> into, long value) {
        if (into.size() <= MAX_RANK) {
            into.add(value);
        }
    }

    private void floats(Wire wire, int tag, long end) throws IOException {
        if (Wire.type(tag) != Wire.BYTES) {
            wire.skip(tag, end);
            return;
        }
        byte[] packed = small(wire, end);
        if (packed != null) {
            addFloats(packed);
        }
    }

    private void addFloats(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= Float.BYTES) {
            floats.add(bytes.getFloat());
        }
    }

    private static byte @Nullable [] small(Wire wire, long end) throws IOException {
        long length = wire.length(end);
        if (length <= KEEP_BYTES) {
            return wire.exactly((int) length);
        }
        wire.skipBytes(length);
        return null;
    }

    private void external(Wire wire, long end) throws IOException {
        Onnx.StringStringEntryProto entry = Onnx.StringStringEntryProto.parseFrom(wire.bytes(end, 1 << 16));
        external.put(entry.getKey(), entry.getValue());
    }

    private Weight weight() throws IOException {
        decodeRaw();
        Weight plain = new Weight(name, type, List.copyOf(dims), null, null, null);
        try {
            if (dims.size() > MAX_RANK || dims.stream().anyMatch(dim -> dim < 0)) {
                throw new MalformedModelException("tensor '" + name + "' has the sizes " + dims);
            }
            long elements = plain.elements();
            boolean integer = type == ElementType.INT64 || type == ElementType.INT32;
            return new Weight(
                    name,
                    type,
                    plain.dims(),
                    integer && integers.size() == elements ? List.copyOf(integers) : null,
                    type == ElementType.FLOAT && floats.size() == elements ? List.copyOf(floats) : null,
                    external(elements));
        } catch (ArithmeticException e) {
            throw new MalformedModelException("tensor '" + name + "' has the sizes " + dims);
        }
    }

    private void decodeRaw() {
        if (raw == null) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case INT64 -> {
                while (bytes.remaining() >= Long.BYTES) {
                    integers.add(bytes.getLong());
                }
            }
            case INT32 -> {
                while (bytes.remaining() >= Integer.BYTES) {
                    integers.add((long) bytes.getInt());
                }
            }
            case FLOAT -> addFloats(raw);
            default -> {}
        }
    }

    private Weight.@Nullable External external(long elements) throws MalformedModelException {
        String location = external.get("location");
        if (location == null) {
            return null;
        }
        long length = number("length", (Math.multiplyExact(elements, (long) type.bits()) + 7) / 8);
        return new Weight.External(location, Math.addExact(number("offset", 0), length));
    }

    private long number(String key, long otherwise) throws MalformedModelException {
        try {
            String text = external.get(key);
            long number = text == null ? otherwise : Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as for negative numbers.
        }
        throw new MalformedModelException(
                "tensor '" + name + "' has the external " + key + " '" + external.get(key) + "'");
    }
}
