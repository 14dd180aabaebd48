package org.joulemark.engine.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The trials of a run that died, sifted.
 *
 * @param kept events of those it can have measured
 * @param notKept the others, with why
 */
record KeptTrials(List<EventRow> kept, List<NotKept.Entry> notKept) {
    static KeptTrials of(List<EventRow> events, TrialSieve sieve) throws IOException {
        List<EventRow> kept = new ArrayList<>();
        List<ToldTrial> before = new ArrayList<>();
        List<NotKept.Entry> notKept = new ArrayList<>();
        for (EventRow event : events) {
            String objection = sieve.objection(event, before);
            if (objection.isEmpty()) {
                kept.add(event);
                before.add(ToldTrial.of(event));
            } else {
                notKept.add(new NotKept.Entry(event.seq(), objection));
            }
        }
        return new KeptTrials(List.copyOf(kept), List.copyOf(notKept));
    }

    /** What to say of those that are not kept; empty if all are. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (NotKept.Entry entry : notKept) {
            text.append("; event ")
                    .append(entry.event())
                    .append(" (" + EventKind.TRIAL_DONE + ") was not kept: ")
                    .append(entry.why());
        }
        return text.toString();
    }
}
