package org.joulemark.engine.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;
import org.joulemark.onnx.proto.Onnx;

/** Elements of a TensorProto, from {@code raw_data} (little-endian) or from the typed field of its data type. */
final class TensorElements {
    private TensorElements() {}

    static OutputValue of(String name, byte[] file) throws InvalidProtocolBufferException, MalformedModelException {
        Onnx.TensorProto tensor = Onnx.TensorProto.parseFrom(file);
        ElementType type = ElementType.ofOnnxNumber(tensor.getDataType());
        List<Long> shape = tensor.getDimsList();
        long elements = elements(name, shape);
        if (type == ElementType.STRING) {
            List<String> strings = tensor.getStringDataList().stream()
                    .map(text -> text.toStringUtf8())
                    .toList();
            check(name, strings.size(), elements);
            return new OutputValue.TensorValue(TensorData.strings(name, shape, strings));
        }
        if (type.bits() < 8 || type.bits() > 64 || tensor.getDataLocation() == Onnx.TensorProto.DataLocation.EXTERNAL) {
            return new OutputValue.Unreadable(name, "a tensor of " + type + ", which is not compared");
        }
        ByteBuffer bytes =
                !tensor.getRawData().isEmpty() ? tensor.getRawData().asReadOnlyByteBuffer() : typed(tensor, type);
        int width = type.bits() / 8;
        check(name, bytes.remaining() % width == 0 ? bytes.remaining() / width : -1, elements);
        return new OutputValue.TensorValue(TensorData.numeric(name, type, shape, bytes));
    }

    private static long elements(String name, List<Long> shape) throws MalformedModelException {
        try {
            long elements = 1;
            for (long dim : shape) {
                elements = Math.multiplyExact(elements, dim);
            }
            if (shape.stream().allMatch(dim -> dim >= 0)) {
                return elements;
            }
        } catch (ArithmeticException e) {
            // Told below, as for negative sizes.
        }
        throw new MalformedModelException("tensor '" + name + "' has the sizes " + shape);
    }

    private static void check(String name, long have, long wanted) throws MalformedModelException {
        if (have != wanted) {
            throw new MalformedModelException(
                    "tensor '" + name + "' has " + have + " elements where its sizes say " + wanted);
        }
    }

    private static ByteBuffer typed(Onnx.TensorProto tensor, ElementType type) {
        int count = switch (type) {
            case FLOAT -> tensor.getFloatDataCount();
            case DOUBLE -> tensor.getDoubleDataCount();
            case INT64 -> tensor.getInt64DataCount();
            case UINT32, UINT64 -> tensor.getUint64DataCount();
            default -> tensor.getInt32DataCount();
        };
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(count, type.bits() / 8)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            switch (type) {
                case FLOAT -> bytes.putFloat(tensor.getFloatData(i));
                case DOUBLE -> bytes.putDouble(tensor.getDoubleData(i));
                case INT64 -> bytes.putLong(tensor.getInt64Data(i));
                case UINT32 -> bytes.putInt((int) tensor.getUint64Data(i));
                case UINT64 -> bytes.putLong(tensor.getUint64Data(i));
                case INT32 -> bytes.putInt(tensor.getInt32Data(i));
                default -> narrow(bytes, type, tensor.getInt32Data(i));
            }
        }
        return bytes.flip();
    }

    /** Types of 8 and 16 bits lie in {@code int32_data}, floats of 16 bits as their bit pattern. */
    private static void narrow(ByteBuffer bytes, ElementType type, int value) {
        if (type.bits() == 16) {
            bytes.putShort((short) value);
        } else {
            bytes.put((byte) value);
        }
    }
}
