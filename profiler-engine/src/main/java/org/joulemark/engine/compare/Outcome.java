package org.joulemark.engine.compare;

import org.joulemark.engine.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What comparing two versions in one metric gave.
 *
 * @param delta difference, or null if none is told
 * @param verdict what it means
 * @param note where the difference is visibly not that of the figures: what both rest on; empty where it is
 */
record Outcome(@Nullable Delta delta, Verdict verdict, String note) {
    Outcome(@Nullable Delta delta, Verdict verdict) {
        this(delta, verdict, "");
    }

    static Outcome notComparable(String why) {
        return new Outcome(null, new Verdict.NotComparable(why));
    }

    /**
     * Verdict of an interval of a difference: a direction only where all of it lies on one side of zero.
     *
     * @param why what to say where it does not
     */
    static Verdict verdict(Interval interval, Better better, String why) {
        if (better == Better.NEITHER) {
            return new Verdict.NotJudged();
        }
        if (interval.contains(0)) {
            return new Verdict.NoDifferenceShown(why);
        }
        return direction(interval.low() > 0, better);
    }

    /** Verdict of a proven difference. */
    static Verdict direction(boolean higher, Better better) {
        return switch (better) {
            case NEITHER -> new Verdict.NotJudged();
            case HIGHER -> higher ? new Verdict.BetterThan() : new Verdict.WorseThan();
            case LOWER -> higher ? new Verdict.WorseThan() : new Verdict.BetterThan();
        };
    }
}
