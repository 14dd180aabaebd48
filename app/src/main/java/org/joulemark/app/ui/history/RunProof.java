package org.joulemark.app.ui.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** What verification says of one run. Only {@link #HOLDS} is ever shown as good. */
enum RunProof {
    /** Nothing: it was not verified, or goes on, or ended after that. */
    UNVERIFIED("", "proof-unverified"),
    /** Nothing was found, and the whole history holds. */
    HOLDS("shield", "proof-holds"),
    /** Nothing was found about it, yet the history it stands in does not hold. */
    DOUBTFUL("warning", "proof-doubtful"),
    /** An entry about it, or something it refers to, does not hold. */
    BROKEN("error", "proof-broken");

    private final String icon;
    private final String styleClass;

    RunProof(String icon, String styleClass) {
        this.icon = icon;
        this.styleClass = styleClass;
    }

    /** Name of its drawing; empty for none. */
    String icon() {
        return icon;
    }

    /** Style class with its colour. */
    String styleClass() {
        return styleClass;
    }

    /** Key of its words. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a verification of a whole history says of its runs.
     *
     * @param begunAt when it began; what ended later was not seen
     * @param whole whether everything holds
     * @param broken runs about which something does not hold
     */
    record Judgement(Instant begunAt, boolean whole, Set<String> broken) {
        /** Nothing was verified. */
        static final Judgement NONE = new Judgement(Instant.MIN, false, Set.of());

        RunProof of(RunRow row) {
            Instant end = row.finishedAt();
            if (broken.contains(row.id())) {
                return BROKEN;
            }
            if (end == null || end.isAfter(begunAt)) {
                return UNVERIFIED;
            }
            return whole ? HOLDS : DOUBTFUL;
        }
    }
}
