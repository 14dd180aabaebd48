package org.joulemark.engine.compare;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.stats.RowStatistic;

/** What a difference between two versions in a metric rests on, which decides how it is judged. */
public sealed interface Basis {
    /**
     * Repeated trials: block-paired or Welch's t on logarithms.
     *
     * @param values value of each trial
     * @param conditions what else must be equal for a comparison, by name, for example the power sensors
     * @param restates why a difference says nothing of its own, being computed from another metric; empty if it does
     * @param common standard uncertainty of the logarithm of the ratio of both from errors that all trials share and that
     *     do not cancel in the ratio
     */
    record Trials(
            Function<Contender, TrialValues> values,
            Function<Contender, Map<String, String>> conditions,
            Function<Contender, String> restates,
            ToDoubleBiFunction<Contender, Contender> common)
            implements Basis {
        /** Trials without further conditions. */
        public static Trials of(Function<Contender, TrialValues> values) {
            return new Trials(values, contender -> Map.of(), contender -> "", (baseline, other) -> 0);
        }
    }

    /** A fact of the file: any difference is one. */
    record Exact() implements Basis {}

    /** Right and wrong answers to the same rows: McNemar's exact test. */
    record Answers() implements Basis {}

    /**
     * Numeric answers to the same rows: paired bootstrap.
     *
     * @param score score of one version, of any choice of rows
     */
    record Errors(Function<Predictions, RowStatistic> score) implements Basis {}

    /**
     * Seen once a run, so that chance cannot be told from difference.
     *
     * @param why for the user
     */
    record Once(String why) implements Basis {}

    /** Shown, never judged. */
    record Unjudged() implements Basis {}
}
