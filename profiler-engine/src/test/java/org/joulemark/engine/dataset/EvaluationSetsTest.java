package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationSetsTest {
    @TempDir
    Path folder;

    private static ValueSpec input(String name, ElementType type, Long... sizes) {
        List<Dimension> shape = new ArrayList<>();
        for (Long size : sizes) {
            shape.add(new Dimension(size, null));
        }
        return new ValueSpec(name, "tensor", type, shape, type + shape.toString());
    }

    private EvaluationSet read(NpzWriter writer) throws IOException, UserError {
        return EvaluationSets.read(writer.write(folder.resolve("set.npz")));
    }

    private static List<Double> elements(TensorData tensor) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < tensor.elements(); i++) {
            all.add(Elements.at(tensor, i));
        }
        return all;
    }

    private void refused(NpzWriter writer, String words) {
        assertThatThrownBy(() -> read(writer))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void everyWayNumpyWritesAnArrayGivesTheSameRows() throws Exception {
        float[] rowMajor = {1, 2, 3, 4, 5, 6};
        float[] columnMajor = {1, 4, 2, 5, 3, 6};
        List<NpzWriter> ways = List.of(
                new NpzWriter()
                        .entry(
                                "input.npy",
                                NpzWriter.npy(
                                        1, "<f4", false, "2, 3", NpzWriter.floats(ByteOrder.LITTLE_ENDIAN, rowMajor))),
                new NpzWriter()
                        .stored()
                        .entry(
                                "input.npy",
                                NpzWriter.npy(
                                        2, "<f4", false, "2, 3", NpzWriter.floats(ByteOrder.LITTLE_ENDIAN, rowMajor))),
                new NpzWriter()
                        .entry(
                                "input.npy",
                                NpzWriter.npy(
                                        3, ">f4", false, "2, 3", NpzWriter.floats(ByteOrder.BIG_ENDIAN, rowMajor))),
                new NpzWriter()
                        .entry(
                                "input.npy",
                                NpzWriter.npy(
                                        1,
                                        "<f4",
                                        true,
                                        "2, 3",
                                        NpzWriter.floats(ByteOrder.LITTLE_ENDIAN, columnMajor))));
        for (NpzWriter way : ways) {
            EvaluationSet set = read(way.labels(0, 1));
            TensorData bound = set.inputsFor("m", List.of(input("x", ElementType.FLOAT, -1L, 3L)))
                    .getFirst();

            assertThat(bound.name()).isEqualTo("x");
            assertThat(bound.shape()).containsExactly(2L, 3L);
            assertThat(elements(bound)).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
            assertThat(set.facts().task()).isEqualTo(Task.CLASSIFICATION);
        }
    }

    @Test
    void flatRowsAreFoldedAndDoublesNarrowedWhereTheModelWantsIt() throws Exception {
        EvaluationSet set = read(new NpzWriter()
                .entry("input.npy", NpzWriter.npy(1, "<i8", false, "2, 4", NpzWriter.longs(1, 2, 3, 4, 5, 6, 7, 8)))
                .labels(0, 1));
        TensorData bound = set.inputsFor("m", List.of(input("x", ElementType.FLOAT16, -1L, 1L, 2L, 2L)))
                .getFirst();

        assertThat(bound.type()).isEqualTo(ElementType.FLOAT16);
        assertThat(bound.shape()).containsExactly(2L, 1L, 2L, 2L);
        assertThat(elements(bound)).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
    }

    @Test
    void whatDoesNotFitIsSaidBeforeAnythingRuns() throws Exception {
        EvaluationSet set = read(new NpzWriter()
                .entry(
                        "input.npy",
                        NpzWriter.npy(
                                1, "<f4", false, "2, 3", NpzWriter.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6)))
                .labels(0, 1));

        assertThatThrownBy(() -> set.inputsFor("m", List.of(input("x", ElementType.FLOAT, -1L, 4L))))
                .hasMessageContaining("[2, 3]")
                .hasMessageContaining("wants");
        assertThatThrownBy(() -> set.inputsFor("m", List.of(input("x", ElementType.INT64, -1L, 3L))))
                .hasMessageContaining("is float")
                .hasMessageContaining("wants int64");
        assertThatThrownBy(() -> set.inputsFor(
                        "m", List.of(input("a", ElementType.FLOAT, -1L, 3L), input("b", ElementType.FLOAT, -1L, 3L))))
                .hasMessageContaining("no array 'a'");
    }

    @Test
    void inconsistentSetsAreRefused() {
        byte[] three = NpzWriter.npy(1, "<f4", false, "3, 1", NpzWriter.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3));
        refused(new NpzWriter().entry("input.npy", three).labels(0, 1), "2 labels");
        refused(new NpzWriter().entry("input.npy", three), "no array 'label'");
        refused(new NpzWriter().labels(), "no rows");
        refused(new NpzWriter().entry("input.npy", three).labels(0, 1, -2), "label of row 2");
        refused(
                new NpzWriter()
                        .entry("input.npy", three)
                        .entry(
                                "label.npy",
                                NpzWriter.npy(
                                        1,
                                        "<f4",
                                        false,
                                        "3,",
                                        NpzWriter.floats(ByteOrder.LITTLE_ENDIAN, 1, Float.NaN, 3))),
                "label of row 1 is NaN");
    }

    @Test
    void whatCouldHarmIsRefused() throws IOException {
        refused(
                new NpzWriter()
                        .entry("input.npy", NpzWriter.npy(1, "|O", false, "1,", new byte[8]))
                        .labels(0),
                "pickle");
        refused(
                new NpzWriter()
                        .entry("input.npy", NpzWriter.npy(1, "[('a', '<f4')]", false, "1,", new byte[4]))
                        .labels(0),
                "structured");
        refused(
                new NpzWriter()
                        .entry("input.npy", NpzWriter.npy(1, "<f4", false, "99999999999, 99999999999", new byte[4]))
                        .labels(0),
                "beyond all bounds");
        refused(
                new NpzWriter()
                        .entry("input.npy", NpzWriter.npy(1, "<f4", false, "2,", new byte[4]))
                        .labels(0, 1),
                "needs 8");
        refused(new NpzWriter().entry("../input.npy", new byte[4]).labels(0), "no array");
        refused(new NpzWriter().entry("readme.txt", new byte[4]).labels(0), "no array");
        assertThatThrownBy(() -> EvaluationSets.read(Files.write(folder.resolve("x.npz"), new byte[50])))
                .hasMessageContaining("not a readable .npz");
    }

    @Test
    void aChangedByteIsFoundByTheChecksum() throws Exception {
        Path file = new NpzWriter()
                .stored()
                .entry(
                        "input.npy",
                        NpzWriter.npy(1, "<f4", false, "2,", NpzWriter.floats(ByteOrder.LITTLE_ENDIAN, 1, 2)))
                .labels(0, 1)
                .write(folder.resolve("changed.npz"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[30 + "input.npy".length() + 128 + 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> EvaluationSets.read(file)).hasMessageContaining("checksum");
    }

    @Test
    void damagedArchivesEndInOneClearLine() throws Exception {
        byte[] whole = Files.readAllBytes(Path.of("../packaging/samples/iris-test.npz"));
        Path file = folder.resolve("damaged.npz");
        int refused = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] damaged = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                assertThat(EvaluationSets.read(file).rows()).isPositive();
            } catch (UserError e) {
                assertThat(e.line()).doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void textClassesOfATableAreNumberedInSortedOrder() throws Exception {
        EvaluationSet set =
                EvaluationSets.read(Files.writeString(folder.resolve("t.csv"), "a,species,b\n1,setosa,2\n3,iris,4\n"));

        assertThat(set.rows()).isEqualTo(2);
        assertThat(set.label(0)).isEqualTo(1);
        assertThat(set.labelName(1)).isEqualTo("iris");
        assertThat(elements(set.inputsFor("m", List.of(input("x", ElementType.DOUBLE, -1L, 2L)))
                        .getFirst()))
                .containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void aTableNamesTheLineAndColumnThatIsWrong() {
        assertThatThrownBy(() -> EvaluationSets.read(Files.writeString(folder.resolve("w.csv"), "a,label\n1,0\nx,1\n")))
                .hasMessageContaining("line 3")
                .hasMessageContaining("column 'a'");
        assertThatThrownBy(() -> EvaluationSets.read(Files.writeString(folder.resolve("v.csv"), "a,label\n1\n")))
                .hasMessageContaining("line 2");
    }
}
