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
        long elements = 1;
        for (long dim : shape) {
            elements *= Math.max(0, dim);
        }
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
        check(name, bytes.remaining() / (type.bits() / 8), elements);
        return new OutputValue.TensorValue(TensorData.numeric(name, type, shape, bytes));
    }

    private static void check(String name, long have, long wanted) throws MalformedModelException {
        if (have != wanted) {
            throw new MalformedModelException(
                    "tensor '" + name + "' has " + have + " elements where its sizes say " + wanted);
        }
    }

    private static ByteBuffer typed(Onnx.TensorProto tensor, ElementType type) {
        int count = Math.max(
                Math.max(tensor.getFloatDataCount(), tensor.getDoubleDataCount()),
                Math.max(
                        Math.max(tensor.getInt64DataCount(), tensor.getUint64DataCount()), tensor.getInt32DataCount()));
        ByteBuffer bytes = ByteBuffer.allocate(count * type.bits() / 8).order(ByteOrder.LITTLE_ENDIAN);
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
