package org.joulemark.engine.compare;

import java.io.IOException;
import java.util.Locale;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.stats.McNemar;
import org.joulemark.engine.stats.PairedShares;

/** Compares right and wrong answers to the same rows by McNemar's exact test; a difference counts at p below 0.05. */
final class AnswerJudge {
    private static final double LEVEL = 0.95;
    private static final double SIGNIFICANT = 0.05;

    private final Evidence evidence;

    AnswerJudge(Evidence evidence) {
        this.evidence = evidence;
    }

    Outcome judge(Contender baseline, Contender other) {
        try {
            return judge(count(Answers.read(evidence, baseline, other)));
        } catch (IOException e) {
            return Outcome.notComparable("stored answers: " + e.getMessage());
        }
    }

    private static PairedShares count(Answers answers) {
        long[] cells = new long[4];
        for (int row = 0; row < answers.old().rows(); row++) {
            cells[(right(answers.old(), row) ? 2 : 0) + (right(answers.recent(), row) ? 1 : 0)]++;
        }
        return new PairedShares(cells[3], cells[1], cells[2], cells[0]);
    }

    private static boolean right(Predictions answers, int row) {
        return answers.predicted(row) == answers.expected(row);
    }

    private static Outcome judge(PairedShares shares) {
        double probability = shares.probability();
        String method = shares.better() + " better, " + shares.worse() + " worse, " + shown(probability)
                + " (exact McNemar; interval by Newcombe)";
        Delta delta = new Delta(shares.difference(), false, shares.interval(LEVEL), method);
        return new Outcome(
                delta,
                probability < SIGNIFICANT
                        ? Outcome.direction(shares.difference() > 0, Better.HIGHER)
                        : new Verdict.NoDifferenceShown(needed(shares)));
    }

    /** The most even split of the rows answered differently that would have counted as a difference. */
    private static String needed(PairedShares shares) {
        long different = shares.better() + shares.worse();
        if (different == 0) {
            return "both have the same rows right";
        }
        for (long fewer = different / 2; fewer >= 0; fewer--) {
            if (McNemar.exact(fewer, different - fewer) < SIGNIFICANT) {
                return "of " + different + " rows answered differently a split of " + fewer + " to "
                        + (different - fewer) + " would show one";
            }
        }
        return "too few rows answered differently (" + different + ") to show one";
    }

    private static String shown(double probability) {
        if (probability >= 0.995) {
            return "p = 1";
        }
        if (probability < 0.001) {
            return "p < 0.001";
        }
        return String.format(Locale.ROOT, probability < 0.1 ? "p = %.2g" : "p = %.2f", probability);
    }
}
