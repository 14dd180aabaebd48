package org.joulemark.engine.dataset;

import java.util.List;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.UserError;

/** Scores the outputs of a model against the right answers of a set. */
public final class Scoring {
    private Scoring() {}

    /** Scores for all rows. @throws UserError if no output can be read as an answer */
    public static Scored score(EvaluationSet set, List<OutputValue> outputs) throws UserError {
        return set.facts().task() == Task.CLASSIFICATION
                ? Classification.score(set, outputs)
                : Regression.score(set, outputs);
    }

    static UserError noAnswer(EvaluationSet set, String wanted, List<OutputValue> outputs) {
        return UserError.usage("data " + set.facts().name() + " wants " + wanted
                + ", but no output of the model gives that; its outputs: "
                + outputs.stream().map(Scoring::words).toList());
    }

    private static String words(OutputValue output) {
        return switch (output) {
            case OutputValue.TensorValue value ->
                value.name() + " " + value.tensor().type() + value.tensor().shape();
            case OutputValue.Unreadable unreadable -> unreadable.name() + " (" + unreadable.why() + ")";
        };
    }
}
