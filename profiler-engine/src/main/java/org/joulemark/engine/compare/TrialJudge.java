package org.joulemark.engine.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.stats.LogDifference;

/**
 * Compares repeated trials: pairs of the same block where both versions ran interleaved in one run, else Welch. On
 * logarithms, so that a common gain of the sensor cancels and the effect is a ratio.
 */
final class TrialJudge {
    private final Better better;
    private final Basis.Trials basis;

    TrialJudge(Better better, Basis.Trials basis) {
        this.better = better;
        this.basis = basis;
    }

    Outcome judge(Contender baseline, Contender other) {
        TrialValues old = basis.values().apply(baseline);
        TrialValues recent = basis.values().apply(other);
        if (old.values().isEmpty() || recent.values().isEmpty()) {
            String why = old.values().isEmpty() ? old.whyNone() : recent.whyNone();
            return new Outcome(null, new Verdict.NoDifferenceShown(why));
        }
        boolean sameRun = baseline.run().id().equals(other.run().id());
        List<double[]> pairs = sameRun ? pairs(old, recent) : List.of();
        double[] a = pairs.isEmpty() ? old.toArray() : column(pairs, 0);
        double[] b = pairs.isEmpty() ? recent.toArray() : column(pairs, 1);
        if (!positive(a) || !positive(b)) {
            return new Outcome(
                    null, new Verdict.NoDifferenceShown("a trial is not above zero, so that no ratio can be formed"));
        }
        double common = basis.common().applyAsDouble(baseline, other);
        return pairs.isEmpty() ? unpaired(a, b, common) : paired(a, b, common);
    }

    private Outcome paired(double[] a, double[] b, double common) {
        return outcome(LogDifference.paired(a, b).withCommon(common), "block-paired t on logarithms, n = " + a.length);
    }

    private Outcome unpaired(double[] a, double[] b, double common) {
        return outcome(
                LogDifference.welch(a, b).withCommon(common),
                "Welch's t on logarithms, n = " + a.length + " and " + b.length);
    }

    private Outcome outcome(LogDifference difference, String method) {
        Optional<Interval> interval = difference.interval95();
        Delta delta = new Delta(difference.change(), true, interval.orElse(null), method);
        if (better == Better.NEITHER) {
            return new Outcome(delta, new Verdict.NotJudged());
        }
        return new Outcome(
                delta,
                interval.map(found -> Outcome.verdict(found, better, detectable(difference)))
                        .orElseGet(() -> new Verdict.NoDifferenceShown("needs at least " + LogDifference.LEAST
                                + " trials of each version, has " + difference.values())));
    }

    private static String detectable(LogDifference difference) {
        return difference
                .detectableChange()
                .map(change -> String.format(
                        Locale.ROOT,
                        "these %d trials would likely show (4 of 5 times) only a change of %.2g %% or more",
                        difference.values(),
                        change * 100))
                .orElse("");
    }

    private static List<double[]> pairs(TrialValues old, TrialValues recent) {
        Map<Integer, Double> byBlock = new LinkedHashMap<>();
        old.values().forEach(value -> byBlock.putIfAbsent(value.block(), value.value()));
        List<double[]> pairs = new ArrayList<>();
        for (TrialValues.Value value : recent.values()) {
            Double partner = byBlock.remove(value.block());
            if (partner != null) {
                pairs.add(new double[] {partner, value.value()});
            }
        }
        return pairs;
    }

    private static double[] column(List<double[]> pairs, int index) {
        return pairs.stream().mapToDouble(pair -> pair[index]).toArray();
    }

    private static boolean positive(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0);
    }
}
