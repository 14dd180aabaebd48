package org.joulemark.engine.compare;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.stats.Bootstrap;
import org.joulemark.engine.stats.ConfidenceIntervals;
import org.joulemark.engine.stats.RowExchange;
import org.joulemark.engine.stats.RowStatistic;

/** Compares numeric answers to the same rows by a bootstrap that resamples rows for both versions at once,
 * and by exchanging rows between them. */
final class ErrorJudge {
    private static final double LEVEL = 0.95;

    private final Evidence evidence;
    private final Better better;
    private final Basis.Errors basis;

    ErrorJudge(Evidence evidence, Better better, Basis.Errors basis) {
        this.evidence = evidence;
        this.better = better;
        this.basis = basis;
    }

    Outcome judge(Contender baseline, Contender other) {
        try {
            return judge(Answers.read(evidence, baseline, other));
        } catch (IOException e) {
            return Outcome.notComparable("stored answers: " + e.getMessage());
        }
    }

    private Outcome judge(Answers answers) {
        int rows = answers.old().rows();
        RowStatistic old = basis.score().apply(answers.old());
        RowStatistic recent = basis.score().apply(answers.recent());
        RowStatistic difference = chosen -> recent.of(chosen) - old.of(chosen);
        double observed = difference.of(IntStream.range(0, rows).toArray());
        if (rows < ConfidenceIntervals.LEAST_FOR_BOOTSTRAP) {
            Delta delta = new Delta(observed, false, null, "paired, n = " + rows);
            String why = "needs at least " + ConfidenceIntervals.LEAST_FOR_BOOTSTRAP + " rows, has " + rows;
            return new Outcome(delta, new Verdict.NoDifferenceShown(why));
        }
        Interval interval = Bootstrap.bca(rows, difference, LEVEL);
        Delta delta = new Delta(observed, false, interval, "paired BCa bootstrap over " + rows + " rows");
        return new Outcome(delta, verdict(interval, answers));
    }

    /** An interval of few rows, or of rows with a few large errors, is too narrow: both it and the exchange must show. */
    private Verdict verdict(Interval interval, Answers answers) {
        Verdict verdict = Outcome.verdict(interval, better, "the interval over these rows holds zero");
        if (interval.contains(0)) {
            return verdict;
        }
        double probability = RowExchange.probability(answers.old().rows(), exchanged -> difference(answers, exchanged));
        return probability < 1 - LEVEL
                ? verdict
                : new Verdict.NoDifferenceShown(String.format(
                        Locale.ROOT,
                        "between equals as large a difference comes in %.0f of 100 cases (rows exchanged at random)",
                        100 * probability));
    }

    private double difference(Answers answers, boolean[] exchanged) {
        int rows = exchanged.length;
        double[][] answered = new double[2][rows];
        double[] expected = new double[rows];
        for (int row = 0; row < rows; row++) {
            answered[exchanged[row] ? 1 : 0][row] = answers.old().predicted(row);
            answered[exchanged[row] ? 0 : 1][row] = answers.recent().predicted(row);
            expected[row] = answers.old().expected(row);
        }
        int[] all = IntStream.range(0, rows).toArray();
        return basis.score().apply(new Predictions(answered[1], expected)).of(all)
                - basis.score().apply(new Predictions(answered[0], expected)).of(all);
    }
}
