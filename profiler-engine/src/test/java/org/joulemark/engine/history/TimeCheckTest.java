package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Times of events and runs that contradict each other. */
class TimeCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(40);

    private final Findings findings = new Findings();
    private final TimeCheck check = new TimeCheck(findings);

    @Test
    void timesThatRunForwardAreNoFinding() throws Exception {
        event(2, NOON, 100, EventKind.RUN_STARTED, begun(NOON));
        event(3, NOON.minusMillis(300), 200, EventKind.TRIAL_DONE, "{\"run\":\"r\"}");
        event(4, LATER, 300, EventKind.RUN_FINISHED, ended(NOON, LATER));
        check.finish();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.unchecked()).isEmpty();
        assertThat(findings.notes()).isEmpty();
    }

    @Test
    void whatIsNoTimeIsNamed() throws Exception {
        for (String text : new String[] {"", "soon", "2026-11-21T13:00:00+01:00", "2026-11-21T12:00:00.000000Z"}) {
            check.next(row(2, text, 1, EventKind.LEDGER_CREATED, "{}"));
        }
        assertThat(findings.problems())
                .hasSize(4)
                .allMatch(problem -> problem.why().contains("is no time"));
    }

    @Test
    void aClockSetBackLeavesOpenWhichTimeIsRight() throws Exception {
        for (int seq = 1; seq < 5; seq++) {
            event(seq, NOON.minusSeconds(3600L * seq), seq, EventKind.LEDGER_CREATED, "{}");
        }
        check.finish();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.unchecked())
                .containsExactly("whether times are right, because event 2 (ledger.created) is dated"
                        + " 2026-11-21T10:00:00Z, and event 1 (ledger.created) before it 2026-11-21T11:00:00Z"
                        + " (and 2 events more): the clock was set, or times were changed");
    }

    @Test
    void theMonotonicClockOfOneProgramDoesNotRunBackwardsButThatOfTheNextMay() throws Exception {
        event(2, NOON, 100, EventKind.RUN_STARTED, begun(NOON));
        event(3, NOON, 99, EventKind.TRIAL_DONE, "{\"run\":\"r\"}");
        event(4, LATER, 5, EventKind.RUN_INTERRUPTED, ended(NOON, NOON));
        event(5, LATER, 4, EventKind.RUN_STARTED, begun(LATER));
        assertThat(findings.problems())
                .singleElement()
                .asString()
                .contains("event 3 (trial.done)", "monotonic time is before that of event 2");
    }

    @Test
    void aRunDatedOtherwiseThanItsEventsIsToldWithBothTimes() throws Exception {
        Instant old = Instant.parse("2021-01-01T00:00:00Z");
        event(2, NOON, 100, EventKind.RUN_STARTED, begun(old));
        event(3, LATER, 200, EventKind.RUN_FINISHED, ended(NOON, old));
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.notes())
                .containsExactly(
                        "event 2 (run.started) was written 2026-11-21T12:00:00Z and dates the beginning of its run"
                                + " 2021-01-01T00:00:00Z: the clock was set, or times were changed",
                        "event 3 (run.finished) was written 2026-11-21T12:00:40Z and dates the end of its run"
                                + " 2021-01-01T00:00:00Z: the clock was set, or times were changed",
                        "event 3 (run.finished) states that its run ended 2021-01-01T00:00:00Z, before it began"
                                + " 2026-11-21T12:00:00Z: the clock was set, or times were changed");
    }

    private static String begun(Instant at) {
        return "{\"run\":{\"id\":\"r\",\"setting\":{\"startedAt\":\"" + at + "\"}}}";
    }

    private static String ended(Instant started, Instant finished) {
        return "{\"run\":{\"id\":\"r\",\"setting\":{\"startedAt\":\"" + started + "\"},\"ending\":{\"finishedAt\":\""
                + finished + "\"}}}";
    }

    private void event(long seq, Instant at, long nanos, String kind, String body) throws Exception {
        check.next(row(seq, at.toString(), nanos, kind, body));
    }

    private static EventRow row(long seq, String at, long nanos, String kind, String body) {
        byte[] none = new byte[0];
        return new EventRow(
                seq,
                EventRow.utf8(at),
                nanos,
                EventRow.utf8("ada"),
                EventRow.utf8(kind),
                EventRow.utf8(body),
                none,
                none,
                none);
    }
}
