package org.joulemark.engine.history;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the events come in one order: a run begins and ends once, and nothing is said of a run before
 * it began or after it ended. Hashes and signatures cannot show that: whoever has the key can add what contradicts.
 */
final class CourseCheck {
    private final Findings findings;
    private final Map<String, Course> runs = new HashMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private @Nullable Long created;

    CourseCheck(Findings findings) {
        this.findings = findings;
    }

    /** What was said of one run so far. */
    private static final class Course {
        private final long started;
        private @Nullable Long ended;

        Course(long started) {
            this.started = started;
        }
    }

    void next(EventRow event) throws IOException {
        switch (event.kindText()) {
            case EventKind.LEDGER_CREATED -> created = once(event, "the ledger was made", created);
            case EventKind.KEY_INTRODUCED ->
                key(event, Ledger.part(event, "publicKey").asText());
            case EventKind.RUN_STARTED -> started(event, run(event));
            case EventKind.TRIAL_DONE -> trial(event, Ledger.part(event, "run").asText());
            case EventKind.RUN_FINISHED, EventKind.RUN_INTERRUPTED -> ended(event, run(event));
            default -> findings.event(event, "this program knows no such kind of event");
        }
    }

    private static String run(EventRow event) throws IOException {
        return Ledger.part(event, "run").path("id").asText();
    }

    /** The event that said it first. */
    private long once(EventRow event, String what, @Nullable Long before) {
        if (before == null) {
            return event.seq();
        }
        findings.event(event, "that " + what + " was said before, in event " + before + ", which counts");
        return before;
    }

    private void key(EventRow event, String key) {
        keys.put(key, once(event, "this key signs", keys.get(key)));
    }

    private void started(EventRow event, String run) {
        Course course = runs.get(run);
        if (course == null) {
            runs.put(run, new Course(event.seq()));
        } else {
            once(event, "the run " + Foreign.word(run) + " began", course.started);
        }
    }

    private void ended(EventRow event, String run) {
        Course course = runs.get(run);
        // That it never began is told by the list of runs, which has no place for it.
        if (course != null) {
            course.ended = once(event, "the run " + Foreign.word(run) + " ended", course.ended);
        }
    }

    private void trial(EventRow event, String run) {
        Course course = runs.get(run);
        if (course == null) {
            findings.event(event, "it tells of the run " + Foreign.word(run) + ", which never began");
        } else if (course.ended != null) {
            findings.event(
                    event, "it tells of the run " + Foreign.word(run) + ", which had ended with event " + course.ended);
        }
    }
}
