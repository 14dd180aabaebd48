package org.joulemark.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.dataset.Agreements;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.Scored;
import org.joulemark.engine.dataset.Scoring;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.AgreementResult;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** What one version answered to the evaluation set: how right it was, and how far it agrees with the reference. */
final class VersionScores {
    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private Agreements.@Nullable Answered answered;
    private @Nullable AccuracyResult accuracy;
    private @Nullable AgreementResult agreement;

    VersionScores(String name) {
        this.name = name;
    }

    /** Scores the version, in a pass of its own outside the timed windows. */
    void evaluate(InferenceWorker open, EvaluationSet data, RunJournal journal) throws WorkerException, IOException {
        List<OutputValue> outputs = open.evaluate();
        try {
            Scored scored = Scoring.score(data, outputs);
            findings.addAll(scored.findings());
            BlobId predictions = journal.keep(scored.predictions());
            accuracy = new AccuracyResult(scored.task(), data.rows(), scored.correct(), scored.scores(), predictions);
            answered = new Agreements.Answered(name, outputs, scored.predictions());
        } catch (UserError e) {
            findings.add(new Finding("no-accuracy", Severity.WARNING, e.line(), "give data that fit the model"));
        }
    }

    void compareWith(Agreements.Answered reference, EvaluationSet data) {
        Agreements.Answered own = answered;
        if (own != null) {
            agreement = Agreements.of(reference, own, data.facts().task());
        }
    }

    /** Null if it was not evaluated or its answers cannot be scored. */
    Agreements.@Nullable Answered answered() {
        return answered;
    }

    @Nullable
    AccuracyResult accuracy() {
        return accuracy;
    }

    @Nullable
    AgreementResult agreement() {
        return agreement;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
