package org.joulemark.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.onnx.proto.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCasesTest {
    @TempDir
    Path folder;

    private static Onnx.TensorProto.Builder tensor(ElementType type, long... dims) {
        Onnx.TensorProto.Builder tensor =
                Onnx.TensorProto.newBuilder().setName("t").setDataType(type.onnxNumber());
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        return tensor;
    }

    private static TensorData read(Onnx.TensorProto.Builder tensor) throws IOException {
        OutputValue value = TensorElements.of("t", tensor.build().toByteArray());
        assertThat(value).isInstanceOf(OutputValue.TensorValue.class);
        return ((OutputValue.TensorValue) value).tensor();
    }

    @Test
    void everyTypeIsReadFromItsOwnField() throws IOException {
        assertThat(numbers(read(tensor(ElementType.FLOAT, 2).addFloatData(1.5f).addFloatData(-2))))
                .containsExactly(1.5, -2.0);
        assertThat(numbers(read(tensor(ElementType.DOUBLE, 1).addDoubleData(1e300))))
                .containsExactly(1e300);
        assertThat(numbers(read(tensor(ElementType.INT64, 1).addInt64Data(-5)))).containsExactly(-5.0);
        assertThat(numbers(read(tensor(ElementType.UINT64, 1).addUint64Data(-1))))
                .containsExactly(0x1p64);
        assertThat(numbers(read(tensor(ElementType.UINT32, 1).addUint64Data(4_000_000_000L))))
                .containsExactly(4e9);
        assertThat(numbers(read(tensor(ElementType.INT32, 1).addInt32Data(-7)))).containsExactly(-7.0);
        assertThat(numbers(read(tensor(ElementType.UINT16, 1).addInt32Data(65_535))))
                .containsExactly(65_535.0);
        assertThat(numbers(read(tensor(ElementType.INT8, 2).addInt32Data(-128).addInt32Data(127))))
                .containsExactly(-128.0, 127.0);
        assertThat(numbers(read(tensor(ElementType.BOOL, 2).addInt32Data(1).addInt32Data(0))))
                .containsExactly(1.0, 0.0);
        assertThat(numbers(read(tensor(ElementType.FLOAT16, 1).addInt32Data(0x3E00))))
                .containsExactly(1.5);
        assertThat(numbers(read(tensor(ElementType.BFLOAT16, 1).addInt32Data(0xC040))))
                .containsExactly(-3.0);
        assertThat(read(tensor(ElementType.STRING, 1).addStringData(ByteString.copyFromUtf8("é")))
                        .strings())
                .containsExactly("é");
        assertThat(numbers(read(tensor(ElementType.INT16, 2)
                        .setRawData(ByteString.copyFrom(new byte[] {1, 0, (byte) 0xFF, (byte) 0xFF})))))
                .containsExactly(1.0, -1.0);
        assertThat(read(tensor(ElementType.FLOAT, 0, 3)).elements()).isZero();
    }

    private static List<Double> numbers(TensorData tensor) {
        return IntStream.range(0, (int) tensor.elements())
                .mapToObj(i -> Elements.at(tensor, i))
                .toList();
    }

    @Test
    void elementsThatDoNotFillTheSizesAreAnErrorAndNotATensor() {
        for (Onnx.TensorProto.Builder wrong : List.of(
                tensor(ElementType.FLOAT, 3).addFloatData(1),
                tensor(ElementType.FLOAT, 1).addInt32Data(1),
                tensor(ElementType.FLOAT, 1).setRawData(ByteString.copyFrom(new byte[5])),
                tensor(ElementType.INT8, -1).addInt32Data(1),
                tensor(ElementType.INT64, 1L << 40, 1L << 40))) {
            assertThatThrownBy(() -> read(wrong)).isInstanceOf(MalformedModelException.class);
        }
    }

    @Test
    void damagedTensorsNeverEndInAnythingButAnInputError() {
        byte[] bytes = tensor(ElementType.FLOAT, 2, 3)
                .setRawData(ByteString.copyFrom(new byte[24]))
                .build()
                .toByteArray();
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(TensorElements.of("t", damaged).name()).isEqualTo("t");
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("\n");
            }
        }
    }

    private ModelFacts model() throws IOException, UserError {
        Path file = Files.write(
                folder.resolve("model.onnx"),
                Graphs.model(Onnx.GraphProto.newBuilder()
                                .addInput(Graphs.value("x", Graphs.FLOAT, 1, 2))
                                .addNode(Graphs.node("Relu", "x", "y"))
                                .addOutput(Graphs.value("y", Graphs.FLOAT, 1, 2)))
                        .toByteArray());
        return ModelInspector.inspect(file);
    }

    private void write(String set, String name, Onnx.TensorProto.Builder tensor) throws IOException {
        Path path = Files.createDirectories(folder.resolve(set)).resolve(name);
        Files.write(path, tensor.build().toByteArray());
    }

    @Test
    void casesComeInTheOrderOfTheirNumbersWithTheModelsNames() throws Exception {
        ModelFacts facts = model();
        for (String set : List.of("test_data_set_10", "test_data_set_2", "test_data_set_0")) {
            write(
                    set,
                    "input_0.pb",
                    tensor(ElementType.FLOAT, 1, 2).addFloatData(1).addFloatData(2));
            write(
                    set,
                    "output_0.pb",
                    tensor(ElementType.FLOAT, 1, 2).addFloatData(1).addFloatData(2));
        }

        List<TestCase> cases = TestCases.beside(folder.resolve("model.onnx"), facts);
        assertThat(cases)
                .extracting(TestCase::name)
                .containsExactly("test_data_set_0", "test_data_set_2", "test_data_set_10");
        assertThat(cases.getFirst().inputs()).extracting(TensorData::name).containsExactly("x");
        assertThat(cases.getFirst().expected()).extracting(OutputValue::name).containsExactly("y");
        assertThat(TestCases.elsewhere(folder.resolve("test_data_set_2"), folder.resolve("model.onnx"), facts))
                .hasSize(1);
    }

    @Test
    void anUnreadableReferenceIsNamed() throws Exception {
        ModelFacts facts = model();
        write("test_data_set_0", "input_0.pb", tensor(ElementType.FLOAT, 1, 2).addFloatData(1));

        assertThatThrownBy(() -> TestCases.beside(folder.resolve("model.onnx"), facts))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("input_0.pb");
    }
}
