package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.joulemark.engine.model.AgreementResult;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static EvaluationSet set(Task task, List<Double> labels) {
        DatasetFacts facts = new DatasetFacts("set", "00", task, labels.size());
        return new EvaluationSet(facts, new Rows(Map.of(), new Labels(labels, task == Task.CLASSIFICATION, null)));
    }

    private static OutputValue floats(List<Long> shape, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return new OutputValue.TensorValue(TensorData.numeric("y", ElementType.FLOAT, shape, bytes.flip()));
    }

    private static double value(Scored scored, String name) {
        return scored.scores().get(name) instanceof Quantity quantity ? quantity.value() : Double.NaN;
    }

    @Test
    void tiesGoToTheLowerClassAndNumbersThatAreNoneCountAsWrong() throws Exception {
        Scored scored = Scoring.score(
                set(Task.CLASSIFICATION, List.of(0.0, 1.0, 1.0)),
                List.of(floats(List.of(3L, 2L), 0.5, 0.5, 0.5, 0.5, Double.NaN, 1)));

        assertThat(scored.correct()).isEqualTo(1);
        assertThat(scored.findings()).hasSize(1);
    }

    @Test
    void countsAgreeWithCountingByHand() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int rows = 1 + random.nextInt(40);
            int classes = 2 + random.nextInt(9);
            List<Double> labels = new ArrayList<>();
            double[] scores = new double[rows * classes];
            long correct = 0;
            long top5 = 0;
            for (int row = 0; row < rows; row++) {
                int label = random.nextInt(classes);
                labels.add((double) label);
                for (int i = 0; i < classes; i++) {
                    scores[row * classes + i] = random.nextFloat();
                }
                int from = row * classes;
                long better = IntStream.range(0, classes)
                        .filter(i -> scores[from + i] > scores[from + label])
                        .count();
                correct += better == 0 ? 1 : 0;
                top5 += better < 5 ? 1 : 0;
            }
            Scored scored = Scoring.score(
                    set(Task.CLASSIFICATION, labels), List.of(floats(List.of((long) rows, (long) classes), scores)));

            assertThat(scored.correct()).isEqualTo(correct);
            if (classes > 5) {
                assertThat(value(scored, "top5")).isEqualTo((double) top5 / rows);
            }
        }
    }

    @Test
    void macroF1IsTheMeanOverClassesOfTheKnownExample() throws Exception {
        // scikit-learn's own example: labels 0 1 2 0 1 2, answers 0 2 1 0 0 1, macro F1 0.26666…
        Scored scored = Scoring.score(
                set(Task.CLASSIFICATION, List.of(0.0, 1.0, 2.0, 0.0, 1.0, 2.0)),
                List.of(floats(List.of(6L, 3L), 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0)));

        assertThat(value(scored, "macroF1")).isCloseTo(0.26666666, within(1e-6));
    }

    @Test
    void regressionErrorsAreThoseOfTheTextbook() throws Exception {
        // scikit-learn's examples: y 3, −0.5, 2, 7; answers 2.5, 0, 2, 8: MAE 0.5, MSE 0.375, R² 0.9486
        Scored scored = Scoring.score(
                set(Task.REGRESSION, List.of(3.0, -0.5, 2.0, 7.0)), List.of(floats(List.of(4L, 1L), 2.5, 0, 2, 8)));

        assertThat(value(scored, "mae")).isCloseTo(0.5, within(1e-12));
        assertThat(value(scored, "rmse")).isCloseTo(Math.sqrt(0.375), within(1e-12));
        assertThat(value(scored, "r2")).isCloseTo(0.948608137, within(1e-9));
    }

    @Test
    void aModelWithoutAnAnswerIsSaidInWords() {
        assertThatThrownBy(() -> Scoring.score(
                        set(Task.CLASSIFICATION, List.of(0.0, 1.0)), List.of(new OutputValue.Unreadable("y", "a map"))))
                .hasMessageContaining("no output of the model gives that")
                .hasMessageContaining("y (a map)");
        assertThatThrownBy(() -> Scoring.score(
                        set(Task.CLASSIFICATION, List.of(5.0, 1.0)), List.of(floats(List.of(2L, 2L), 1, 0, 1, 0))))
                .hasMessageContaining("only 2 classes");
    }

    @Test
    void agreementOfAVersionWithItselfIsFullAndWithItsOppositeIsNone() throws Exception {
        EvaluationSet set = set(Task.CLASSIFICATION, List.of(0.0, 1.0));
        List<OutputValue> one = List.of(floats(List.of(2L, 2L), 2, -2, -1, 1));
        List<OutputValue> opposite = List.of(floats(List.of(2L, 2L), -2, 2, 1, -1));
        Agreements.Answered a =
                new Agreements.Answered("a", one, Scoring.score(set, one).predictions());
        Agreements.Answered b = new Agreements.Answered(
                "b", opposite, Scoring.score(set, opposite).predictions());

        AgreementResult self = Agreements.of(a, a, Task.CLASSIFICATION);
        AgreementResult other = Agreements.of(a, b, Task.CLASSIFICATION);

        assertThat(self.labelAgreement()).isEqualTo(1);
        assertThat(self.maxAbsDifference()).isZero();
        assertThat(self.cosine()).isCloseTo(1, within(1e-12));
        assertThat(other.labelAgreement()).isZero();
        assertThat(other.maxAbsDifference()).isEqualTo(4);
        assertThat(other.cosine()).isCloseTo(-1, within(1e-12));
    }
}
