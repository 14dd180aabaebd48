package org.joulemark.engine.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Answers that are no label and, where classes have names, labels that are no answer: a name may be misspelt. */
    List<Finding> findings() {
        Optional<Finding> unlabelled = finding();
        boolean none = unlabelled.filter(one -> one.severity() != Severity.NOTE).isPresent();
        return Stream.concat(unlabelled.stream(), none ? Stream.empty() : unanswered().stream())
                .toList();
    }

    private Optional<Finding> unanswered() {
        Set<String> given = new TreeSet<>(answers);
        Map<String, Long> rows = IntStream.range(0, set.hasNames() ? set.rows() : 0)
                .mapToObj(row -> String.valueOf(set.labelName(row)))
                .filter(name -> !given.contains(name))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String names = rows.entrySet().stream()
                .limit(TOLD)
                .map(name ->
                        "'" + name.getKey() + "' (" + name.getValue() + (name.getValue() == 1 ? " row)" : " rows)"))
                .collect(Collectors.joining(", "));
        return Optional.of(new Finding(
                "labels-unanswered",
                Severity.NOTE,
                "the model never answered the label " + names + (rows.size() > TOLD ? ", …" : ""),
                "check how the classes are spelt in the data"));
    }

    private Optional<Finding> finding() {
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
