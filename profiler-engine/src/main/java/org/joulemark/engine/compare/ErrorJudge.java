package org.joulemark.engine.compare;

import java.io.IOException;
import java.util.stream.IntStream;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.stats.Bootstrap;
import org.joulemark.engine.stats.ConfidenceIntervals;
import org.joulemark.engine.stats.RowStatistic;

/** Compares numeric answers to the same rows by a bootstrap that resamples rows for both versions at once. */
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
        return new Outcome(delta, Outcome.verdict(interval, better, "the interval over these rows holds zero"));
    }
}
