package org.joulemark.engine.dataset;

import java.util.Arrays;
import java.util.List;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;

/** Reads one number a row out of the outputs of a model. */
final class Regression {
    private Regression() {}

    static Scored score(EvaluationSet set, List<OutputValue> outputs) throws UserError {
        int rows = set.rows();
        TensorData values =
                Answers.values(outputs, rows).orElseThrow(() -> Scoring.noAnswer(set, "one number a row", outputs));
        double[] expected = new double[rows];
        double[] predicted = new double[rows];
        Arrays.setAll(expected, set::label);
        Arrays.setAll(predicted, row -> Elements.at(values, row));
        Predictions answers = new Predictions(predicted, expected);
        return new Scored(
                Task.REGRESSION,
                null,
                AnswerScores.of(Task.REGRESSION, answers),
                answers,
                AnswerScores.finite(answers)
                        ? List.of()
                        : List.of(new Finding(
                                "answers-not-numbers",
                                Severity.WARNING,
                                "some answers are not numbers",
                                "check the model")));
    }
}
