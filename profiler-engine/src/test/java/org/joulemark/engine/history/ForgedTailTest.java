package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that nobody signed: what verification says of them, and what is kept of them when a dead run is closed. */
class ForgedTailTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    private Head signed = new Head("", 0, "");

    @BeforeEach
    void recordARunAndBeginAnother() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            RunJournal journal = history.journal(RunDigest.none());
            SampleRuns.record(journal, "r1", NOON);
            signed = history.head();
            Run begun = SampleRuns.begun("r2", NOON.plusSeconds(60));
            start(begun, true);
            journal.trialDone(
                    begun.id(), SampleRuns.key("v1-fp32"), SampleRuns.trial(journal, 0, new Random(2)), Map.of());
        }
    }

    @Test
    void anUnsignedEndIsNoPlainHoldAndTheAnchorSaysHowFarItReaches() throws Exception {
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(VerifyReport.Outcome.INCOMPLETE);
        assertThat(report.summary())
                .contains("holds up to event 9")
                .contains("events 10 to 10 are not covered by any signature")
                .contains("reaches to event 8");
    }

    @Test
    void aForgedTrialIsNeitherKeptNorSignedForAndTheHistoryGoesOn() throws Exception {
        forge(1, trial -> trial.put("calls", "1000000"));
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            assertThat(history.openingNotes())
                    .singleElement()
                    .asString()
                    .contains("event 11 (trial.done)", "was not kept", "1000000 calls");
            Run run = history.run("r2");
            assertThat(run.ending().status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(run.versions().getFirst().trials()).singleElement().matches(trial -> trial.calls() == 200);
        }
        VerifyReport report = verify();
        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("event 11 (trial.done)"));
    }

    @Test
    void aForgedTrialWithoutItsLatenciesOrToldTwiceIsNotKept() throws Exception {
        forge(1, trial -> trial.put("latencies", "ab".repeat(32)));
        forge(0, trial -> trial.put("position", 1));
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            assertThat(history.openingNotes().getFirst()).contains("event 11 ").contains("event 12 ");
            assertThat(history.run("r2").versions().getFirst().trials()).hasSize(1);
        }
        assertThat(verify().problems()).isEmpty();
    }

    @Test
    void aRunBegunByAnEventThatNobodySignedIsNotSignedForByClosingItAndNeverHolds() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            assertThat(history.openingNotes()).hasSize(1);
        }
        start(SampleRuns.begun("forged", NOON.plusSeconds(90)), false);
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            assertThat(history.openingNotes())
                    .containsExactly("the run forged was begun by an event that nobody signed; it was not closed");
            SampleRuns.record(history.journal(RunDigest.none()), "r3", NOON.plusSeconds(120));
        }
        assertThat(verify().problems())
                .singleElement()
                .asString()
                .contains("event 12 (run.started)", "its signed checkpoint is missing");
    }

    @Test
    void aBeginningWhoseSignatureIsCopiedFromAnotherEventIsNotClosed() throws Exception {
        start(SampleRuns.begun("forged", NOON.plusSeconds(90)), false);
        try (Connection attacker = connect()) {
            Sql.update(
                    attacker,
                    "INSERT INTO checkpoint SELECT 11, (SELECT hash FROM event WHERE seq = 11), ts_utc, public_key,"
                            + " signature FROM checkpoint WHERE seq = 9");
        }
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            assertThat(history.openingNotes()).anyMatch(note -> note.contains("run forged was begun by an event that"));
        }
    }

    @Test
    void aRowOfTheListThatPointsAtAnotherRunsBeginningClosesNothing() throws Exception {
        try (Connection attacker = connect()) {
            RunIndex.put(attacker, IndexRow.started(9, SampleRuns.begun("forged", NOON.plusSeconds(90))));
        }
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            assertThat(history.openingNotes()).anyMatch(note -> note.contains("run forged was begun by an event that"));
            assertThat(history.run("r2").ending().status()).isEqualTo(RunStatus.INTERRUPTED);
        }
    }

    @Test
    void aRunOfWhichOnlyTheBeginningIsLeftIsNoPlainHold() throws Exception {
        History.open(folder, Access.READ_WRITE, "ada").close();
        start(SampleRuns.begun("r3", NOON.plusSeconds(90)), true);
        VerifyReport report = verify();
        assertThat(report.problems()).isEmpty();
        assertThat(report.outcome()).isEqualTo(VerifyReport.Outcome.INCOMPLETE);
        assertThat(report.summary()).contains("of 1 runs only the beginning is signed");
    }

    @Test
    void aLedgerInWhichNothingWasMeasuredHolds() throws Exception {
        Path fresh = folder.resolve("fresh");
        try (History history = History.open(fresh, Access.READ_WRITE, "ada")) {
            assertThat(history.verify(VerifyOptions.plain()).outcome()).isEqualTo(VerifyReport.Outcome.HOLDS);
        }
    }

    /** Begins a run as a program does that is not there any more. */
    private void start(Run begun, boolean signed) throws Exception {
        WriterMark here = WriterMark.ofThisProcess();
        WriterMark gone = new WriterMark(Integer.MAX_VALUE, here.host(), null);
        try (Connection connection = connect()) {
            EventRow event =
                    Ledger.append(connection, "ada", EventKind.RUN_STARTED, Map.of("run", begun, "writer", gone));
            RunIndex.put(connection, IndexRow.started(event.seq(), begun));
            if (signed) {
                Checkpoint.sign(connection, Ledger.id(connection), event, SigningKey.in(folder));
            }
        }
    }

    /** A change to a trial. */
    private interface Change {
        void to(ObjectNode trial);
    }

    private void forge(int block, Change change) throws Exception {
        try (Connection attacker = connect()) {
            JsonNode body =
                    RecordJson.tree(requireNonNull(Ledger.at(attacker, 10)).body());
            ObjectNode trial = (ObjectNode) body.get("trial");
            trial.put("block", block);
            trial.put("position", SampleRuns.position(block, 0));
            change.to(trial);
            Ledger.append(attacker, "eve", EventKind.TRIAL_DONE, body);
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(History.FILE_NAME));
    }

    private VerifyReport verify() throws Exception {
        try (History history = History.open(folder, Access.READ_ONLY, "auditor")) {
            return history.verify(VerifyOptions.plain().expecting(signed));
        }
    }
}
