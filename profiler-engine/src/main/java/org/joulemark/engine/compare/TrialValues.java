package org.joulemark.engine.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.joulemark.engine.model.Trial;

/**
 * One value a trial of a version, the material of comparisons.
 *
 * @param values values in trial order; empty if there is none
 * @param whyNone why there is none; empty if there are values
 */
public record TrialValues(List<Value> values, String whyNone) {
    /**
     * Value of one trial.
     *
     * @param block block of the shuffled order the trial belongs to
     * @param value value in the unit of the metric
     */
    public record Value(int block, double value) {}

    public TrialValues {
        values = List.copyOf(values);
    }

    /** No values, for this reason. */
    public static TrialValues none(String why) {
        return new TrialValues(List.of(), why);
    }

    /** One value for each of the trials. */
    public static TrialValues of(List<Trial> trials, ToDoubleFunction<Trial> value) {
        if (trials.isEmpty()) {
            return none("no finished trial");
        }
        return new TrialValues(
                trials.stream()
                        .map(trial -> new Value(trial.block(), value.applyAsDouble(trial)))
                        .toList(),
                "");
    }

    /** The same values times a factor. */
    public TrialValues times(double factor) {
        return new TrialValues(
                values.stream()
                        .map(one -> new Value(one.block(), one.value() * factor))
                        .toList(),
                whyNone);
    }

    /** The bare values. */
    public double[] toArray() {
        return values.stream().mapToDouble(Value::value).toArray();
    }
}
