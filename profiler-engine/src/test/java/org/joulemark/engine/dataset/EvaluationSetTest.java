package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
import org.joulemark.engine.onnx.ModelInspector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationSetTest {
    private static final Path SAMPLES = Path.of("../packaging/samples");

    @TempDir
    Path folder;

    private static ValueSpec input(String name, ElementType type, @Nullable Long... sizes) {
        List<Dimension> shape = new ArrayList<>();
        for (Long size : sizes) {
            shape.add(size == null ? new Dimension(-1, "batch") : new Dimension(size, null));
        }
        return new ValueSpec(name, "tensor", type, shape, type + shape.toString());
    }

    private EvaluationSet npz(NumpyArchive writer) throws Exception {
        return EvaluationSets.read(writer.write(folder.resolve("rows.npz"), true));
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void everySampleModelIsFedByItsOwnData() throws Exception {
        for (String pair : List.of(
                "digits-test.npz digits-v2-fp16",
                "wine-test.npz wine-v1-mlp",
                "tumour-test.npz tumour-v1-mlp",
                "iris-test.npz iris-v1-forest",
                "iris-test.csv iris-v2-logistic")) {
            String[] names = pair.split(" ", -1);
            EvaluationSet set = EvaluationSets.read(SAMPLES.resolve(names[0]));
            ModelFacts model = ModelInspector.inspect(SAMPLES.resolve(names[1] + ".onnx"));
            BoundInputs bound = set.bind(names[1], model, 1);
            List<TensorData> inputs = bound.tensors();
            assertThat(bound.findings()).isEmpty();

            assertThat(inputs).hasSameSizeAs(model.inputs());
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(inputs.get(i).type()).isEqualTo(model.inputs().get(i).type());
                assertThat(inputs.get(i).shape().getFirst()).isEqualTo(set.rows());
            }
            assertThat(set.facts().task()).isEqualTo(pair.contains("wine") ? Task.REGRESSION : Task.CLASSIFICATION);
        }
    }

    @Test
    void theTableAndTheArchiveOfIrisHoldTheSameRows() throws Exception {
        EvaluationSet table = EvaluationSets.read(SAMPLES.resolve("iris-test.csv"));
        EvaluationSet archive = EvaluationSets.read(SAMPLES.resolve("iris-test.npz"));
        List<ValueSpec> inputs = List.of(input("input", ElementType.FLOAT, null, 4L));

        assertThat(table.rows()).isEqualTo(archive.rows()).isEqualTo(50);
        for (int row = 0; row < 50; row++) {
            assertThat(table.label(row)).isEqualTo(archive.label(row));
            assertThat(table.labelName(row)).isEqualTo(archive.labelName(row));
        }
        assertThat(fed(table, inputs).getFirst().bytes())
                .isEqualTo(fed(archive, inputs).getFirst().bytes());
    }

    @Test
    void arraysThatDoNotFitTheModelAreNamedWithBothShapesOrTypes() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6.5)
                .integers("label", 0, 1));

        assertRefused(
                () -> set.inputsFor("m.onnx", List.of(input("a", ElementType.FLOAT, null, 4L))),
                "[2, 3]",
                "float[batch, 4]",
                "m.onnx",
                "'a'");
        assertRefused(
                () -> set.inputsFor("m.onnx", List.of(input("a", ElementType.INT64, null, 3L))),
                "float",
                "int64",
                "'a'");
        assertRefused(
                () -> set.inputsFor("m.onnx", List.of(input("b", ElementType.FLOAT, null, 3L))), "no array 'b'", "[a]");
        assertRefused(
                () -> set.inputsFor(
                        "m.onnx",
                        List.of(new ValueSpec("a", "sequence", ElementType.UNDEFINED, null, "sequence(float[])"))),
                "sequence(float[])");
    }

    @Test
    void wholeNumbersThatLoseDigitsAreSaid() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .add("id", NumpyArchive.npy(NumpyArchive.Layout.of("<i8"), List.of(3L), 16777216, 16777217, 33554435))
                .add(
                        "time",
                        NumpyArchive.npy(NumpyArchive.Layout.of("<f8"), List.of(3L), 1700000001, 0.1, 1e300 / 1e280))
                .add("small", NumpyArchive.npy(NumpyArchive.Layout.of("<i8"), List.of(3L), 1, 2, 16777216))
                .integers("label", 0, 1, 0));

        assertThat(noticed(set, "id"))
                .anyMatch(text -> text.contains("2 whole numbers have more digits than float keeps"));
        assertThat(noticed(set, "time"))
                .singleElement()
                .asString()
                .contains("1 whole number has more digits than float keeps");
        assertThat(noticed(set, "small")).noneMatch(text -> text.contains("digits"));
    }

    @Test
    void inputsThatAreNotFiniteAreSaidWithTheirFirstRow() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .floats("a", List.of(2L, 2L), 1, 2, Double.NaN, Double.NEGATIVE_INFINITY)
                .integers("label", 0, 1));

        assertThat(set.inputsFor("m.onnx", List.of(input("a", ElementType.FLOAT, null, 2L)))
                        .findings())
                .extracting(Finding::text)
                .containsExactly("array 'a' is NaN or infinite in 2 places, first in row 1");
    }

    private static List<String> noticed(EvaluationSet set, String array) throws UserError {
        return set.inputsFor("m.onnx", List.of(input(array, ElementType.FLOAT, (Long) null))).findings().stream()
                .map(Finding::text)
                .toList();
    }

    @Test
    void numbersChangeTheirTypeOnlyWhereTheyKeepTheirValue() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .add("wide", NumpyArchive.npy(NumpyArchive.Layout.of("<f8"), List.of(2L), 1.25, -3))
                .add("huge", NumpyArchive.npy(NumpyArchive.Layout.of("<f8"), List.of(2L), 1e30, 1))
                .add("whole", NumpyArchive.npy(NumpyArchive.Layout.of("<i8"), List.of(2L), -1, 200))
                .integers("label", 0, 1));

        for (ElementType type :
                List.of(ElementType.FLOAT, ElementType.FLOAT16, ElementType.BFLOAT16, ElementType.DOUBLE)) {
            assertThat(first(set, "wide", type)).isEqualTo(1.25);
        }
        assertThat(first(set, "huge", ElementType.FLOAT)).isEqualTo((float) 1e30);
        assertThat(first(set, "whole", ElementType.INT32)).isEqualTo(-1);
        assertThat(first(set, "whole", ElementType.FLOAT)).isEqualTo(-1);
        for (String refused : List.of("huge FLOAT16", "whole INT8", "whole UINT8", "whole UINT64", "wide INT32")) {
            String[] words = refused.split(" ", -1);
            assertRefused(() -> first(set, words[0], ElementType.valueOf(words[1])), "does not hold");
        }
    }

    @Test
    void aTableOfIntegersFeedsModelsOfIntegersAndOfFloats() throws Exception {
        EvaluationSet set =
                EvaluationSets.read(Files.writeString(folder.resolve("i.csv"), "a,b,label\n-7,2,0\n3,4,1\n"));

        for (ElementType type : List.of(ElementType.INT64, ElementType.INT32, ElementType.FLOAT)) {
            TensorData bound = fed(set, List.of(input("x", type, null, 2L))).getFirst();
            assertThat(Elements.at(bound, 0)).isEqualTo(-7);
            assertThat(Elements.at(bound, 3)).isEqualTo(4);
        }
    }

    private static List<TensorData> fed(EvaluationSet set, List<ValueSpec> inputs) throws UserError {
        return set.inputsFor("m", inputs).tensors();
    }

    private static double first(EvaluationSet set, String array, ElementType type) throws UserError {
        TensorData bound = fed(set, List.of(input(array, type, (Long) null))).getFirst();
        assertThat(bound.type()).isEqualTo(type);
        return Elements.at(bound, 0);
    }

    @Test
    void flatRowsAreFoldedIntoTheShapeTheModelWants() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .floats("input", List.of(2L, 4L), 1, 2, 3, 4, 5, 6, 7, 8)
                .integers("label", 0, 1));

        assertThat(fed(set, List.of(input("image", ElementType.FLOAT, null, 1L, 2L, 2L)))
                        .getFirst()
                        .shape())
                .containsExactly(2L, 1L, 2L, 2L);
    }

    @Test
    void countsAndLabelsThatMakeNoSenseAreRefusedBeforeAnythingRuns() {
        NumpyArchive count =
                new NumpyArchive().floats("a", List.of(3L), 1, 2, 3).integers("label", 0, 1);
        assertRefused(() -> npz(count), "'a'", "[3]", "2 labels");
        NumpyArchive nan =
                new NumpyArchive().floats("a", List.of(2L), 1, 2).floats("label", List.of(2L), 1, Double.NaN);
        assertRefused(() -> npz(nan), "label of row 1 is NaN");
        NumpyArchive negative =
                new NumpyArchive().floats("a", List.of(2L), 1, 2).integers("label", 0, -1);
        assertRefused(
                () -> npz(negative), "label of row 1 is -1", "no class number", "whole numbers are taken as classes");
        NumpyArchive empty = new NumpyArchive().floats("a", List.of(0L)).integers("label");
        assertRefused(() -> npz(empty), "no rows");
        NumpyArchive matrix =
                new NumpyArchive().floats("a", List.of(4L), 1, 2, 3, 4).floats("label", List.of(2L, 2L), 1, 2, 3, 4);
        assertRefused(() -> npz(matrix), "'label' has the shape [2, 2]");
    }

    @Test
    void aColumnTakenForTheAnswersIsNamedWhereItIsMissedAmongTheFeatures() throws Exception {
        EvaluationSet set = EvaluationSets.read(Files.writeString(folder.resolve("t.csv"), "a,b,width\n1,2,3.5\n"));

        assertRefused(
                () -> set.inputsFor("m", List.of(input("x", ElementType.FLOAT, null, 3L))),
                "shape [1, 2]",
                "no column is called label, so its last one, 'width', holds the answers");
    }

    @Test
    void rowsThatAreFoldedAreSaidToBe() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .floats("image", List.of(2L, 4L), 1, 2, 3, 4, 5, 6, 7, 8)
                .integers("label", 0, 1));

        assertThat(set.inputsFor("m", List.of(input("image", ElementType.FLOAT, null, 1L, 2L, 2L)))
                        .findings())
                .extracting(Finding::text)
                .containsExactly("array 'image' [2, 4] was folded to rows of [1, 2, 2] for input 'image', the last size"
                        + " fastest");
        assertThat(set.inputsFor("m", List.of(input("image", ElementType.FLOAT, null, 4L)))
                        .findings())
                .isEmpty();
    }

    @Test
    void aLabelBeyondTheModelsClassesIsFoundFromItsDeclaration() throws Exception {
        EvaluationSet set =
                npz(new NumpyArchive().floats("a", List.of(2L), 1, 2).integers("label", 0, 3));

        DeclaredAnswers.check(set, "m", List.of(input("p", ElementType.FLOAT, null, 4L)));
        DeclaredAnswers.check(set, "m", List.of(input("p", ElementType.FLOAT, null, null)));
        assertRefused(
                () -> DeclaredAnswers.check(set, "m.onnx", List.of(input("p", ElementType.FLOAT, null, 3L))),
                "label 3",
                "m.onnx",
                "3 classes");
    }

    @Test
    void imagesOfBytesAreSaidToBeCastAndNotScaled() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .add("image", NumpyArchive.npy(NumpyArchive.Layout.of("|u1"), List.of(2L, 2L), 0, 255, 16, 3))
                .integers("label", 0, 1));

        List<Finding> findings = set.inputsFor("m", List.of(input("image", ElementType.FLOAT, null, 2L)))
                .findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("input-cast");
            assertThat(finding.text()).contains("uint8, 0 to 255", "cast to float", "not scaled");
            assertThat(finding.remedy()).contains("0 to 1");
        });
        assertThat(set.inputsFor("m", List.of(input("image", ElementType.UINT8, null, 2L)))
                        .findings())
                .isEmpty();
    }

    @Test
    void rowsWithoutLabelsFeedAModelAndAskNothingOfIt() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .floats("a", List.of(3L, 2L), 1, 2, 3, 4, 5, 6)
                .floats("scale", List.of(1L), 2));

        assertThat(set.labelled()).isFalse();
        assertThat(set.rows()).isEqualTo(3);
        assertThat(set.facts().task()).isEqualTo(Task.UNLABELLED);
        assertThat(set.findings())
                .extracting(Finding::text)
                .containsExactly("no accuracy: data rows.npz has no labels");
        assertThat(fed(set, List.of(input("a", ElementType.FLOAT, null, 2L)))).hasSize(1);
        DeclaredAnswers.check(set, "m", List.of(input("p", ElementType.FLOAT, null, 4L)));
        assertRefused(() -> fed(set, List.of(input("scale", ElementType.FLOAT, 1L))), "'scale'", "[1]", "3 rows");
    }

    @Test
    void namesOfClassesAloneAreLabels() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .floats("a", List.of(2L), 1, 2)
                .add("label_name", NumpyArchive.texts("<U3", List.of("dog", "cat"))));

        assertThat(set.facts().task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(set.label(0)).isEqualTo(1);
        assertThat(set.labelName(1)).isEqualTo("cat");
    }

    @Test
    void anArrayNoInputUsesIsIgnoredAndNamed() throws Exception {
        EvaluationSet set = npz(new NumpyArchive()
                .floats("a", List.of(2L), 1, 2)
                .floats("mean", List.of(3L), 1, 2, 3)
                .add(
                        "meta",
                        NumpyArchive.npy(1, "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", new byte[8]))
                .integers("label", 0, 1));
        List<ValueSpec> inputs = List.of(input("a", ElementType.FLOAT, (Long) null));

        assertThat(fed(set, inputs)).hasSize(1);
        assertThat(set.ignored(set.inputsFor("m", inputs).arrays()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("'mean'", "'meta' (is an object array"));
        assertThat(set.ignored(Set.of("a", "mean", "meta"))).isEmpty();
        assertRefused(() -> fed(set, List.of(input("mean", ElementType.FLOAT, (Long) null))), "'mean'", "2 labels");
        assertRefused(() -> fed(set, List.of(input("meta", ElementType.FLOAT, (Long) null))), "'meta'", "pickle");
    }

    @Test
    void fractionalLabelsForAClassifierAreFoundBeforeItRuns() throws Exception {
        EvaluationSet set =
                npz(new NumpyArchive().floats("a", List.of(2L), 1, 2).floats("label", List.of(2L), 3, 0.5));
        EvaluationSet whole =
                npz(new NumpyArchive().floats("a", List.of(2L), 1, 2).floats("label", List.of(2L), 3, 1));

        assertRefused(
                () -> DeclaredAnswers.check(set, "m.onnx", List.of(input("logits", ElementType.FLOAT, null, 10L))),
                "label of row 1 is 0.5",
                "logits",
                "whole numbers");
        assertRefused(
                () -> DeclaredAnswers.check(whole, "m.onnx", List.of(input("logits", ElementType.FLOAT, null, 10L))),
                "stored as floating-point");
        DeclaredAnswers.check(set, "m.onnx", List.of(input("y", ElementType.FLOAT, null, 1L)));
        DeclaredAnswers.check(set, "m.onnx", List.of(input("y", ElementType.FLOAT, null, null)));
    }

    @Test
    void classesForAModelOfValuesAreFoundBeforeItRuns() throws Exception {
        EvaluationSet set =
                npz(new NumpyArchive().floats("a", List.of(2L), 1, 2).integers("label", 0, 1));

        assertRefused(
                () -> DeclaredAnswers.check(set, "m.onnx", List.of(input("y", ElementType.FLOAT, null, 1L))),
                "asks for a class",
                "floating-point");
        DeclaredAnswers.check(set, "m", List.of(input("c", ElementType.INT64, (Long) null)));
        DeclaredAnswers.check(
                set,
                "m",
                List.of(new ValueSpec(
                        "p", "sequence", ElementType.UNDEFINED, null, "sequence(map(int64,float[unknown rank]))")));
    }

    @Test
    void theTaskFollowsTheLabelsUnlessItIsForced() throws Exception {
        Path file = new NumpyArchive()
                .floats("a", List.of(2L), 1, 2)
                .integers("label", 0, 7)
                .write(folder.resolve("t.npz"), false);

        assertThat(EvaluationSets.read(file).facts().task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(EvaluationSets.read(file, Task.REGRESSION).facts().task()).isEqualTo(Task.REGRESSION);
        Path fractions = new NumpyArchive()
                .floats("a", List.of(2L), 1, 2)
                .floats("label", List.of(2L), 0, 0.5)
                .write(folder.resolve("f.npz"), false);
        assertRefused(() -> EvaluationSets.read(fractions, Task.CLASSIFICATION), "no class number");
    }

    @Test
    void whatIsNoDataIsSaidToBeNone() throws Exception {
        assertRefused(() -> EvaluationSets.read(folder.resolve("no.npz")), "does not exist");
        assertRefused(() -> EvaluationSets.read(folder), "without ONNX reference data");
        assertRefused(
                () -> EvaluationSets.read(Files.writeString(folder.resolve("x.txt"), "1")), "neither .npz nor .csv");
        assertRefused(
                () -> EvaluationSets.read(Files.writeString(folder.resolve("x.npz"), "1")), "not a readable .npz");
        assertRefused(() -> EvaluationSets.read(Files.writeString(folder.resolve("e.npz"), "")), "not a readable .npz");
    }
}
