package org.joulemark.engine.bench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.bench.ModelBytes;
import org.joulemark.engine.bench.WorkerProcesses;
import org.joulemark.engine.bench.Workers;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.EvaluationSets;
import org.joulemark.engine.dataset.NumpyArchive;
import org.joulemark.engine.model.UserError;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
    @TempDir
    Path folder;

    private static List<CheckResult> check(List<Path> models) throws InterruptedException, UserError {
        return check(models, Map.of(), null);
    }

    private static List<CheckResult> check(List<Path> models, Map<String, Long> sizes, @Nullable Path data)
            throws InterruptedException, UserError {
        List<CheckResult> results = new ArrayList<>();
        Path references = data != null && Files.isDirectory(data) ? data : null;
        EvaluationSet rows = data == null || references != null ? null : EvaluationSets.read(data);
        new ModelCheck(new WorkerProcesses(), Workers.settings(3, 2048), sizes, rows, references)
                .check(models, results::add);
        return results;
    }

    private Path withReference(String name, float... expected) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        Path set = Files.createDirectory(home.resolve("test_data_set_0"));
        Files.write(set.resolve("input_0.pb"), ModelBytes.floats(1, 2));
        Files.write(set.resolve("output_0.pb"), ModelBytes.floats(expected));
        return ModelBytes.doubling(home.resolve("model.onnx"));
    }

    private static CheckResult of(List<CheckResult> results, Path model) {
        return results.stream()
                .filter(result -> result.path().equals(model.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void referencesBesideAModelDecide() throws Exception {
        Path right = withReference("right", 2, 4);
        Path wrong = withReference("wrong", 2, 4.5f);
        List<CheckResult> results = check(List.of(right, wrong));

        assertThat(of(results, right).status()).isEqualTo(CheckResult.Status.OK);
        assertThat(of(results, right).largestDifference()).isZero();
        assertThat(of(results, wrong).status()).isEqualTo(CheckResult.Status.WRONG_OUTPUT);
        assertThat(of(results, wrong).largestDifference()).isEqualTo(0.5);
        assertThat(of(results, wrong).status().text()).isEqualTo("wrong_output");
    }

    @Test
    void aCrashAHangAndRubbishCostTheirOwnLinesOnly() throws Exception {
        List<Path> models = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            models.add(ModelBytes.doubling(folder.resolve("good-" + i + ".onnx")));
        }
        Path crash = ModelBytes.crashing(folder.resolve("crash.onnx"));
        Path hang = ModelBytes.endless(folder.resolve("hang.onnx"));
        Path rubbish = Files.write(folder.resolve("rubbish.onnx"), new byte[100]);
        Path nowhere = folder.resolve("nowhere.onnx");
        models.addAll(3, List.of(crash, hang, rubbish, nowhere));

        List<CheckResult> results = check(models);

        assertThat(results).hasSize(24);
        assertThat(results.stream().filter(result -> result.status() == CheckResult.Status.OK))
                .hasSize(20);
        assertThat(of(results, crash).reason()).contains("crashed");
        assertThat(of(results, hang).reason()).contains("no answer within");
        assertThat(of(results, nowhere).reason()).contains("does not exist");
        assertThat(of(results, rubbish).status()).isEqualTo(CheckResult.Status.CANNOT_RUN);
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.reason()).doesNotContain("\n").isNotEmpty());
    }

    @Test
    void referencesThatBearTheModelsNameAreCompared() throws Exception {
        Path right = ModelBytes.doubling(folder.resolve("right.onnx"));
        Path wrong = ModelBytes.doubling(folder.resolve("wrong.onnx"));
        for (String name : List.of("right", "wrong")) {
            Files.write(folder.resolve(name + "_input_0.pb"), ModelBytes.floats(1, 2));
            Files.write(folder.resolve(name + "_output_0.pb"), ModelBytes.floats(2, name.equals("right") ? 4 : 5));
        }
        List<CheckResult> results = check(List.of(right, wrong));

        assertThat(of(results, right).reason()).isEqualTo("the output in the reference set agrees");
        assertThat(of(results, wrong).status()).isEqualTo(CheckResult.Status.WRONG_OUTPUT);
    }

    @Test
    void referencesWithoutAFolderBelongToTheModelThatIsAlone() throws Exception {
        Path model = ModelBytes.doubling(folder.resolve("model.onnx"));
        Files.write(folder.resolve("sample_input_0.pb"), ModelBytes.floats(1, 2));
        Files.write(folder.resolve("sample_output_0.pb"), ModelBytes.floats(2, 5));
        assertThat(check(List.of(model)).getFirst().reason()).contains("sample", "differs in 1 of 2");

        ModelBytes.doubling(folder.resolve("other.onnx"));
        assertThat(check(List.of(model)).getFirst().reason()).contains("no reference beside it");
    }

    /** Terms near 1 that cancel leave their rounding, as in a Fourier transform. */
    @Test
    void whatShouldBeZeroMayBeTheRoundingOfItsNeighbours() throws Exception {
        Path right = withReference("right", 2, 4);
        Files.write(right.resolveSibling("test_data_set_0").resolve("input_0.pb"), ModelBytes.floats(1, 5e-7f));
        Files.write(right.resolveSibling("test_data_set_0").resolve("output_0.pb"), ModelBytes.floats(2, 0));
        Path small = withReference("small", 2, 4);
        Files.write(small.resolveSibling("test_data_set_0").resolve("input_0.pb"), ModelBytes.floats(1e-3f, 5e-7f));
        Files.write(small.resolveSibling("test_data_set_0").resolve("output_0.pb"), ModelBytes.floats(2e-3f, 0));
        List<CheckResult> results = check(List.of(right, small));

        assertThat(of(results, right).status()).isEqualTo(CheckResult.Status.OK);
        assertThat(of(results, small).status()).isEqualTo(CheckResult.Status.WRONG_OUTPUT);
    }

    @Test
    void aFourierTransformAgreesWithItsDefinition() throws Exception {
        float[] signal = new float[128];
        float[] spectrum = new float[15 * 9 * 2];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = i;
        }
        for (int at = 0; at < spectrum.length; at++) {
            int frame = at / 18;
            int frequency = at / 2 % 9;
            double sum = 0;
            for (int i = 0; i < 16; i++) {
                double angle = -2 * Math.PI * frequency * i / 16;
                sum += signal[8 * frame + i] * (at % 2 == 0 ? Math.cos(angle) : Math.sin(angle));
            }
            spectrum[at] = (float) sum;
        }
        Path model = ModelBytes.fourier(folder.resolve("fourier.onnx"));
        Files.write(folder.resolve("fourier_input_0.pb"), ModelBytes.floats(signal));
        Files.write(folder.resolve("fourier_output_0.pb"), ModelBytes.floats(spectrum));

        CheckResult result = check(List.of(model)).getFirst();
        assertThat(result.reason()).isEqualTo("the output in the reference set agrees");
        assertThat(result.largestDifference()).isLessThan(1e-2);

        spectrum[20] += 0.1f;
        Files.write(folder.resolve("fourier_output_0.pb"), ModelBytes.floats(spectrum));
        assertThat(check(List.of(model)).getFirst().status()).isEqualTo(CheckResult.Status.WRONG_OUTPUT);
    }

    /** The diagonal 1, 2 as weights; older exporters list weights among the inputs. */
    @Test
    void aSparseWeightIsNotAskedFor() throws Exception {
        Path model = ModelBytes.write(
                folder.resolve("sparse.onnx"),
                Onnx.GraphProto.newBuilder()
                        .addInput(ModelBytes.value("X", Onnx.TensorProto.DataType.FLOAT, 2))
                        .addInput(ModelBytes.value("W", Onnx.TensorProto.DataType.FLOAT, 2, 2))
                        .addSparseInitializer(Onnx.SparseTensorProto.newBuilder()
                                .setValues(Onnx.TensorProto.newBuilder()
                                        .setName("W")
                                        .setDataType(Onnx.TensorProto.DataType.FLOAT.getNumber())
                                        .addDims(2)
                                        .addFloatData(1)
                                        .addFloatData(2))
                                .setIndices(Onnx.TensorProto.newBuilder()
                                        .setDataType(Onnx.TensorProto.DataType.INT64.getNumber())
                                        .addDims(2)
                                        .addInt64Data(0)
                                        .addInt64Data(3))
                                .addDims(2)
                                .addDims(2))
                        .addOutput(ModelBytes.value("Y", Onnx.TensorProto.DataType.FLOAT, 2))
                        .addNode(ModelBytes.node("MatMul", "Y", "X", "W")));
        Files.write(folder.resolve("sparse_input_0.pb"), ModelBytes.floats(3, 4));
        Files.write(folder.resolve("sparse_output_0.pb"), ModelBytes.floats(3, 8));

        assertThat(check(List.of(model)).getFirst().reason()).isEqualTo("the output in the reference set agrees");
    }

    @Test
    void aReferenceWithoutOutputsIsNotSaidToAgree() throws Exception {
        Path model = withReference("none", 2, 4);
        Files.delete(model.resolveSibling("test_data_set_0").resolve("output_0.pb"));

        CheckResult result = check(List.of(model)).getFirst();
        assertThat(result.status()).isEqualTo(CheckResult.Status.OK);
        assertThat(result.reason()).contains("nothing could be compared").doesNotContain("agree");
    }

    @Test
    void aModelThatRefusesMadeUpIndicesIsTriedWithZeros() throws Exception {
        CheckResult result = check(List.of(ModelBytes.picking(folder.resolve("pick.onnx"), 64)))
                .getFirst();

        assertThat(result.status()).isEqualTo(CheckResult.Status.OK);
        assertThat(result.reason()).contains("integers all 0");
    }

    @Test
    void aFolderWithoutReferencesForAModelIsNotIgnored() throws Exception {
        Path model = ModelBytes.doubling(folder.resolve("model.onnx"));
        Path empty = Files.createDirectory(folder.resolve("empty"));

        CheckResult nothing = check(List.of(model), Map.of(), empty).getFirst();
        assertThat(nothing.status()).isEqualTo(CheckResult.Status.DATA_FAULT);
        assertThat(nothing.reason())
                .contains("data " + empty + " holds nothing to compare it with", "model_output_0.pb");

        Files.write(empty.resolve("model_input_0.pb"), ModelBytes.floats(1, 2));
        Files.write(empty.resolve("model_output_0.pb"), ModelBytes.floats(2, 4));
        Files.write(empty.resolve("other_output_0.pb"), ModelBytes.floats(2, 5));
        assertThat(check(List.of(model), Map.of(), empty).getFirst().reason())
                .isEqualTo("the output in the reference set agrees");
    }

    @Test
    void labelsThatTheModelDoesNotKnowAreNamedAndAreNotOk() throws Exception {
        Path model = Path.of("../packaging/samples/iris-v2-logistic.onnx");
        String table = Files.readString(Path.of("../packaging/samples/iris-test.csv"));
        Path foreign = Files.writeString(
                folder.resolve("f.csv"), table.replaceAll("(setosa|versicolor|virginica)", "Iris-$1"));
        Path fewer = Files.writeString(folder.resolve("g.csv"), table.replaceAll(",virginica", ",versicolor"));

        CheckResult unknown = check(List.of(model), Map.of(), foreign).getFirst();
        assertThat(unknown.status()).isEqualTo(CheckResult.Status.WRONG_OUTPUT);
        assertThat(unknown.reason())
                .contains("labels of the data (Iris-setosa, Iris-versicolor, Iris-virginica)")
                .contains("no class the model answered (setosa, versicolor, virginica)")
                .contains("all 50 answers count as wrong");
        CheckResult some = check(List.of(model), Map.of(), fewer).getFirst();
        assertThat(some.status()).isEqualTo(CheckResult.Status.OK);
        assertThat(some.reason()).contains("answers (virginica)").doesNotContain("not numbers");

        Path misspelt = Files.writeString(folder.resolve("m.csv"), table.replaceFirst(",setosa", ",setoza"));
        CheckResult one = check(List.of(model), Map.of(), misspelt).getFirst();
        assertThat(one.status()).isEqualTo(CheckResult.Status.OK);
        assertThat(one.reason()).contains("the model never answered the label 'setoza' (1 row)");
    }

    @Test
    void aModelThatAnswersNoNumbersIsNotOk() throws Exception {
        Path all = ModelBytes.rooting(folder.resolve("all.onnx"), -1, -1, -1);
        Path one = ModelBytes.rooting(folder.resolve("one.onnx"), -1, 1, 1);
        Path rows = new NumpyArchive()
                .floats("X", List.of(2L, 3L), 0, 0, 0, 0, 0, 0)
                .write(folder.resolve("rows.npz"), true);

        for (Path data : new Path[] {null, rows}) {
            List<CheckResult> results = check(List.of(all, one), Map.of(), data);
            int elements = data == null ? 3 : 6;
            assertThat(of(results, all).status()).isEqualTo(CheckResult.Status.WRONG_OUTPUT);
            assertThat(of(results, all).reason())
                    .contains("answers are not numbers: all " + elements + " of output 'Y'");
            assertThat(of(results, one).status()).isEqualTo(CheckResult.Status.OK);
            assertThat(of(results, one).reason())
                    .contains("output 'Y' is NaN or infinite in " + elements / 3 + " of " + elements + " elements");
        }
    }

    @Test
    void labelsThatARunRefusesAreRefusedHereToo() throws Exception {
        Path model = Path.of("../packaging/samples/iris-v2-logistic.onnx");
        String table = Files.readString(Path.of("../packaging/samples/iris-test.csv"));
        Path tumour = Path.of("../packaging/samples/tumour-v2-logistic.onnx");
        Path fractions = Files.writeString(folder.resolve("f.csv"), "a,b,c,d,label\n1,2,3,4,0.5\n");
        Path good = Files.writeString(folder.resolve("g.csv"), table);

        assertThat(check(List.of(model), Map.of(), good).getFirst().reason()).isEqualTo("ran all 50 rows, 47 right");
        CheckResult refused = check(List.of(model), Map.of(), fractions).getFirst();
        assertThat(refused.status()).isEqualTo(CheckResult.Status.DATA_FAULT);
        assertThat(refused.reason()).contains("label of row 0 is 0.5");
        assertThat(check(List.of(tumour), Map.of(), good).getFirst().status()).isEqualTo(CheckResult.Status.DATA_FAULT);
    }

    /** Joined to its past, what is new must be as long as the mask is. */
    @Test
    void theTotalOfALanguageModelIsItsPastAndWhatIsNew() throws Exception {
        Path model = ModelBytes.joining(folder.resolve("total.onnx"), "total_sequence_length");
        Path foreign = ModelBytes.joining(folder.resolve("foreign.onnx"), "mask_length");

        assertThat(check(List.of(model)).getFirst().status()).isEqualTo(CheckResult.Status.OK);
        assertThat(check(List.of(model), Map.of("past_sequence_length", 0L), null)
                        .getFirst()
                        .status())
                .isEqualTo(CheckResult.Status.OK);
        CheckResult refused = check(List.of(foreign)).getFirst();
        assertThat(refused.status()).isEqualTo(CheckResult.Status.CANNOT_RUN);
        assertThat(refused.reason())
                .contains("the made-up sizes of the free dimensions (batch_size, mask_length, past_sequence_length,"
                        + " sequence_length) may not fit together: give them with --dim NAME=SIZE");
        assertThat(check(List.of(foreign), Map.of("mask_length", 2L), null)
                        .getFirst()
                        .status())
                .isEqualTo(CheckResult.Status.OK);
    }

    @Test
    void aSizeForADimensionNoModelHasIsRefusedAndOneThatSomeHaveIsNot() throws Exception {
        Path fixed = ModelBytes.doubling(folder.resolve("fixed.onnx"));
        Path free = Path.of("../packaging/samples/digits-v5-distilled.onnx");

        assertThatThrownBy(() -> check(List.of(fixed, free), Map.of("nope", 3L), null))
                .isInstanceOf(UserError.class)
                .hasMessage("--dim nope=3: no input of the models has a free dimension of that name; there are batch");
        assertThat(check(List.of(fixed, free), Map.of("batch", 3L), null))
                .allSatisfy(result -> assertThat(result.status()).isEqualTo(CheckResult.Status.OK));
    }
}
