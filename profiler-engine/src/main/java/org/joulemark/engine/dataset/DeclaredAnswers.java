package org.joulemark.engine.dataset;

import java.util.List;
import java.util.stream.Collectors;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;

/**
 * Checks labels against what a model declares to answer, before it is run. Only what is certain from the declaration is
 * refused; free sizes may turn out to fit.
 */
final class DeclaredAnswers {
    private DeclaredAnswers() {}

    /** @throws UserError if no output can be an answer to the labels, or some label is a class the model has not */
    static void check(EvaluationSet set, String model, List<ValueSpec> outputs) throws UserError {
        switch (set.facts().task()) {
            case UNLABELLED -> {}
            case REGRESSION -> {
                if (outputs.stream().noneMatch(DeclaredAnswers::mayBeValues)) {
                    throw UserError.usage("data " + set.facts().name() + " asks for a value a row (" + why(set)
                            + "), but model " + model + " answers " + words(outputs)
                            + "; store the labels as whole numbers if they are classes, or leave them out to measure"
                            + " without accuracy");
                }
            }
            case CLASSIFICATION -> {
                boolean names = set.hasNames();
                if (outputs.stream().noneMatch(output -> mayBeScores(output) || mayBeClasses(output, names))) {
                    throw UserError.usage("data " + set.facts().name() + " asks for a class a row, but model " + model
                            + " answers " + words(outputs)
                            + "; store the labels as floating-point numbers if they are values, or leave them out to"
                            + " measure without accuracy");
                }
                if (!names) {
                    checkRange(set, model, outputs);
                }
            }
        }
    }

    private static String why(EvaluationSet set) {
        for (int row = 0; row < set.rows(); row++) {
            if (set.label(row) != Math.rint(set.label(row))) {
                return "the label of row " + row + " is " + set.label(row);
            }
        }
        return "its labels are stored as floating-point numbers";
    }

    private static String words(List<ValueSpec> outputs) {
        return outputs.stream()
                .map(output -> output.name() + " " + output.typeText())
                .collect(Collectors.joining(", "));
    }

    private static void checkRange(EvaluationSet set, String model, List<ValueSpec> outputs) throws UserError {
        double largest = set.labels().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        for (ValueSpec output : outputs) {
            if (!output.kind().equals("tensor") || !mayBeScores(output)) {
                continue;
            }
            long classes = width(output);
            if (classes >= 2 && largest >= classes) {
                throw UserError.usage("data " + set.facts().name() + " has the label " + (long) largest
                        + ", but model " + model + " has only " + classes + " classes (output '" + output.name()
                        + "' is " + output.typeText() + ", counted from 0)");
            }
            return;
        }
    }

    /** Floating-point tensors [rows, classes], and the maps of class to score that classifiers of scikit-learn give. */
    private static boolean mayBeScores(ValueSpec output) {
        if (output.kind().equals("sequence")) {
            return output.typeText().contains("map(");
        }
        List<Dimension> tail = tail(output);
        long sizes = tail.stream().filter(dim -> !dim.free() && dim.size() != 1).count();
        long width = width(output);
        return Numbers.floating(output.type()) && sizes <= 1 && (width < 0 || width >= 2);
    }

    private static boolean mayBeClasses(ValueSpec output, boolean names) {
        boolean type = Numbers.integer(output.type()) || (names && output.type() == ElementType.STRING);
        return type && mayBeOne(output);
    }

    private static boolean mayBeValues(ValueSpec output) {
        return Numbers.floating(output.type()) && mayBeOne(output);
    }

    private static boolean mayBeOne(ValueSpec output) {
        return tail(output).stream().allMatch(dim -> dim.free() || dim.size() == 1);
    }

    /** Elements a row; -1 if the declaration leaves them open. */
    private static long width(ValueSpec output) {
        List<Dimension> shape = output.shape();
        List<Dimension> tail = tail(output);
        if (shape == null || tail.stream().anyMatch(Dimension::free)) {
            return -1;
        }
        return tail.stream().mapToLong(Dimension::size).reduce(1, Math::multiplyExact);
    }

    private static List<Dimension> tail(ValueSpec output) {
        List<Dimension> shape = output.shape();
        return shape == null || shape.isEmpty() ? List.of() : shape.subList(1, shape.size());
    }
}
