package org.joulemark.engine.bench;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.joulemark.onnx.proto.Onnx;

/** Small models made by hand for tests. */
public final class ModelBytes {
    private ModelBytes() {}

    /** Writes a model of one graph, IR 8, opset 17. */
    public static Path write(Path file, Onnx.GraphProto.Builder graph) throws IOException {
        return Files.write(
                file,
                Onnx.ModelProto.newBuilder()
                        .setIrVersion(8)
                        .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(17))
                        .setGraph(graph.setName("test"))
                        .build()
                        .toByteArray());
    }

    /** Y = X + X over floats. */
    public static Path doubling(Path file) throws IOException {
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(value("X", Onnx.TensorProto.DataType.FLOAT, 2))
                        .addOutput(value("Y", Onnx.TensorProto.DataType.FLOAT, 2))
                        .addNode(node("Add", "Y", "X", "X")));
    }

    /** Y = √(0 · X + offsets) over rows of three floats, one row a call: no number where an offset is negative. */
    public static Path rooting(Path file, float... offsets) throws IOException {
        Onnx.TensorProto.Builder weights = Onnx.TensorProto.newBuilder()
                .setName("offsets")
                .setDataType(Onnx.TensorProto.DataType.FLOAT.getNumber())
                .addDims(offsets.length);
        for (float offset : offsets) {
            weights.addFloatData(offset);
        }
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(value("X", Onnx.TensorProto.DataType.FLOAT, 1, offsets.length))
                        .addOutput(value("Y", Onnx.TensorProto.DataType.FLOAT, 1, offsets.length))
                        .addInitializer(weights)
                        .addNode(node("Sub", "zero", "X", "X"))
                        .addNode(node("Add", "sum", "zero", "offsets"))
                        .addNode(node("Sqrt", "Y", "sum")));
    }

    /** Past joined with what is new, shaped like the mask, all of free sizes: they must fit together. */
    public static Path joining(Path file, String maskLength) throws IOException {
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(free("new", "batch_size", "sequence_length"))
                        .addInput(free("past", "batch_size", "past_sequence_length"))
                        .addInput(free("mask", "batch_size", maskLength))
                        .addOutput(free("Y", "batch_size", maskLength))
                        .addNode(node("Concat", "joined", "past", "new").toBuilder()
                                .addAttribute(Onnx.AttributeProto.newBuilder()
                                        .setName("axis")
                                        .setType(Onnx.AttributeProto.AttributeType.INT)
                                        .setI(1))
                                .build())
                        .addNode(node("Shape", "length", "mask"))
                        .addNode(node("Reshape", "Y", "joined", "length")));
    }

    private static Onnx.ValueInfoProto free(String name, String... symbols) {
        Onnx.TensorShapeProto.Builder shape = Onnx.TensorShapeProto.newBuilder();
        for (String symbol : symbols) {
            shape.addDim(Onnx.TensorShapeProto.Dimension.newBuilder().setDimParam(symbol));
        }
        return Onnx.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(Onnx.TypeProto.newBuilder()
                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder()
                                .setElemType(1)
                                .setShape(shape)))
                .build();
    }

    /** Takes one of a single float by each of {@code indices} int64 indices: only 0 is within. */
    public static Path picking(Path file, long indices) throws IOException {
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(value("I", Onnx.TensorProto.DataType.INT64, indices))
                        .addOutput(value("Y", Onnx.TensorProto.DataType.FLOAT, indices))
                        .addInitializer(Onnx.TensorProto.newBuilder()
                                .setName("table")
                                .setDataType(Onnx.TensorProto.DataType.FLOAT.getNumber())
                                .addDims(1)
                                .addFloatData(7))
                        .addNode(node("Gather", "Y", "table", "I")));
    }

    /** Fourier transforms of the frames of 16 samples, 8 apart, of a signal of 128; the lower half of the spectrum. */
    public static Path fourier(Path file) throws IOException {
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(value("X", Onnx.TensorProto.DataType.FLOAT, 128))
                        .addOutput(value("Y", Onnx.TensorProto.DataType.FLOAT, 15 * 9 * 2))
                        .addInitializer(longs("signal", 1, 128, 1))
                        .addInitializer(longs("flat", -1))
                        .addInitializer(longs("step", 8).toBuilder().clearDims())
                        .addInitializer(longs("length", 16).toBuilder().clearDims())
                        .addNode(node("Reshape", "S", "X", "signal"))
                        .addNode(node("STFT", "F", "S", "step", "", "length"))
                        .addNode(node("Reshape", "Y", "F", "flat")));
    }

    private static Onnx.TensorProto longs(String name, long... values) {
        Onnx.TensorProto.Builder tensor = Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(Onnx.TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        LongStream.of(values).forEach(tensor::addInt64Data);
        return tensor.build();
    }

    /** Divides the smallest int32 by −1: an arithmetic exception of the processor, which ends the process. */
    public static Path crashing(Path file) throws IOException {
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(value("X", Onnx.TensorProto.DataType.INT32, 1))
                        .addOutput(value("Y", Onnx.TensorProto.DataType.INT32, 1))
                        .addInitializer(ints("min", Integer.MIN_VALUE))
                        .addInitializer(ints("minusOne", -1))
                        .addNode(node("Mul", "zero", "X", "nought"))
                        .addInitializer(ints("nought", 0))
                        .addNode(node("Add", "smallest", "zero", "min"))
                        .addNode(node("Div", "Y", "smallest", "minusOne")));
    }

    /** A loop whose condition always holds. */
    public static Path endless(Path file) throws IOException {
        Onnx.GraphProto body = Onnx.GraphProto.newBuilder()
                .setName("body")
                .addInput(scalar("i", Onnx.TensorProto.DataType.INT64))
                .addInput(scalar("go", Onnx.TensorProto.DataType.BOOL))
                .addInput(value("v", Onnx.TensorProto.DataType.FLOAT, 1))
                .addOutput(scalar("goOn", Onnx.TensorProto.DataType.BOOL))
                .addOutput(value("w", Onnx.TensorProto.DataType.FLOAT, 1))
                .addNode(node("Identity", "goOn", "go"))
                .addNode(node("Add", "w", "v", "v"))
                .build();
        Onnx.NodeProto loop = node("Loop", "Y", "", "yes", "X").toBuilder()
                .addAttribute(Onnx.AttributeProto.newBuilder()
                        .setName("body")
                        .setType(Onnx.AttributeProto.AttributeType.GRAPH)
                        .setG(body))
                .build();
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(value("X", Onnx.TensorProto.DataType.FLOAT, 1))
                        .addOutput(value("Y", Onnx.TensorProto.DataType.FLOAT, 1))
                        .addInitializer(Onnx.TensorProto.newBuilder()
                                .setName("yes")
                                .setDataType(Onnx.TensorProto.DataType.BOOL.getNumber())
                                .setRawData(ByteString.copyFrom(new byte[] {1})))
                        .addNode(loop));
    }

    /** Expands one float to {@code gibibytes} GiB. */
    public static Path greedy(Path file, long gibibytes) throws IOException {
        return write(
                file,
                Onnx.GraphProto.newBuilder()
                        .addInput(value("X", Onnx.TensorProto.DataType.FLOAT, 1))
                        .addOutput(Onnx.ValueInfoProto.newBuilder()
                                .setName("Y")
                                .setType(Onnx.TypeProto.newBuilder()
                                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder()
                                                .setElemType(1))))
                        .addInitializer(Onnx.TensorProto.newBuilder()
                                .setName("shape")
                                .setDataType(Onnx.TensorProto.DataType.INT64.getNumber())
                                .addDims(2)
                                .addInt64Data(gibibytes)
                                .addInt64Data(1L << 28))
                        .addNode(node("Expand", "Y", "X", "shape")));
    }

    /** A node with one output. */
    public static Onnx.NodeProto node(String op, String output, String... inputs) {
        return Onnx.NodeProto.newBuilder()
                .setOpType(op)
                .setName(op + output)
                .addOutput(output)
                .addAllInput(Arrays.asList(inputs))
                .build();
    }

    /** A tensor input or output of fixed sizes. */
    public static Onnx.ValueInfoProto value(String name, Onnx.TensorProto.DataType type, long... sizes) {
        Onnx.TensorShapeProto.Builder shape = Onnx.TensorShapeProto.newBuilder();
        LongStream.of(sizes)
                .forEach(size -> shape.addDim(
                        Onnx.TensorShapeProto.Dimension.newBuilder().setDimValue(size)));
        return Onnx.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(Onnx.TypeProto.newBuilder()
                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static Onnx.ValueInfoProto scalar(String name, Onnx.TensorProto.DataType type) {
        return value(name, type);
    }

    private static Onnx.TensorProto ints(String name, int value) {
        return Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(Onnx.TensorProto.DataType.INT32.getNumber())
                .addDims(1)
                .addInt32Data(value)
                .build();
    }

    /** A float tensor as the reference files of the ONNX backend tests hold it. */
    public static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return Onnx.TensorProto.newBuilder()
                .setDataType(1)
                .addDims(values.length)
                .setRawData(ByteString.copyFrom(bytes.array()))
                .build()
                .toByteArray();
    }
}
