package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
        assertRefused("", "is empty");
        assertRefused("\n\n", "is empty");
        assertRefused("a,label\n", "has only one line");
        assertRefused("label\n1\n", "has only one column ('label')");
        assertRefused("1,2,3\n4,5,6\n", "has no header");
        assertRefused("a,label\n\"1,0\n", "not a readable CSV table");
    }

    @Test
    void columnsThatCommasDoNotPartAreSaidToBeSo() {
        assertRefused("a;b;label\n1;2;0\n", "has semicolons between its columns; save it with commas");
        assertRefused("5,1;3,5;setosa\n4,9;3,0;setosa\n", "has semicolons between its columns");
        assertRefused("a\tb\tlabel\n1\t2\t0\n", "has tabs between its columns");
    }

    @Test
    void featuresThatAreNotFiniteAreRefusedWithTheirPlace() {
        for (String word : List.of("nan", "NaN", "inf", "-Infinity", "1e999")) {
            assertRefused(
                    "a,b,label\n1,2,0\n1," + word + ",0\n",
                    "line 3, column 'b': '" + word + "' is not a finite number");
        }
    }

    @Test
    void aTableWithoutHeaderLosesNoRow() throws Exception {
        String named = Files.readString(Path.of("../packaging/samples/iris-test.csv"));
        Rows with = read(named);
        Rows without = read(named.substring(named.indexOf('\n') + 1));

        assertThat(without.labels()).isEqualTo(with.labels());
        assertThat(without.inputs()).isEqualTo(with.inputs());
        assertThat(with.findings()).isEmpty();
        assertThat(without.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("all 50 lines are rows", "column 5 of 5"));
        assertThat(read("x,1.5,2\ny,3,4\nx,5,6\n").labels()).isEqualTo(Labels.ofNames(List.of("x", "y", "x")));
    }

    @Test
    void namesThatAreNumbersAreNamesWhereTheyCountTheColumns() throws Exception {
        assertThat(read("0,1,kind\n5,6,x\n7,8,y\n").labels()).isEqualTo(Labels.ofNames(List.of("x", "y")));
        assertThat(read("400,410,label\n5,6,1\n7,8,0\n").labels().values()).containsExactly(1.0, 0.0);
        assertThat(read("400,410,price\n5,6,1.5\n").labels().values()).containsExactly(1.5);
    }

    @Test
    void aFirstLineThatCanBeEitherIsRefused() {
        assertRefused("400,410,kind\n5,6,x\n7,8,y\n", "can be a row or the names");
        assertRefused("0,1,x\n5,6,x\n7,8,y\n", "can be a row or the names");
        assertRefused("1,a,x\n5,b,x\n7,a,y\n", "can be a row or the names");
        assertRefused("5.1,3.5,0\n4.9,3,1\n", "which column is the answer cannot be told");
    }

    @Test
    void aTableInUtf16IsReadByItsMarkAndBinaryIsSaidToBeNoText() throws Exception {
        String text = "a,label\n1,größe\n2,x\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("u.csv"), ("\uFEFF" + text).getBytes(charset));
            assertThat(CsvFile.read(file).labels()).isEqualTo(read(text).labels());
        }
        Path unmarked = Files.write(folder.resolve("u.csv"), text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(refusal(unmarked))
                .contains("no text in UTF-8", "save the table")
                .doesNotContain("java.");
        Path ascii = Files.write(folder.resolve("v.csv"), "a,label\n1,0\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(refusal(ascii)).contains("zero bytes", "UTF-16 without a byte order mark");
        Path latin = Files.write(folder.resolve("l.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(latin)).contains("no text in UTF-8 (byte 12").doesNotContain("java.", "Input length");
        assertThat(refusal(Files.writeString(folder.resolve("q.csv"), "a,label\n\"1,0\n")))
                .contains("not a readable CSV table")
                .doesNotContain("Exception", "java.");
    }

    @Test
    void aLastColumnTakenForTheAnswersIsSaid() throws Exception {
        assertThat(read("a,b,price\n1,2,3.5\n").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("'price'", "no column is called label"));
        assertThat(read("a,b,Label\n1,2,3.5\n").findings()).isEmpty();
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
