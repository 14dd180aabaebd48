package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoresTest {
    static EvaluationSet set(Task task, @Nullable List<String> names, double... labels) {
        List<Double> values = Arrays.stream(labels).boxed().toList();
        return new EvaluationSet(
                new DatasetFacts("rows.npz", "0", task, labels.length),
                new Rows(Map.of(), new Labels(values, task == Task.CLASSIFICATION, names)));
    }

    static OutputValue floats(String name, List<Long> shape, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> bytes.putFloat((float) value));
        return new OutputValue.TensorValue(TensorData.numeric(name, ElementType.FLOAT, shape, bytes.flip()));
    }

    static OutputValue integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putLong);
        return new OutputValue.TensorValue(
                TensorData.numeric(name, ElementType.INT64, List.of((long) values.length), bytes.flip()));
    }

    private static Quantity quantity(Scored scored, String score) {
        Figure figure = scored.scores().get(score);
        assertThat(figure).isInstanceOf(Quantity.class);
        return (Quantity) Objects.requireNonNull(figure);
    }

    @Test
    void scoresAreThoseOfANaiveCount() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int rows = 1 + random.nextInt(40);
            int classes = 2 + random.nextInt(9);
            // Few distinct scores, so that there are ties.
            double[] scores =
                    random.ints((long) rows * classes, 0, 4).asDoubleStream().toArray();
            double[] labels = random.ints(rows, 0, classes).asDoubleStream().toArray();

            Scored scored = Scoring.score(
                    set(Task.CLASSIFICATION, null, labels),
                    List.of(floats("p", List.of((long) rows, (long) classes), scores)));

            int[][] ranked = new int[rows][];
            for (int row = 0; row < rows; row++) {
                int from = row * classes;
                ranked[row] = IntStream.range(0, classes)
                        .boxed()
                        .sorted((a, b) -> Double.compare(scores[from + b], scores[from + a]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            long top1 = IntStream.range(0, rows)
                    .filter(row -> ranked[row][0] == labels[row])
                    .count();
            assertThat(scored.correct()).isEqualTo(top1);
            assertThat(quantity(scored, "top1").value()).isEqualTo((double) top1 / rows);
            assertThat(quantity(scored, "macroF1").value()).isCloseTo(macroF1(ranked, labels), offset(1e-12));
            if (classes > 5) {
                long top5 = IntStream.range(0, rows)
                        .filter(row -> Arrays.stream(ranked[row], 0, 5).anyMatch(label -> label == labels[row]))
                        .count();
                assertThat(quantity(scored, "top5").value()).isEqualTo((double) top5 / rows);
            } else {
                assertThat(scored.scores().get("top5")).isInstanceOf(Absent.class);
            }
        }
    }

    /** From precision and recall of each class, the long way. */
    private static double macroF1(int[][] ranked, double[] labels) {
        TreeSet<Integer> classes = new TreeSet<>();
        for (int row = 0; row < labels.length; row++) {
            classes.add((int) labels[row]);
            classes.add(ranked[row][0]);
        }
        return classes.stream()
                .mapToDouble(label -> f1(ranked, labels, label))
                .average()
                .orElse(0);
    }

    private static double f1(int[][] ranked, double[] labels, int label) {
        double hit = 0;
        double answered = 0;
        double wanted = 0;
        for (int row = 0; row < labels.length; row++) {
            hit += ranked[row][0] == label && labels[row] == label ? 1 : 0;
            answered += ranked[row][0] == label ? 1 : 0;
            wanted += labels[row] == label ? 1 : 0;
        }
        double precision = hit / Math.max(1, answered);
        double recall = hit / Math.max(1, wanted);
        return hit == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    @Test
    void intervalsAreThoseOfTheMeasuredSamples() throws Exception {
        try (Reader reader = Files.newBufferedReader(Path.of("../packaging/samples/measured.csv"))) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                if (row.get("metric").equals("accuracy")) {
                    assertInterval(row);
                }
            }
        }
    }

    private static void assertInterval(CSVRecord row) throws UserError {
        int rows = Integer.parseInt(row.get("rows"));
        int correct = Integer.parseInt(row.get("correct"));
        long[] answers = new long[rows];
        Arrays.fill(answers, correct, rows, 1);
        Scored scored =
                Scoring.score(set(Task.CLASSIFICATION, null, new double[rows]), List.of(integers("class", answers)));

        assertThat(scored.correct()).isEqualTo(correct);
        Interval interval = quantity(scored, "top1").interval95();
        assertThat(interval).isNotNull();
        if (interval != null) {
            assertThat(interval.low()).isCloseTo(Double.parseDouble(row.get("ci95_low")), offset(0.00005));
            assertThat(interval.high()).isCloseTo(Double.parseDouble(row.get("ci95_high")), offset(0.00005));
        }
    }

    @Test
    void allRightIsNoProofOfAllRight() throws Exception {
        Scored scored = Scoring.score(
                set(Task.CLASSIFICATION, null, new double[600]), List.of(integers("class", new long[600])));

        for (String score : List.of("top1", "macroF1")) {
            Quantity all = quantity(scored, score);
            assertThat(all.value()).isEqualTo(1);
            assertThat(all.standardUncertainty()).isGreaterThan(0.001);
            assertThat(all.interval95()).isNotNull();
        }
    }

    @Test
    void answersThatAreNoNumbersCountAsWrongAndAreSaid() throws Exception {
        Scored scored = Scoring.score(
                set(Task.CLASSIFICATION, null, 0, 1), List.of(floats("p", List.of(2L, 2L), Double.NaN, 0, 0, 1)));

        assertThat(scored.correct()).isEqualTo(1);
        assertThat(scored.predictions().predicted(0)).isEqualTo(-1);
        assertThat(scored.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("1 answers"));
    }

    @Test
    void classesInWordsAreComparedAsWords() throws Exception {
        EvaluationSet set = set(Task.CLASSIFICATION, List.of("b", "a", "b"), 1, 0, 1);
        OutputValue names =
                new OutputValue.TensorValue(TensorData.strings("label", List.of(3L), List.of("b", "a", "unheard of")));
        OutputValue misleading = floats("p", List.of(3L, 2L), 1, 0, 1, 0, 1, 0);

        Scored scored = Scoring.score(set, List.of(misleading, names));

        assertThat(scored.correct()).isEqualTo(2);
        assertThat(scored.predictions().predicted(2)).isEqualTo(-1);
    }

    @Test
    void aModelThatAnswersSomethingElseIsNamedWithWhatItGives() {
        assertThatThrownBy(() -> Scoring.score(
                        set(Task.CLASSIFICATION, null, 0, 1), List.of(floats("y", List.of(2L, 1L), 0, 1))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("y float[2, 1]");
        assertThatThrownBy(() -> Scoring.score(
                        set(Task.CLASSIFICATION, null, 0, 7), List.of(floats("p", List.of(2L, 2L), 0, 1, 1, 0))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("row 1 is 7")
                .hasMessageContaining("2 classes");
    }

    @Test
    void regressionGivesTheTextbookFigures() throws Exception {
        Scored scored = Scoring.score(
                set(Task.REGRESSION, null, 1, 2, 3, 6), List.of(floats("y", List.of(4L, 1L), 2, 2, 1, 6)));

        // Errors 1, 0, -2, 0; mean label 3; squares about it 4 + 1 + 0 + 9.
        assertThat(quantity(scored, "rmse").value()).isCloseTo(Math.sqrt(5.0 / 4), offset(1e-12));
        assertThat(quantity(scored, "mae").value()).isCloseTo(3.0 / 4, offset(1e-12));
        assertThat(quantity(scored, "r2").value()).isCloseTo(1 - 5.0 / 14, offset(1e-12));
        assertThat(scored.correct()).isNull();
        // Standard deviation of the absolute errors 1, 0, 2, 0 over the root of 4.
        assertThat(quantity(scored, "mae").standardUncertainty()).isCloseTo(Math.sqrt(11.0 / 4 / 3) / 2, offset(1e-12));
    }

    @Test
    void regressionWithoutSpreadOrWithWildAnswersHasNoFigureInsteadOfAWrongOne() throws Exception {
        EvaluationSet flat = set(Task.REGRESSION, null, 2, 2);
        assertThat(Scoring.score(flat, List.of(floats("y", List.of(2L), 1, 2)))
                        .scores()
                        .get("r2"))
                .isInstanceOf(Absent.class);
        for (double wild : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Scored scored = Scoring.score(flat, List.of(floats("y", List.of(2L), 1, wild)));
            assertThat(scored.scores().values()).allMatch(Absent.class::isInstance);
            assertThat(scored.findings()).isNotEmpty();
        }
        EvaluationSet huge = set(Task.REGRESSION, null, 1e300, 2);
        assertThat(Scoring.score(huge, List.of(floats("y", List.of(2L), 1, 2)))
                        .scores()
                        .get("rmse"))
                .isInstanceOf(Absent.class);
    }
}
