package org.joulemark.engine.compare;

import org.joulemark.engine.model.Quantity;

/** Compares figures that are what they are, and those that were seen but once. */
final class ExactJudge {
    private ExactJudge() {}

    static Outcome judge(Quantity old, Quantity recent, Better better) {
        Delta delta = delta(old, recent, "exact");
        if (old.value() == recent.value()) {
            return new Outcome(delta, new Verdict.Equal());
        }
        return new Outcome(delta, Outcome.direction(recent.value() > old.value(), better));
    }

    static Outcome once(Quantity old, Quantity recent, String why) {
        return new Outcome(delta(old, recent, "one observation each"), new Verdict.NoDifferenceShown(why));
    }

    private static Delta delta(Quantity old, Quantity recent, String method) {
        return old.value() == 0
                ? new Delta(recent.value(), false, null, method)
                : new Delta(recent.value() / old.value() - 1, true, null, method);
    }
}
