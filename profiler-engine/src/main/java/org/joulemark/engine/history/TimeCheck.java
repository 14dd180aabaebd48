package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the times of events and runs together. A clock can be set back on an honest machine, so wall times that
 * contradict each other leave open which of them is right; the monotonic clock of one program cannot run backwards.
 */
final class TimeCheck {
    /** A clock that is corrected by its time server may step back by as much between two events. */
    private static final Duration CORRECTION = Duration.ofSeconds(5);

    /** How long a busy machine may take between looking at the clock for a record and writing its event. */
    private static final Duration WRITING = Duration.ofSeconds(60);

    private static final String EITHER = "the clock was set, or times were changed";

    private final Findings findings;
    private final Map<String, EventRow> programs = new HashMap<>();
    private @Nullable EventRow latest;
    private Instant latestAt = Instant.MIN;
    private @Nullable String back;
    private long moreBack;

    TimeCheck(Findings findings) {
        this.findings = findings;
    }

    void next(EventRow event) throws IOException {
        Instant at = moment(event);
        if (at == null) {
            findings.event(event, "its time \"" + Foreign.word(EventRow.text(event.wallTime())) + "\" is no time");
            return;
        }
        forward(event, at);
        switch (event.kindText()) {
            case EventKind.RUN_STARTED -> began(event, at);
            case EventKind.TRIAL_DONE ->
                monotonic(event, Ledger.part(event, "run").asText());
            case EventKind.RUN_FINISHED, EventKind.RUN_INTERRUPTED -> ended(event, at);
            default -> {
                // What else there is tells of no run.
            }
        }
    }

    /** After the last event. */
    void finish() {
        if (back != null) {
            findings.unchecked("whether times are right, because " + back
                    + (moreBack == 0 ? "" : " (and " + moreBack + " events more)") + ": " + EITHER);
        }
    }

    private void forward(EventRow event, Instant at) {
        EventRow before = latest;
        if (before != null && at.isBefore(latestAt.minus(CORRECTION))) {
            if (back == null) {
                back = event.name() + " is dated " + at + ", and " + before.name() + " before it " + latestAt;
            } else {
                moreBack++;
            }
        }
        if (before == null || at.isAfter(latestAt)) {
            latest = event;
            latestAt = at;
        }
    }

    private void began(EventRow event, Instant at) throws IOException {
        JsonNode run = Ledger.part(event, "run");
        programs.put(run.path("id").asText(), event);
        near(
                event,
                at,
                "beginning",
                Instant.parse(run.path("setting").path("startedAt").asText()));
    }

    private void ended(EventRow event, Instant at) throws IOException {
        JsonNode run = Ledger.part(event, "run");
        Instant started = Instant.parse(run.path("setting").path("startedAt").asText());
        Instant finished = Instant.parse(run.path("ending").path("finishedAt").asText());
        if (event.kindText().equals(EventKind.RUN_FINISHED)) {
            monotonic(event, run.path("id").asText());
            near(event, at, "end", finished);
        }
        programs.remove(run.path("id").asText());
        if (finished.isBefore(started)) {
            findings.note(event.name() + " states that its run ended " + finished + ", before it began " + started
                    + ": " + EITHER);
        }
    }

    private void near(EventRow event, Instant at, String what, Instant stated) {
        if (Duration.between(stated, at).abs().compareTo(WRITING) > 0) {
            findings.note(event.name() + " was written " + at + " and dates the " + what + " of its run " + stated
                    + ": " + EITHER);
        }
    }

    /** One program writes a run until it ends. */
    private void monotonic(EventRow event, String run) {
        EventRow before = programs.put(run, event);
        if (before == null) {
            programs.remove(run);
        } else if (event.monotonicNanos() < before.monotonicNanos()) {
            findings.event(
                    event,
                    "its monotonic time is before that of event " + before.seq()
                            + ", which the same program wrote earlier");
        }
    }

    private static @Nullable Instant moment(EventRow event) {
        String text = EventRow.text(event.wallTime());
        try {
            Instant at = Instant.parse(text);
            return at.toString().equals(text) ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
