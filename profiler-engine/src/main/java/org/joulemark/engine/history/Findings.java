package org.joulemark.engine.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joulemark.engine.history.VerifyReport.Problem;

/** Collects what a verification finds; a sentence that a file's words made long is cut. */
final class Findings {
    /** A wholly different file should be said in a page, not in a million lines. */
    private static final int MOST = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private boolean overflown;

    void problem(long seq, String what, String why) {
        if (problems.size() < MOST) {
            problems.add(new Problem(seq, Foreign.sentence(what), Foreign.sentence(why)));
        } else if (!overflown) {
            overflown = true;
            note("more than " + MOST + " things do not hold; the rest is not listed");
        }
    }

    void event(EventRow event, String why) {
        problem(event.seq(), event.name(), why);
    }

    void note(String text) {
        if (notes.size() <= MOST) {
            notes.add(Foreign.sentence(text));
        }
    }

    /** Something stated that was neither found wrong nor checked. */
    void unchecked(String text) {
        if (unchecked.size() < MOST) {
            unchecked.add(Foreign.sentence(text));
        }
    }

    /** Earliest event first; what concerns no single event comes after those. */
    List<Problem> problems() {
        Comparator<Problem> bySeq =
                Comparator.comparingLong(problem -> problem.seq() == 0 ? Long.MAX_VALUE : problem.seq());
        return problems.stream().sorted(bySeq).toList();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> unchecked() {
        return List.copyOf(unchecked);
    }
}
