package org.joulemark.engine.onnx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.ElementType;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/** Reads a TensorProto and skips its elements, but for a few integers that shapes may hang on. */
final class WeightReader {
    /** Integer tensors up to this size are kept: shapes, axes, pads. */
    private static final int KEEP_BYTES = 1024;

    private final List<Long> dims = new ArrayList<>();
    private final List<Long> int64 = new ArrayList<>();
    private String name = "";
    private ElementType type = ElementType.UNDEFINED;
    private byte @Nullable [] raw;
    private @Nullable String location;

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

    private void field(Wire wire, int tag, long end) throws IOException {
        switch (Wire.field(tag)) {
            case Onnx.TensorProto.DIMS_FIELD_NUMBER -> numbers(wire, tag, end, dims);
            case Onnx.TensorProto.DATA_TYPE_FIELD_NUMBER -> type = ElementType.ofOnnxNumber((int) wire.varint());
            case Onnx.TensorProto.INT64_DATA_FIELD_NUMBER -> numbers(wire, tag, end, int64);
            case Onnx.TensorProto.NAME_FIELD_NUMBER -> name = wire.text(end);
            case Onnx.TensorProto.RAW_DATA_FIELD_NUMBER -> raw(wire, end);
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
        while (wire.position() < packedEnd) {
            keep(into, wire.varint());
        }
    }

    private static void keep(List<Long> into, long value) {
        if (into.size() <= KEEP_BYTES / Long.BYTES) {
            into.add(value);
        }
    }

    private void raw(Wire wire, long end) throws IOException {
        long length = wire.length(end);
        if (length <= KEEP_BYTES) {
            raw = new byte[(int) length];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = wire.octet();
            }
        } else {
            wire.skipBytes(length);
        }
    }

    private void external(Wire wire, long end) throws IOException {
        Onnx.StringStringEntryProto entry = Onnx.StringStringEntryProto.parseFrom(wire.bytes(end, 1 << 16));
        if (entry.getKey().equals("location")) {
            location = entry.getValue();
        }
    }

    private Weight weight() throws IOException {
        Weight weight = new Weight(name, type, List.copyOf(dims), integers(), location);
        try {
            if (dims.stream().anyMatch(dim -> dim < 0) || weight.elements() < 0) {
                throw new MalformedModelException("tensor '" + name + "' has the sizes " + dims);
            }
        } catch (ArithmeticException e) {
            throw new MalformedModelException("tensor '" + name + "' has the sizes " + dims);
        }
        return weight;
    }

    private @Nullable List<Long> integers() {
        if (type == ElementType.INT64 && raw != null) {
            ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
            List<Long> values = new ArrayList<>();
            while (bytes.remaining() >= Long.BYTES) {
                values.add(bytes.getLong());
            }
            return List.copyOf(values);
        }
        return type == ElementType.INT64 && !int64.isEmpty() ? List.copyOf(int64) : null;
    }
}
