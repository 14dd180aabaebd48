package org.joulemark.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** Rows to evaluate models on: inputs by name, and the right answers. Immutable. */
public final class EvaluationSet {
    /** An array of this name feeds the only input of a model, whatever that input is called. */
    static final String SINGLE_INPUT = "input";

    private final DatasetFacts facts;
    private final Map<String, TensorData> arrays;
    private final Labels labels;

    EvaluationSet(DatasetFacts facts, Map<String, TensorData> arrays, Labels labels) {
        this.facts = facts;
        this.arrays = Map.copyOf(arrays);
        this.labels = labels;
    }

    /** Identity of the set. */
    public DatasetFacts facts() {
        return facts;
    }

    /** Number of rows. */
    public int rows() {
        return labels.values().size();
    }

    /** Right answer of a row: class index or value. */
    double label(int row) {
        return labels.values().get(row);
    }

    /** Right answer of a row as text, or null if the set has no class names. */
    @Nullable
    String labelName(int row) {
        List<String> names = labels.names();
        return names == null ? null : names.get(row);
    }

    boolean hasNames() {
        return labels.names() != null;
    }

    /**
     * The arrays that feed these inputs, converted to the types the model declares where nothing is lost but width.
     *
     * @throws UserError naming the input and both shapes or types if an array is missing or does not fit
     */
    public List<TensorData> inputsFor(String model, List<ValueSpec> inputs) throws UserError {
        List<TensorData> bound = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            ValueSpec input = inputs.get(i);
            TensorData array = arrays.getOrDefault(input.name(), arrays.get(positional(i)));
            if (array == null && inputs.size() == 1) {
                array = arrays.get(SINGLE_INPUT);
            }
            if (array == null) {
                throw UserError.usage("data " + facts.name() + " has no array '" + input.name()
                        + "' for the input of that name of model " + model + "; it has " + sortedNames());
            }
            bound.add(InputBinding.fit(facts.name(), model, array, input));
        }
        return List.copyOf(bound);
    }

    /**
     * Checks the labels against the classes a model declares, before it is run.
     *
     * @throws UserError if some label is a class the model does not have
     */
    public void checkAnswers(String model, List<ValueSpec> outputs) throws UserError {
        if (facts.task() != Task.CLASSIFICATION || hasNames()) {
            return;
        }
        double largest =
                labels.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (ValueSpec output : outputs) {
            List<Dimension> shape = output.shape();
            if (shape == null || shape.size() != 2 || !Numbers.floating(output.type())) {
                continue;
            }
            long classes = shape.get(1).size();
            if (classes >= 2 && largest >= classes) {
                throw UserError.usage("data " + facts.name() + " has the label " + (long) largest + ", but model "
                        + model
                        + " has only " + classes + " classes (output '" + output.name() + "' is " + output.typeText()
                        + ", counted from 0)");
            }
            return;
        }
    }

    /** Name of an array that feeds an input by its place, as in ONNX reference data. */
    static String positional(int index) {
        return "input_" + index;
    }

    private List<String> sortedNames() {
        return arrays.keySet().stream().sorted().toList();
    }
}
