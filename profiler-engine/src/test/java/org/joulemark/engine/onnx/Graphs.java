package org.joulemark.engine.onnx;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/** Builds small models for tests. */
final class Graphs {
    static final int FLOAT = 1;
    static final int INT64 = 7;

    private Graphs() {}

    static Onnx.ModelProto model(Onnx.GraphProto.Builder graph) {
        return Onnx.ModelProto.newBuilder()
                .setIrVersion(8)
                .setProducerName("test")
                .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph.setName("graph"))
                .build();
    }

    static ParsedModel parsed(Onnx.ModelProto model) throws IOException {
        byte[] bytes = model.toByteArray();
        try (Wire wire = new Wire(new ByteArrayInputStream(bytes), bytes.length)) {
            return new ModelReader(wire).read();
        }
    }

    /** Names separated by blanks; {@code _} is an input left out. */
    static Onnx.NodeProto node(String operator, String inputs, String outputs, Onnx.AttributeProto... attributes) {
        return Onnx.NodeProto.newBuilder()
                .setOpType(operator)
                .setName(outputs)
                .addAllInput(names(inputs))
                .addAllOutput(names(outputs))
                .addAllAttribute(Arrays.asList(attributes))
                .build();
    }

    private static Iterable<String> names(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.equals("_") ? "" : name)
                .toList();
    }

    static Onnx.AttributeProto integer(String name, long value) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static Onnx.AttributeProto integers(String name, long... values) {
        Onnx.AttributeProto.Builder attribute =
                Onnx.AttributeProto.newBuilder().setName(name).setType(Onnx.AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    static Onnx.AttributeProto text(String name, String value) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static Onnx.AttributeProto tensor(String name, Onnx.TensorProto value) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.TENSOR)
                .setT(value)
                .build();
    }

    static Onnx.AttributeProto graph(String name, Onnx.GraphProto.Builder value) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.GRAPH)
                .setG(value.setName(name))
                .build();
    }

    /** Sizes are numbers, symbols, or null for an unnamed free one. */
    static Onnx.ValueInfoProto value(String name, int type, @Nullable Object... sizes) {
        Onnx.TensorShapeProto.Builder shape = Onnx.TensorShapeProto.newBuilder();
        for (Object size : sizes) {
            Onnx.TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
            if (size instanceof Number number) {
                dimension.setDimValue(number.longValue());
            } else if (size != null) {
                dimension.setDimParam(size.toString());
            }
        }
        Onnx.ValueInfoProto.Builder value = unranked(name, type).toBuilder();
        value.getTypeBuilder().getTensorTypeBuilder().setShape(shape);
        return value.build();
    }

    static Onnx.ValueInfoProto unranked(String name, int type) {
        return Onnx.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(Onnx.TypeProto.newBuilder()
                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder().setElemType(type)))
                .build();
    }

    /** A float tensor of zeros. */
    static Onnx.TensorProto zeros(String name, long... dims) {
        long elements = Arrays.stream(dims).reduce(1, Math::multiplyExact);
        return Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(FLOAT)
                .addAllDims(Arrays.stream(dims).boxed().toList())
                .setRawData(ByteString.copyFrom(new byte[Math.toIntExact(4 * elements)]))
                .build();
    }

    static Onnx.TensorProto floats(String name, float... values) {
        Onnx.TensorProto.Builder tensor =
                Onnx.TensorProto.newBuilder().setName(name).setDataType(FLOAT).addDims(values.length);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    /** A vector of int64 in raw bytes. */
    static Onnx.TensorProto longs(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putLong);
        return Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(INT64)
                .addDims(values.length)
                .setRawData(ByteString.copyFrom(bytes.flip()))
                .build();
    }

    /** One int64 without dimensions. */
    static Onnx.TensorProto scalar(String name, long value) {
        return Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(INT64)
                .addInt64Data(value)
                .build();
    }
}
