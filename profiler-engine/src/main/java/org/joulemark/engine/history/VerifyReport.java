package org.joulemark.engine.history;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param head end of the ledger as it stands in the file; null if it cannot be read
 * @param events events read
 * @param blobs blobs read
 * @param checkpoints signed checkpoints that hold
 * @param signedTo the last event that a signature covers; 0 if none does
 * @param unended runs that began and of which no end is told
 * @param anchored whether an external anchor was given and holds
 * @param anchoredTo the event such an anchor reaches to; 0 without one
 * @param problems what does not hold, earliest event first
 * @param unchecked what is stated and was not checked, for example figures by the formulas of another version
 * @param notes what is worth knowing but no sign of tampering
 * @param takenAsRecorded what no such check can show, {@link #TAKEN_AS_RECORDED}; empty if nothing could be read
 */
public record VerifyReport(
        @Nullable Head head,
        long events,
        long blobs,
        long checkpoints,
        long signedTo,
        long unended,
        boolean anchored,
        long anchoredTo,
        List<Problem> problems,
        List<String> unchecked,
        List<String> notes,
        List<String> takenAsRecorded) {
    /**
     * Something that does not hold.
     *
     * @param seq the event concerned; 0 if it is not one event
     * @param what what does not hold, for example "event 17 (trial.done)"
     * @param why why not
     */
    public record Problem(long seq, String what, String why) {
        /** One sentence. */
        public String text() {
            return what + ": " + why;
        }
    }

    /** What stands in a record and has no raw material beside it that it could be computed from again. */
    public static final List<String> TAKEN_AS_RECORDED = List.of(
            "facts of machine, models, data, loading and warm-up",
            "software and its hashes",
            "the sensors with their provenance and uncertainty, and their readings",
            "site and emission factor",
            "the plan and its seed",
            "when each trial and idle baseline began and ended, and the time of day",
            "what was noticed before the start, in a trial and of a version as a whole",
            "CPU time of worker and program, peak memory and the cost of measuring",
            "the answers of the models, the top-5 score and the agreement between versions");

    /** The same in a sentence. */
    public static final String AT_ITS_WORD = "Taken as recorded, because nothing in the file could show it otherwise: "
            + String.join("; ", TAKEN_AS_RECORDED) + ".";

    /** The verdict in a word. */
    public enum Outcome {
        /** Everything was checked and holds. */
        HOLDS,
        /** Something does not hold: it was altered or damaged. */
        ALTERED,
        /** What is signed holds, and a run has no end or there are events nobody signed: a run goes on or died. */
        INCOMPLETE,
        /** Nothing was found that does not hold, and not everything could be checked. */
        UNCHECKED
    }

    /** The verdict on a file that is damaged so far that it cannot be opened. */
    public static VerifyReport unreadable(String why) {
        return unopened(List.of(new Problem(0, "the database file", why)), List.of());
    }

    /** The verdict on a file of which it cannot be told whether it is a history at all. */
    public static VerifyReport uncheckable(String why) {
        return unopened(List.of(), List.of(why));
    }

    private static VerifyReport unopened(List<Problem> problems, List<String> unchecked) {
        return new VerifyReport(null, 0, 0, 0, 0, 0, false, 0, problems, unchecked, List.of(), List.of());
    }

    /** The verdict in a word. */
    public Outcome outcome() {
        if (!holds()) {
            return Outcome.ALTERED;
        }
        if (hasUnsigned() || unended > 0) {
            return Outcome.INCOMPLETE;
        }
        return unchecked.isEmpty() ? Outcome.HOLDS : Outcome.UNCHECKED;
    }

    /** Whether nothing was found that does not hold. */
    public boolean holds() {
        return problems.isEmpty();
    }

    /** Whether events lie behind the last signature; the first event alone, in which nothing was measured, is none. */
    public boolean hasUnsigned() {
        return events > Math.max(1, signedTo);
    }

    /** The first thing that does not hold, or null. */
    public @Nullable Problem first() {
        return problems.isEmpty() ? null : problems.getFirst();
    }

    /** Everything that does not hold, then what was not checked, then what is worth knowing; one sentence each. */
    public List<String> details() {
        return Stream.of(
                        problems.stream().map(Problem::text),
                        unchecked.stream().map(text -> "not checked: " + text),
                        notes.stream())
                .flatMap(each -> each)
                .toList();
    }

    /** One line for people; says what such a check can show and what it cannot. */
    public String summary() {
        Problem first = first();
        if (first != null) {
            String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
            return "The history does NOT hold. First: " + first.text() + more;
        }
        if (head == null) {
            return "The history could NOT be checked: " + String.join("; ", unchecked);
        }
        return held() + ": " + events + " events, " + blobs + " blobs, " + checkpoints
                + " signed checkpoints. It is tamper-evident since the last external anchor" + anchor()
                + (unchecked.isEmpty() ? "" : " Not everything was checked: " + String.join("; ", unchecked) + ".");
    }

    private String held() {
        if (!hasUnsigned()) {
            return unended == 0
                    ? "The history holds"
                    : "The history holds; of " + unended + " runs only the beginning is signed (they go on, ended in a"
                            + " crash, or their end was cut off)";
        }
        String unsigned = "events " + (signedTo + 1) + " to " + events
                + " are not covered by any signature (a run goes on" + " or ended in a crash, or somebody added them)";
        return signedTo == 0
                ? "The history is chained and NOT signed: " + unsigned
                : "The history holds up to event " + signedTo + "; " + unsigned;
    }

    private String anchor() {
        if (!anchored) {
            return "; none was given, so a cut-off end cannot be seen.";
        }
        return ", which was given and matches: it reaches to event " + anchoredTo + " of " + events
                + (anchoredTo < events ? ", what comes after is not covered by it." : ".");
    }
}
