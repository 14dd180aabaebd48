package org.joulemark.app.ui.compare;

import org.joulemark.engine.compare.Verdict;

/** How a verdict looks beside its word: a glyph and a role of colour. */
enum Mark {
    /** Shown, never judged. */
    NONE("", "quiet"),
    /** Better than the baseline. */
    BETTER("✓", "good"),
    /** Worse than the baseline. */
    WORSE("✕", "bad"),
    /** Equal, or no difference shown. */
    SAME("=", "quiet"),
    /** Comparing would mislead. */
    NOT_COMPARABLE("⊘", "warn");

    private final String glyph;
    private final String style;

    Mark(String glyph, String style) {
        this.glyph = glyph;
        this.style = style;
    }

    /** The mark of a verdict. */
    static Mark of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.BetterThan _ -> BETTER;
            case Verdict.WorseThan _ -> WORSE;
            case Verdict.Equal _, Verdict.NoDifferenceShown _ -> SAME;
            case Verdict.NotComparable _ -> NOT_COMPARABLE;
            case Verdict.NotJudged _ -> NONE;
        };
    }

    /** The glyph; empty for none. */
    String glyph() {
        return glyph;
    }

    /** Style class with its colour. */
    String style() {
        return style;
    }
}
