package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.joulemark.engine.dataset.Agreements.Answered;
import org.joulemark.engine.model.AgreementResult;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Task;
import org.junit.jupiter.api.Test;

class AgreementsTest {
    private static Answered scores(String name, double[] answers, double... scores) {
        long rows = answers.length;
        OutputValue output = ScoresTest.floats("p", List.of(rows, scores.length / rows), scores);
        return new Answered(name, List.of(output), new Predictions(answers, new double[answers.length]));
    }

    @Test
    void labelsDifferencesAndAnglesAreThoseWorkedOutByHand() {
        AgreementResult result = Agreements.of(
                scores("v1", new double[] {0, 1}, 3, 4, 0, 2),
                scores("v2", new double[] {0, 0}, 4, 3, 2, 0),
                Task.CLASSIFICATION);

        assertThat(result.reference()).isEqualTo("v1");
        assertThat(result.labelAgreement()).isEqualTo(0.5);
        assertThat(result.maxAbsDifference()).isEqualTo(2);
        // (12 + 12) / 25 in the first row, at right angles in the second.
        assertThat(result.cosine()).isCloseTo(0.96 / 2, offset(1e-12));
        assertThat(result.note()).isEmpty();
    }

    @Test
    void zeroVectorsAgreeWithThemselvesOnly() {
        double[] answers = {0};
        assertThat(Agreements.of(scores("a", answers, 0, 0), scores("b", answers, 0, 0), Task.CLASSIFICATION)
                        .cosine())
                .isEqualTo(1);
        assertThat(Agreements.of(scores("a", answers, 0, 0), scores("b", answers, 1, 0), Task.CLASSIFICATION)
                        .cosine())
                .isZero();
    }

    @Test
    void oneValueARowIsComparedAsAColumn() {
        AgreementResult result = Agreements.of(
                scores("a", new double[] {3, 4}, 3, 4), scores("b", new double[] {4, 3}, 4, 3), Task.REGRESSION);

        assertThat(result.labelAgreement()).isNull();
        assertThat(result.cosine()).isCloseTo(0.96, offset(1e-12));
    }

    @Test
    void outputsWithoutACommonShapeAreSaidAndNotCompared() {
        AgreementResult result = Agreements.of(
                scores("a", new double[] {0, 0}, 1, 2, 3, 4),
                scores("b", new double[] {0, 1}, 1, 2, 3, 4, 5, 6),
                Task.CLASSIFICATION);

        assertThat(result.labelAgreement()).isEqualTo(0.5);
        assertThat(result.maxAbsDifference()).isNull();
        assertThat(result.cosine()).isNull();
        assertThat(result.note()).contains("no common numeric shape");
    }

    @Test
    void whatIsNoNumberHasNoDifference() {
        AgreementResult result = Agreements.of(
                scores("a", new double[] {0}, 1, Double.NaN),
                scores("b", new double[] {0}, 1, Double.POSITIVE_INFINITY),
                Task.CLASSIFICATION);

        assertThat(result.maxAbsDifference()).isNull();
        assertThat(result.cosine()).isNull();
    }
}
