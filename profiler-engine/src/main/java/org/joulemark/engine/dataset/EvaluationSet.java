package org.joulemark.engine.dataset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** Rows to evaluate models on: inputs by name, and the right answers if the file holds them. Immutable. */
public final class EvaluationSet {
    /** An array of this name feeds the only input of a model, whatever that input is called. */
    static final String SINGLE_INPUT = "input";

    private final DatasetFacts facts;
    private final Map<String, TensorData> arrays;
    private final Map<String, String> unreadable;
    private final @Nullable Labels labels;
    private final List<Finding> findings;

    EvaluationSet(DatasetFacts facts, Rows content) {
        this.facts = facts;
        this.arrays = Map.copyOf(content.inputs());
        this.unreadable = Map.copyOf(content.unreadable());
        this.labels = content.labels();
        this.findings = List.copyOf(content.findings());
    }

    /** Identity of the set. */
    public DatasetFacts facts() {
        return facts;
    }

    /** Number of rows. */
    public int rows() {
        return Math.toIntExact(facts.rows());
    }

    /** Whether the right answers are known; without them there is latency and energy, but no accuracy. */
    public boolean labelled() {
        return labels != null;
    }

    /** What was noticed of the file itself, whatever model it feeds. */
    public List<Finding> findings() {
        return findings;
    }

    /** Right answer of a row: class index or value. */
    double label(int row) {
        return labels().values().get(row);
    }

    /** Right answer of a row as text, or null if the set has no class names. */
    @Nullable
    String labelName(int row) {
        List<String> names = labels().names();
        return names == null ? null : names.get(row);
    }

    boolean hasNames() {
        return labels().names() != null;
    }

    /** The first classes with their numbers, for example "0 = cat, 1 = dog". */
    String firstClasses() {
        SortedMap<Double, String> classes = new TreeMap<>();
        for (int row = 0; row < rows(); row++) {
            classes.put(label(row), String.valueOf(labelName(row)));
        }
        String first = classes.entrySet().stream()
                .limit(4)
                .map(one -> (long) (double) one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining(", "));
        return classes.size() > 4 ? first + ", …" : first;
    }

    /** The right answers. @throws IllegalStateException if there are none, which {@link #labelled} tells */
    Labels labels() {
        Labels known = labels;
        if (known == null) {
            throw new IllegalStateException("data " + facts.name() + " has no labels");
        }
        return known;
    }

    /**
     * The arrays that feed a model, after every check that can be made before it is run: whoever runs the model goes
     * through here, so that all refuse the same.
     *
     * @param model name for messages
     * @param modelFacts what the model declares
     * @param batchSize rows a call
     * @throws UserError naming what does not fit: an array, its shape or type, the labels, or the number of rows
     */
    public BoundInputs bind(String model, ModelFacts modelFacts, int batchSize) throws UserError {
        BoundInputs bound = inputsFor(model, modelFacts.inputs());
        DeclaredAnswers.check(this, model, modelFacts.outputs());
        if (rows() < batchSize) {
            throw UserError.usage("batch size " + batchSize + " is larger than the " + rows() + " rows of data "
                    + facts.name() + "; give a smaller --batch or more rows");
        }
        return bound;
    }

    /**
     * The arrays that feed these inputs, converted to the types the model declares where nothing is lost but width.
     *
     * @throws UserError naming the input and both shapes or types if an array is missing or does not fit
     */
    BoundInputs inputsFor(String model, List<ValueSpec> inputs) throws UserError {
        InputBinding binding = new InputBinding(facts, labelled(), model, assumed());
        List<TensorData> bound = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>();
        List<Finding> noticed = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            ValueSpec input = inputs.get(i);
            String name = arrayFor(model, input, i, inputs.size());
            TensorData array = arrays.get(name);
            if (array == null) {
                throw UserError.usage("data " + facts.name() + ": array '" + name + "' " + unreadable.get(name));
            }
            used.add(name);
            TensorData fed = binding.fit(array, input);
            bound.add(fed);
            noticed.addAll(Casts.noticed(array, fed, input));
            InputBinding.folded(array, fed).ifPresent(noticed::add);
            NotFinite.noticed(array).ifPresent(noticed::add);
        }
        return new BoundInputs(List.copyOf(bound), Set.copyOf(used), List.copyOf(noticed));
    }

    /** Which column was taken for the answers because none says so; a table without any then lacks a feature. */
    private String assumed() {
        return findings.stream()
                .filter(finding -> finding.code().equals(CsvFile.LABEL_LAST))
                .map(Finding::text)
                .findFirst()
                .orElse("");
    }

    private String arrayFor(String model, ValueSpec input, int index, int inputs) throws UserError {
        List<String> candidates = inputs == 1
                ? List.of(input.name(), positional(index), SINGLE_INPUT)
                : List.of(input.name(), positional(index));
        return candidates.stream()
                .filter(name -> arrays.containsKey(name) || unreadable.containsKey(name))
                .findFirst()
                .orElseThrow(() -> UserError.usage("data " + facts.name() + " has no array '" + input.name()
                        + "' for the input of that name of model " + model + "; it has "
                        + new TreeSet<>(arrays.keySet())));
    }

    /** Says which arrays none of the models took; empty if all were taken. */
    public List<Finding> ignored(Set<String> taken) {
        Set<String> left = new TreeSet<>(arrays.keySet());
        left.addAll(unreadable.keySet());
        left.removeAll(taken);
        if (left.isEmpty()) {
            return List.of();
        }
        String names = left.stream()
                .map(name -> "'" + name + "'" + (unreadable.containsKey(name) ? " (" + unreadable.get(name) + ")" : ""))
                .collect(Collectors.joining(", "));
        return List.of(new Finding(
                "arrays-ignored",
                Severity.NOTE,
                "data " + facts.name() + ": no input takes the array" + (left.size() == 1 ? " " : "s ") + names,
                "name an array like the input it is for"));
    }

    /** Name of an array that feeds an input by its place, as in ONNX reference data. */
    static String positional(int index) {
        return "input_" + index;
    }
}
