package org.joulemark.engine.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.stats.Wilson;

/** Top-1, top-5 and macro F1. Counts are exact; their intervals are those of a binomial share (Wilson 1927). */
final class Classification {
    private static final int TOP = 5;

    private final EvaluationSet set;
    private final List<OutputValue> outputs;
    private final int rows;

    private Classification(EvaluationSet set, List<OutputValue> outputs) {
        this.set = set;
        this.outputs = outputs;
        this.rows = set.rows();
    }

    static Scored score(EvaluationSet set, List<OutputValue> outputs) throws UserError {
        return new Classification(set, outputs).scored();
    }

    private Scored scored() throws UserError {
        double[] expected = new double[rows];
        Arrays.setAll(expected, set::label);
        double[] predicted = predicted();
        Predictions answers = new Predictions(predicted, expected);
        Map<String, Figure> scores = new LinkedHashMap<>(AnswerScores.of(Task.CLASSIFICATION, answers));
        scores.put("top5", top5());
        return new Scored(Task.CLASSIFICATION, AnswerScores.correct(answers), scores, answers, findings(predicted));
    }

    private List<Finding> findings(double[] predicted) {
        boolean byName = byName();
        List<Finding> findings = new ArrayList<>();
        if (byName || Answers.scores(outputs, rows).isEmpty()) {
            findings.addAll(new UnlabelledAnswers(set, answers(predicted)).findings());
        } else {
            long none = Arrays.stream(predicted).filter(answer -> answer < 0).count();
            if (none > 0) {
                findings.add(new Finding(
                        "answers-not-numbers",
                        Severity.WARNING,
                        none + " answers are not numbers; they count as wrong",
                        "check the model"));
            }
        }
        if (set.labels().sorted() && !byName) {
            findings.add(new Finding(
                    "classes-numbered",
                    Severity.NOTE,
                    "classes given in words were numbered in sorted order: " + set.firstClasses(),
                    "give class numbers if the model counts otherwise"));
        }
        return List.copyOf(findings);
    }

    /** The answers as the model gave them: names, or class numbers. */
    private List<String> answers(double[] predicted) {
        List<String> names =
                Answers.names(outputs, rows).map(TensorData::strings).orElse(null);
        return byName() && names != null
                ? names
                : Arrays.stream(predicted)
                        .mapToObj(answer -> Long.toString((long) answer))
                        .toList();
    }

    private boolean byName() {
        return set.hasNames() && Answers.names(outputs, rows).isPresent();
    }

    private double[] predicted() throws UserError {
        Optional<TensorData> names = set.hasNames() ? Answers.names(outputs, rows) : Optional.empty();
        if (names.isPresent()) {
            return byName(names.get());
        }
        Optional<TensorData> scores = Answers.scores(outputs, rows);
        if (scores.isPresent()) {
            int classes = Answers.perRow(scores.get(), rows);
            checkRange(classes);
            double[] predicted = new double[rows];
            Arrays.setAll(predicted, row -> Answers.best(scores.get(), row, classes));
            return predicted;
        }
        TensorData classes = Answers.classes(outputs, rows)
                .orElseThrow(() -> Scoring.noAnswer(set, "class answers (scores, class numbers or names)", outputs));
        double[] predicted = new double[rows];
        Arrays.setAll(predicted, row -> Elements.at(classes, row));
        return predicted;
    }

    private void checkRange(int classes) throws UserError {
        for (int row = 0; row < rows; row++) {
            if (set.label(row) >= classes) {
                throw UserError.usage("data " + set.facts().name() + ": the label of row " + row + " is "
                        + (long) set.label(row) + ", but the model has only " + classes + " classes");
            }
        }
    }

    /** A name is the class it stands for in the set; a name the set never uses is no known class. */
    private double[] byName(TensorData names) {
        Map<String, Double> classes = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            String name = set.labelName(row);
            if (name != null) {
                classes.put(name, set.label(row));
            }
        }
        List<String> answers = names.strings() == null ? List.of() : names.strings();
        double[] predicted = new double[rows];
        Arrays.setAll(predicted, row -> classes.getOrDefault(answers.get(row), -1.0));
        return predicted;
    }

    private Quantity share(long count) {
        return Wilson.ofRows((double) count / rows, rows);
    }

    private Figure top5() {
        Optional<TensorData> scores = Answers.scores(outputs, rows);
        int classes = scores.map(tensor -> Answers.perRow(tensor, rows)).orElse(0);
        if (scores.isEmpty() || classes <= TOP) {
            return new Absent(Unit.RATIO, "top-5 needs scores of more than five classes");
        }
        long hits = 0;
        for (int row = 0; row < rows; row++) {
            var wanted = new Answers.Wanted((int) set.label(row), TOP);
            hits += wanted.label() < classes && Answers.among(scores.get(), row, classes, wanted) ? 1 : 0;
        }
        return share(hits);
    }
}
