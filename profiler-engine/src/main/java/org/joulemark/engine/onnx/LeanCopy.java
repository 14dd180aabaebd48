package org.joulemark.engine.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.joulemark.onnx.proto.Onnx;

/**
 * Copies a node or function out of a stream without the elements of large tensors in it, so that a model that keeps
 * its weights in Constant nodes or subgraphs is no heavier to read than one with initialisers.
 */
final class LeanCopy {
    /** Element fields up to this size are kept: shapes, axes, pads, scales. */
    private static final int KEEP_BYTES = 1024;

    /** What remains of all nodes together must fit into a modest heap. */
    private static final long MAX_BYTES = 192L << 20;

    /** As deep as protobuf's own parser goes. */
    private static final int MAX_DEPTH = 100;

    /** Messages that may hold tensors. */
    enum Message {
        NODE,
        ATTRIBUTE,
        GRAPH,
        FUNCTION,
        SPARSE,
        TENSOR
    }

    private static final Map<Message, Map<Integer, Message>> PARTS = Map.of(
            Message.NODE, Map.of(Onnx.NodeProto.ATTRIBUTE_FIELD_NUMBER, Message.ATTRIBUTE),
            Message.ATTRIBUTE,
                    Map.of(
                            Onnx.AttributeProto.T_FIELD_NUMBER, Message.TENSOR,
                            Onnx.AttributeProto.TENSORS_FIELD_NUMBER, Message.TENSOR,
                            Onnx.AttributeProto.SPARSE_TENSOR_FIELD_NUMBER, Message.SPARSE,
                            Onnx.AttributeProto.SPARSE_TENSORS_FIELD_NUMBER, Message.SPARSE,
                            Onnx.AttributeProto.G_FIELD_NUMBER, Message.GRAPH,
                            Onnx.AttributeProto.GRAPHS_FIELD_NUMBER, Message.GRAPH),
            Message.GRAPH,
                    Map.of(
                            Onnx.GraphProto.NODE_FIELD_NUMBER, Message.NODE,
                            Onnx.GraphProto.INITIALIZER_FIELD_NUMBER, Message.TENSOR,
                            Onnx.GraphProto.SPARSE_INITIALIZER_FIELD_NUMBER, Message.SPARSE),
            Message.FUNCTION,
                    Map.of(
                            Onnx.FunctionProto.NODE_FIELD_NUMBER, Message.NODE,
                            Onnx.FunctionProto.ATTRIBUTE_PROTO_FIELD_NUMBER, Message.ATTRIBUTE),
            Message.SPARSE,
                    Map.of(
                            Onnx.SparseTensorProto.VALUES_FIELD_NUMBER, Message.TENSOR,
                            Onnx.SparseTensorProto.INDICES_FIELD_NUMBER, Message.TENSOR),
            Message.TENSOR, Map.of());

    private static final Set<Integer> ELEMENTS = Set.of(
            Onnx.TensorProto.FLOAT_DATA_FIELD_NUMBER,
            Onnx.TensorProto.INT32_DATA_FIELD_NUMBER,
            Onnx.TensorProto.STRING_DATA_FIELD_NUMBER,
            Onnx.TensorProto.INT64_DATA_FIELD_NUMBER,
            Onnx.TensorProto.RAW_DATA_FIELD_NUMBER,
            Onnx.TensorProto.DOUBLE_DATA_FIELD_NUMBER,
            Onnx.TensorProto.UINT64_DATA_FIELD_NUMBER);

    private final Wire wire;
    private long kept;

    LeanCopy(Wire wire) {
        this.wire = wire;
    }

    /** The message whose length comes next, inside a message that ends at {@code end}. */
    byte[] next(Message message, long end) throws IOException {
        return copy(message, wire.length(end), 0);
    }

    private byte[] copy(Message message, long length, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new MalformedModelException("graphs nested deeper than " + MAX_DEPTH);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        long end = wire.position() + length;
        for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
            field(message, tag, end, new Target(out, depth));
        }
        out.flush();
        return bytes.toByteArray();
    }

    /**
     * Where a copy goes.
     *
     * @param out its bytes
     * @param depth how deep it is nested
     */
    private record Target(CodedOutputStream out, int depth) {}

    private void field(Message message, int tag, long end, Target target) throws IOException {
        CodedOutputStream out = target.out();
        if (Wire.type(tag) != Wire.BYTES) {
            out.writeUInt32NoTag(tag);
            scalar(tag, out);
            return;
        }
        Message part = PARTS.getOrDefault(message, Map.of()).get(Wire.field(tag));
        long length = wire.length(end);
        if (part == null && message == Message.TENSOR && ELEMENTS.contains(Wire.field(tag)) && length > KEEP_BYTES) {
            wire.skipBytes(length);
            return;
        }
        byte[] value = part == null ? plain(length) : copy(part, length, target.depth() + 1);
        out.writeUInt32NoTag(tag);
        out.writeByteArrayNoTag(value);
    }

    private byte[] plain(long length) throws IOException {
        kept += length;
        if (kept > MAX_BYTES) {
            throw new MalformedModelException(
                    "its nodes hold more than " + (MAX_BYTES >> 20) + " MiB apart from weights");
        }
        return wire.exactly((int) length);
    }

    private void scalar(int tag, CodedOutputStream out) throws IOException {
        switch (Wire.type(tag)) {
            case Wire.VARINT -> out.writeUInt64NoTag(wire.varint());
            case Wire.FIXED64 -> out.writeRawBytes(wire.exactly(Long.BYTES));
            case Wire.FIXED32 -> out.writeRawBytes(wire.exactly(Integer.BYTES));
            default -> throw new MalformedModelException("wire type " + Wire.type(tag) + " at byte " + wire.position());
        }
    }
}
