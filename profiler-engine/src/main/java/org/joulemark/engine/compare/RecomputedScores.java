package org.joulemark.engine.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joulemark.engine.dataset.AnswerScores;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.VersionResult;
import org.jspecify.annotations.Nullable;

/** Scores the stored answers of a run's versions once more, and tells what of the stated accuracy does not agree. */
final class RecomputedScores {
    /** How a version says itself that it has no accuracy. */
    private static final String NO_ACCURACY = "no-accuracy";

    /** Needs the scores of all classes, of which only the best one is stored. */
    private static final String TOP5 = "top5";

    private final Run run;
    private final Evidence evidence;
    private final List<String> differences = new ArrayList<>();
    private @Nullable Predictions firstAnswers;

    RecomputedScores(Run run, Evidence evidence) {
        this.run = run;
        this.evidence = evidence;
    }

    /** One sentence for each thing that does not agree. */
    List<String> differences() {
        for (VersionResult version : run.versions()) {
            String label = new Contender(run, version).label();
            AccuracyResult accuracy = version.accuracy();
            if (accuracy != null) {
                stated(label, accuracy);
            } else if (expected(version)) {
                differences.add(label + ": it has no accuracy and does not say why, and the data has labels");
            }
        }
        return List.copyOf(differences);
    }

    /** All versions are scored before the first trial; one that could not be has failed or says so. */
    private boolean expected(VersionResult version) {
        DatasetFacts data = run.setting().dataset();
        boolean reached = run.ending().status() == RunStatus.COMPLETED
                || (run.ending().status() != RunStatus.INTERRUPTED
                        && !version.trials().isEmpty());
        return data != null
                && data.task() != Task.UNLABELLED
                && reached
                && version.failure() == null
                && version.findings().stream()
                        .noneMatch(finding -> finding.code().equals(NO_ACCURACY));
    }

    private void stated(String label, AccuracyResult accuracy) {
        DatasetFacts data = run.setting().dataset();
        if (data == null || data.task() != accuracy.task() || data.rows() != accuracy.rows()) {
            differences.add(label + ": states the accuracy of " + accuracy.task() + " on " + accuracy.rows()
                    + " rows, and the data of the run is "
                    + (data == null ? "none" : data.task() + " of " + data.rows() + " rows"));
        }
        try {
            Predictions answers = evidence.predictions(accuracy.predictions());
            if (answers.rows() != accuracy.rows()) {
                differences.add(
                        label + ": states " + accuracy.rows() + " rows, " + answers.rows() + " answers are stored");
            }
            correct(label, accuracy, answers);
            scores(label, accuracy, AnswerScores.of(accuracy.task(), answers));
            sameLabels(label, answers);
        } catch (IOException e) {
            differences.add(label + ": answers cannot be read: " + e.getMessage());
        }
    }

    private void correct(String label, AccuracyResult accuracy, Predictions answers) {
        Long stated = accuracy.correct();
        Long right = accuracy.task() == Task.CLASSIFICATION ? AnswerScores.correct(answers) : null;
        if (stated == null ? right != null : !stated.equals(right)) {
            differences.add(label + ": states " + (stated == null ? "no" : stated) + " right answers, recomputed "
                    + (right == null ? "none, since values have errors" : right));
        }
    }

    private void scores(String label, AccuracyResult accuracy, Map<String, Figure> again) {
        accuracy.scores().forEach((name, figure) -> {
            Figure now = again.get(name);
            boolean cannot = name.equals(TOP5) && accuracy.task() == Task.CLASSIFICATION;
            if (now == null && !cannot) {
                differences.add(label + ", score " + name + ": stated " + StatedText.of(figure)
                        + ", and no such score is known, so it was not checked");
            } else if (now != null && !Agreement.of(figure, now)) {
                differences.add(label + ", score " + name + ": stated " + StatedText.of(figure) + ", recomputed "
                        + StatedText.of(now));
            }
        });
        again.forEach((name, figure) -> {
            if (!accuracy.scores().containsKey(name)) {
                differences.add(label + ", score " + name + ": not stated, recomputed " + StatedText.of(figure));
            }
        });
    }

    /** The right answers are those of the data, which is the same for all versions. */
    private void sameLabels(String label, Predictions answers) {
        Predictions first = firstAnswers == null ? answers : firstAnswers;
        firstAnswers = first;
        boolean same = first.rows() == answers.rows()
                && IntStream.range(0, answers.rows()).allMatch(row -> first.expected(row) == answers.expected(row));
        if (!same) {
            differences.add(label + ": the labels stored with its answers are not those of the versions before it");
        }
    }
}
