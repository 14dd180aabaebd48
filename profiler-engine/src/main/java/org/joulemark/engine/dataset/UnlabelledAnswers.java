package org.joulemark.engine.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;

/**
 * Answers that are no label of the data. A set may well lack a class that the model has; but where not one answer is a
 * label, the two most likely name their classes differently, and no accuracy can be read off them.
 *
 * @param set the data
 * @param answers what the model answered, one a row
 */
record UnlabelledAnswers(EvaluationSet set, List<String> answers) {
    private static final int TOLD = 4;

    Optional<Finding> finding() {
        Set<String> labels = labels();
        List<String> unlabelled =
                answers.stream().filter(answer -> !labels.contains(answer)).toList();
        if (unlabelled.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                unlabelled.size() == answers.size()
                        ? new Finding(
                                "labels-unknown",
                                Severity.WARNING,
                                "the labels of the data (" + some(labels) + ") are no class the model answered ("
                                        + some(answers) + "): all " + answers.size() + " answers count as wrong",
                                "name or number the classes in the data as the model does")
                        : new Finding(
                                "answers-unlabelled",
                                Severity.NOTE,
                                "no label of the data is the class of " + unlabelled.size() + " of " + answers.size()
                                        + " answers (" + some(unlabelled) + "); they count as wrong",
                                "name or number the classes in the data as the model does"));
    }

    private Set<String> labels() {
        return IntStream.range(0, set.rows())
                .mapToObj(row ->
                        set.hasNames() ? String.valueOf(set.labelName(row)) : Long.toString((long) set.label(row)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String some(Collection<String> names) {
        Set<String> distinct = new TreeSet<>(names);
        return distinct.stream().limit(TOLD).collect(Collectors.joining(", ")) + (distinct.size() > TOLD ? ", …" : "");
    }
}
