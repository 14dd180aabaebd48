package org.joulemark.engine.compare.metric;

import java.util.Locale;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Task;

/** A score on the evaluation set, as the evaluation left it. */
abstract class ScoreMetric extends Described {
    private final String name;
    private final Task task;
    private final Basis basis;

    /** @param name key of the score in {@link AccuracyResult#scores()} */
    ScoreMetric(Description description, String name, Task task, Basis basis) {
        super(description);
        this.name = name;
        this.task = task;
        this.basis = basis;
    }

    @Override
    public final Basis basis() {
        return basis;
    }

    @Override
    public final boolean applies(Contender contender) {
        AccuracyResult accuracy = contender.version().accuracy();
        return accuracy == null ? task == Task.CLASSIFICATION : accuracy.task() == task;
    }

    @Override
    public final Figure of(Contender contender) {
        AccuracyResult accuracy = contender.version().accuracy();
        if (accuracy == null) {
            return new Absent(unit(), whyNoAccuracy(contender));
        }
        if (accuracy.task() != task) {
            return new Absent(unit(), "not a score of " + accuracy.task().name().toLowerCase(Locale.ROOT));
        }
        Figure score = accuracy.scores().get(name);
        return score == null ? new Absent(unit(), "not computed for these outputs") : score;
    }

    private static String whyNoAccuracy(Contender contender) {
        DatasetFacts data = contender.run().setting().dataset();
        if (data == null) {
            return "no evaluation set given";
        }
        if (data.task() == Task.UNLABELLED) {
            return "the evaluation set has no labels";
        }
        return contender.version().failure() == null ? "not evaluated" : WhyNothing.noTrial(contender);
    }
}
