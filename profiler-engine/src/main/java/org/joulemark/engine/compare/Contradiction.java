package org.joulemark.engine.compare;

import java.util.Locale;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;

/**
 * Where a difference, which goes from trial to trial, contradicts the two values it stands beside, which are of all trials
 * together: a 99th percentile of all calls may rise while it falls in most trials. Nobody should have to find that out by
 * dividing.
 */
final class Contradiction {
    /** Relative difference that tables do not print. */
    private static final double UNSEEN = 0.0005;

    private Contradiction() {}

    /**
     * The outcome with a note where the values differ the other way, or by something outside half the interval's width
     * around the difference; without a direction where they differ the other way.
     */
    static Outcome noted(Outcome outcome, Quantity old, Quantity recent) {
        Delta delta = outcome.delta();
        if (delta == null || !delta.relative()) {
            return outcome;
        }
        double byValues = recent.value() / old.value() - 1;
        double apart = Math.abs(byValues - delta.value());
        boolean turned = byValues * delta.value() < 0;
        if (apart < UNSEEN || !(turned || apart > halfWidth(delta))) {
            return outcome;
        }
        String note = "the values shown, of all trials together, differ by %s, trial by trial they differ by %s (%s)"
                .formatted(percent(byValues), percent(delta.value()), delta.method());
        return new Outcome(delta, turned ? withoutDirection(outcome.verdict(), note) : outcome.verdict(), note);
    }

    private static double halfWidth(Delta delta) {
        Interval interval = delta.interval95();
        return interval == null ? Double.POSITIVE_INFINITY : (interval.high() - interval.low()) / 2;
    }

    private static Verdict withoutDirection(Verdict verdict, String why) {
        return switch (verdict) {
            case Verdict.BetterThan better -> new Verdict.NoDifferenceShown(why);
            case Verdict.WorseThan worse -> new Verdict.NoDifferenceShown(why);
            case Verdict.Equal equal -> equal;
            case Verdict.NoDifferenceShown none -> none;
            case Verdict.NotComparable not -> not;
            case Verdict.NotJudged not -> not;
        };
    }

    private static String percent(double change) {
        return String.format(Locale.ROOT, "%s%.1f %%", change < 0 ? "−" : "+", Math.abs(change) * 100);
    }
}
