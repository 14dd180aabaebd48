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
 * @param anchored whether an external anchor was given and holds
 * @param problems what does not hold, earliest event first
 * @param unchecked what is stated and was not checked, for example figures by the formulas of another version
 * @param notes what is worth knowing but no sign of tampering
 */
public record VerifyReport(
        @Nullable Head head,
        long events,
        long blobs,
        long checkpoints,
        boolean anchored,
        List<Problem> problems,
        List<String> unchecked,
        List<String> notes) {
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

    /** The verdict on a file that is damaged so far that it cannot be opened. */
    public static VerifyReport unreadable(String why) {
        return new VerifyReport(
                null, 0, 0, 0, false, List.of(new Problem(0, "the database file", why)), List.of(), List.of());
    }

    /** Whether everything holds. */
    public boolean holds() {
        return problems.isEmpty();
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
        return "The history holds: " + events + " events, " + blobs + " blobs, " + checkpoints
                + " signed checkpoints. It is tamper-evident since the last external anchor"
                + (anchored ? ", which was given and matches." : "; none was given, so a cut-off end cannot be seen.")
                + (unchecked.isEmpty() ? "" : " Not everything was checked: " + String.join("; ", unchecked) + ".");
    }
}
