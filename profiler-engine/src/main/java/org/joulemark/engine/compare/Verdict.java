package org.joulemark.engine.compare;

/** What a comparison with the baseline says of one metric. */
public sealed interface Verdict {
    /** The words for tables: "better", "worse", "equal", "no difference shown", "not comparable (why)". */
    String words();

    /** The whole interval lies on the good side. */
    record BetterThan() implements Verdict {
        @Override
        public String words() {
            return "better";
        }
    }

    /** The whole interval lies on the bad side. */
    record WorseThan() implements Verdict {
        @Override
        public String words() {
            return "worse";
        }
    }

    /** Two exact facts of files are the same: that is known, not only not shown to differ. */
    record Equal() implements Verdict {
        @Override
        public String words() {
            return "equal";
        }
    }

    /**
     * The interval holds zero.
     *
     * @param why what would be needed, for example the smallest effect these trials could show; possibly empty
     */
    record NoDifferenceShown(String why) implements Verdict {
        @Override
        public String words() {
            return "no difference shown";
        }
    }

    /**
     * Comparing would mislead.
     *
     * @param why the reason
     */
    record NotComparable(String why) implements Verdict {
        @Override
        public String words() {
            return "not comparable (" + why + ")";
        }
    }

    /**
     * A metric nobody judges, the baseline itself, or a difference that says nothing of its own.
     *
     * @param why the reason; empty where none is needed
     */
    record NotJudged(String why) implements Verdict {
        /** Not judged, and nobody expects it. */
        public NotJudged() {
            this("");
        }

        @Override
        public String words() {
            return why.isEmpty() ? "" : "not judged (" + why + ")";
        }
    }
}
