package org.joulemark.app.ui.compare;

import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One version in one metric, in the user's words.
 *
 * @param baseline whether this is the baseline's
 * @param figure its figure
 * @param delta difference to the baseline; null where none is told
 * @param verdict what that means
 * @param value the figure as people read it, or briefly why there is none
 * @param difference the difference, for example "−12.3 %"; empty for none
 * @param interval its 95 % interval in the same unit, which is not repeated; empty for none
 * @param word the verdict in a word; empty where nothing is judged
 * @param detail unit, formula, provenance, method and reason, one a line
 */
record SheetCell(
        boolean baseline,
        Figure figure,
        @Nullable Delta delta,
        Verdict verdict,
        String value,
        String difference,
        String interval,
        String word,
        String detail) {
    /** Its glyph and colour. */
    Mark mark() {
        return Mark.of(verdict);
    }

    /** Whether there is no figure. */
    boolean absent() {
        return figure instanceof Absent;
    }

    /** Whether this version differs from the baseline, as far as the data show. */
    boolean differs() {
        return switch (verdict) {
            case Verdict.BetterThan _, Verdict.WorseThan _ -> true;
            case Verdict.NotJudged _ -> unjudgedDifference();
            case Verdict.Equal _, Verdict.NoDifferenceShown _, Verdict.NotComparable _ -> false;
        };
    }

    private boolean unjudgedDifference() {
        Delta known = delta;
        return known != null
                && known.value() != 0
                && (known.interval95() == null || !known.interval95().contains(0));
    }

    /** The figure's number for sorting; NaN where there is none. */
    double number() {
        return figure instanceof Quantity quantity ? quantity.value() : Double.NaN;
    }

    /** The figure as people read it, or the whole reason why there is none. */
    String whole() {
        return figure instanceof Absent absent ? absent.why() : value;
    }

    /** Glyph and word in one line; empty where nothing is judged, or where the figure's absence says it all. */
    String judgement() {
        return absent() ? "" : (mark().glyph() + " " + word).strip();
    }

    /** Difference with its interval, for example "−12.3 % (−13.0 … −11.6)"; empty where none is told. */
    String change() {
        return interval.isEmpty() ? difference : difference + " (" + interval + ")";
    }
}
