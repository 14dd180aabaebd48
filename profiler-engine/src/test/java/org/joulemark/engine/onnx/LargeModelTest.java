package org.joulemark.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.onnx.proto.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of which the weights are a hole in a sparse file: large to read, small to store. */
class LargeModelTest {
    private static final int BYTES_FIELD = 2;

    @TempDir
    Path folder;

    @Test
    void aModelOfMoreThanTwoGigabytesIsRead() throws Exception {
        long rows = (1L << 31) / 4 / 1000 + 1;
        ModelFacts facts = ModelInspector.inspect(model(rows, 1000, false));

        assertThat(facts.sizeBytes()).isGreaterThan(1L << 31);
        assertThat(facts.parameters()).isEqualTo(rows * 1000);
        assertThat(facts.macs()).isEqualTo(rows * 1000);
    }

    @Test
    void weightsNeedNoHeapWhetherTheyLieInTheGraphOrInANode() throws Exception {
        for (boolean inNode : new boolean[] {false, true}) {
            Path model = model(150_000, 1000, inNode);

            assertThat(inspectInSmallHeap(model)).isEqualTo("150000000 parameters");
        }
    }

    /** Runs in a virtual machine of its own, with a tenth of the heap the weights would take. */
    private static String inspectInSmallHeap(Path model) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeModelTest.class.getName(),
                        model.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    /** Prints the parameters of the model given. */
    public static void main(String[] args) throws Exception {
        System.out.println(ModelInspector.inspect(Path.of(args[0])).parameters() + " parameters");
    }

    private Path model(long rows, long columns, boolean inNode) throws IOException {
        List<Part> parts = inNode ? constant(tensor(rows, columns)) : tensor(rows, columns);
        parts = wrapped(parts, inNode ? Onnx.GraphProto.NODE_FIELD_NUMBER : Onnx.GraphProto.INITIALIZER_FIELD_NUMBER);
        parts.add(Part.of(Onnx.GraphProto.newBuilder()
                .addInput(Graphs.value("x", Graphs.FLOAT, "batch", rows))
                .addNode(Graphs.node("MatMul", "x w", "y"))
                .build()
                .toByteArray()));
        parts = wrapped(parts, Onnx.ModelProto.GRAPH_FIELD_NUMBER);
        parts.addFirst(
                Part.of(Onnx.ModelProto.newBuilder().setIrVersion(8).build().toByteArray()));
        Path file = folder.resolve(inNode + "-" + rows + ".onnx");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            for (Part part : parts) {
                channel.position(channel.position() + part.hole());
                channel.write(ByteBuffer.wrap(part.bytes()));
            }
        }
        return file;
    }

    /**
     * A hole and the bytes behind it.
     *
     * @param hole bytes that are zero
     * @param bytes what follows
     */
    private record Part(long hole, byte[] bytes) {
        static Part of(byte[] bytes) {
            return new Part(0, bytes);
        }

        long size() {
            return hole + bytes.length;
        }
    }

    private static List<Part> tensor(long rows, long columns) throws IOException {
        byte[] head = Onnx.TensorProto.newBuilder()
                .addDims(rows)
                .addDims(columns)
                .setDataType(Graphs.FLOAT)
                .build()
                .toByteArray();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(head));
        parts.add(Part.of(header(Onnx.TensorProto.RAW_DATA_FIELD_NUMBER, 4 * rows * columns)));
        parts.add(new Part(
                4 * rows * columns,
                Onnx.TensorProto.newBuilder().setName("w").build().toByteArray()));
        return parts;
    }

    private static List<Part> constant(List<Part> tensor) throws IOException {
        List<Part> attribute = wrapped(tensor, Onnx.AttributeProto.T_FIELD_NUMBER);
        attribute.add(Part.of(Onnx.AttributeProto.newBuilder()
                .setName("value")
                .setType(Onnx.AttributeProto.AttributeType.TENSOR)
                .build()
                .toByteArray()));
        List<Part> node = wrapped(attribute, Onnx.NodeProto.ATTRIBUTE_FIELD_NUMBER);
        node.add(Part.of(Graphs.node("Constant", "", "w").toByteArray()));
        return node;
    }

    private static List<Part> wrapped(List<Part> parts, int field) throws IOException {
        List<Part> wrapped = new ArrayList<>();
        wrapped.add(Part.of(header(field, parts.stream().mapToLong(Part::size).sum())));
        wrapped.addAll(parts);
        return wrapped;
    }

    private static byte[] header(int field, long length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeTag(field, BYTES_FIELD);
        out.writeUInt64NoTag(length);
        out.flush();
        return bytes.toByteArray();
    }
}
