package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    Path folder;

    private Rows read(String text) throws IOException, UserError {
        return CsvFile.read(Files.writeString(folder.resolve("t.csv"), text));
    }

    private static double feature(Rows rows, int index) {
        TensorData input = rows.inputs().get(EvaluationSet.SINGLE_INPUT);
        return input == null ? Double.NaN : Elements.at(input, index);
    }

    private void assertRefused(String text, String words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void theLabelIsTheColumnCalledSoOrTheLast() throws Exception {
        assertThat(read("label,a,b\n1,2,3\n0,4,5\n").labels().values()).containsExactly(1.0, 0.0);
        assertThat(read("a,Class,b\n2,1,3\n").labels().values()).containsExactly(1.0);
        Rows last = read("a,b,price\n2,3,9.5\n");
        assertThat(last.labels()).isEqualTo(new Labels(List.of(9.5), false, null));
        assertThat(feature(last, 0)).isEqualTo(2);
        assertThat(feature(last, 1)).isEqualTo(3);
    }

    @Test
    void classesInWordsAreNumberedInSortedOrder() throws Exception {
        Labels labels = read("a,species\n1,versicolor\n2,setosa\n3,virginica\n").labels();

        assertThat(labels.values()).containsExactly(1.0, 0.0, 2.0);
        assertThat(labels.names()).isEqualTo(List.of("versicolor", "setosa", "virginica"));
        assertThat(labels.integers()).isTrue();
    }

    @Test
    void labelsThatOnlyLookLikeNumbersAreClasses() throws Exception {
        assertThat(read("a,label\n1,1.2.3\n2,1.2.4\n").labels().values()).containsExactly(0.0, 1.0);
        assertThat(read("a,label\n1,.\n2,x\n").labels().names()).isNotNull();
    }

    @Test
    void spreadsheetHabitsAreUnderstood() throws Exception {
        Rows rows = read("\uFEFF\"a\" , label\r\n\" 1e-3 \",0\r\n\r\n+.5,1\r\n");

        assertThat(feature(rows, 0)).isEqualTo(0.001);
        assertThat(feature(rows, 1)).isEqualTo(0.5);
        assertThat(rows.labels().values()).containsExactly(0.0, 1.0);
    }

    @Test
    void aWrongCellIsNamedByLineAndColumn() {
        assertRefused("a,b,label\n1,2,0\n1,x,0\n", "line 3, column 'b': 'x' is not a number");
        assertRefused("a,b,label\n1,,0\n", "line 2, column 'b': '' is not a number");
        assertRefused("a,b,label\n1,0x1p3,0\n", "'0x1p3' is not a number");
        assertRefused("a,b,label\n1,1d,0\n", "'1d' is not a number");
        assertRefused("a,b,label\n1,2\n", "line 2 has 2 columns where the header has 3");
        assertRefused("a,b,label\n1,2,\n", "line 2 has no label");
    }

    @Test
    void aTableWithoutHeaderRowsOrFeaturesIsRefused() {
        assertRefused("", "needs a header line");
        assertRefused("a,label\n", "needs a header line");
        assertRefused("label\n1\n", "needs a header line");
        assertRefused("1,2,3\n4,5,6\n", "has no header");
        assertRefused("a,label\n\"1,0\n", "not a readable CSV table");
    }

    @Test
    void nanLabelsReachTheCheckThatRefusesThem() throws IOException {
        Path file = Files.writeString(folder.resolve("n.csv"), "a,label\n1,0.5\n2,nan\n");
        assertThatThrownBy(() -> EvaluationSets.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("label of row 1 is NaN");
    }

    @Test
    void damagedTablesNeverEndInAnythingButOneLine() throws IOException {
        byte[] good = Files.readAllBytes(Path.of("../packaging/samples/iris-test.csv"));
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] damaged = good.clone();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("d.csv"), damaged);
            String line = refusal(file);
            assertThat(line == null ? "" : line).doesNotContain("\n");
        }
    }

    private static @Nullable String refusal(Path file) {
        try {
            EvaluationSets.read(file);
            return null;
        } catch (UserError e) {
            return e.line();
        }
    }
}
