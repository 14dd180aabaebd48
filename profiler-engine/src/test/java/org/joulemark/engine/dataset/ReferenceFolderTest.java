package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
import org.joulemark.onnx.proto.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFolderTest {
    @TempDir
    Path folder;

    private void write(String set, String file, List<Long> shape, float... values) throws IOException {
        Onnx.TensorProto.Builder tensor =
                Onnx.TensorProto.newBuilder().setDataType(1).addAllDims(shape);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        Path path = Files.createDirectories(folder.resolve(set)).resolve(file);
        Files.write(path, tensor.build().toByteArray());
    }

    private static ValueSpec wanted() {
        return new ValueSpec(
                "whatever",
                "tensor",
                ElementType.FLOAT,
                List.of(new Dimension(-1, "batch"), new Dimension(2, null)),
                "float[batch,2]");
    }

    @Test
    void allSetsTogetherAreTheRowsAndTheReferencesBestScoreIsTheLabel() throws Exception {
        write("test_data_set_0", "input_0.pb", List.of(1L, 2L), 1, 2);
        write("test_data_set_0", "output_0.pb", List.of(1L, 3L), 0, 9, 1);
        write("test_data_set_1", "input_0.pb", List.of(2L, 2L), 3, 4, 5, 6);
        write("test_data_set_1", "output_0.pb", List.of(2L, 3L), 9, 0, 1, 0, 1, 9);

        EvaluationSet set = EvaluationSets.read(folder);
        assertThat(set.facts().task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(set.rows()).isEqualTo(3);
        assertThat(List.of(set.label(0), set.label(1), set.label(2))).containsExactly(1.0, 0.0, 2.0);
        TensorData input = set.inputsFor("m", List.of(wanted())).tensors().getFirst();
        assertThat(input.shape()).containsExactly(3L, 2L);
        assertThat(Elements.at(input, 5)).isEqualTo(6);

        assertThat(EvaluationSets.read(folder.resolve("test_data_set_1")).rows())
                .isEqualTo(2);
    }

    @Test
    void oneValueARowIsARegressionAgainstTheReference() throws Exception {
        write("test_data_set_0", "input_0.pb", List.of(2L, 2L), 1, 2, 3, 4);
        write("test_data_set_0", "output_0.pb", List.of(2L, 1L), 0.5f, 2.5f);

        EvaluationSet set = EvaluationSets.read(folder);
        assertThat(set.facts().task()).isEqualTo(Task.REGRESSION);
        assertThat(set.label(1)).isEqualTo(2.5);
    }

    @Test
    void theIdentityCoversEveryFile() throws Exception {
        write("test_data_set_0", "input_0.pb", List.of(1L, 2L), 1, 2);
        write("test_data_set_0", "output_0.pb", List.of(1L, 1L), 1);
        String before = EvaluationSets.read(folder).facts().sha256();
        write("test_data_set_0", "output_0.pb", List.of(1L, 1L), 2);

        assertThat(EvaluationSets.read(folder).facts().sha256()).isNotEqualTo(before);
    }

    @Test
    void setsThatDoNotGoTogetherOrAnswerNothingAreRefused() throws Exception {
        write("test_data_set_0", "input_0.pb", List.of(1L, 2L), 1, 2);
        assertThatThrownBy(() -> EvaluationSets.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no answer a row");

        write("test_data_set_0", "output_0.pb", List.of(1L, 1L), 1);
        write("test_data_set_1", "input_0.pb", List.of(1L, 3L), 1, 2, 3);
        write("test_data_set_1", "output_0.pb", List.of(1L, 1L), 1);
        assertThatThrownBy(() -> EvaluationSets.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("[1, 3]")
                .hasMessageContaining("[1, 2]");
    }
}
