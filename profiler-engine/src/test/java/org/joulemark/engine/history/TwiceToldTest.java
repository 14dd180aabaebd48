package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be added behind a sound ledger, with every hash right, and that it neither counts nor passes. */
class TwiceToldTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Connection attacker;
    private Run recorded;
    private Head head = new Head("", 0, "");

    @BeforeEach
    void recordARun() throws Exception {
        try (History history = open(Access.READ_WRITE)) {
            recorded = SampleRuns.record(history.journal(RunDigest.none()), "r1", NOON);
            head = history.head();
        }
        attacker = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(History.FILE_NAME));
    }

    @AfterEach
    void disconnect() throws Exception {
        attacker.close();
    }

    @Test
    void aSecondEndUnderAFreshKeyFailsAndTheFirstEndIsShown() throws Exception {
        SigningKey fresh = SigningKey.in(elsewhere);
        introduce(fresh);
        EventRow end = append(EventKind.RUN_FINISHED, Map.of("run", recorded.graded(Grade.A, List.of())));
        Checkpoint.sign(attacker, head.ledger(), end, fresh);
        Sql.update(attacker, "UPDATE run_index SET grade = 'A', ended_seq = " + end.seq());
        VerifyReport report = verify();
        assertThat(report.anchored()).isFalse();
        assertThat(report.problems())
                .extracting(VerifyReport.Problem::seq)
                .contains(end.seq() - 1, end.seq())
                .allMatch(seq -> seq == 0 || seq > head.seq());
        assertThat(why(report)).contains("no earlier key signed for").contains("the run r1 ended was said before");
        assertFirstEndIsShown();
    }

    @Test
    void aSecondEndUnderTheOwnKeyFailsToo() throws Exception {
        for (String kind : List.of(EventKind.RUN_FINISHED, EventKind.RUN_INTERRUPTED)) {
            EventRow end = append(kind, Map.of("run", recorded.graded(Grade.A, List.of())));
            Checkpoint.sign(attacker, head.ledger(), end, SigningKey.in(folder));
            VerifyReport report = verify();
            assertThat(report.problems()).anyMatch(problem -> problem.seq() == end.seq());
            assertThat(why(report)).contains("the run r1 ended was said before, in event " + head.seq());
        }
        assertFirstEndIsShown();
    }

    @Test
    void whatStandsBehindTheLastSignatureIsTold() throws Exception {
        assertThat(verify().notes()).noneMatch(note -> note.contains("behind the last signature"));
        EventRow tail = append(EventKind.RUN_STARTED, Map.of("run", recorded));
        assertThat(verify().notes())
                .anyMatch(note -> note.contains("events " + tail.seq() + " to " + tail.seq() + " stand behind"));
    }

    @Test
    void aSecondBeginIsNamed() throws Exception {
        EventRow again = append(EventKind.RUN_STARTED, Map.of("run", recorded));
        assertThat(requireNonNull(verify().first()).seq()).isEqualTo(again.seq());
        assertThat(why(verify())).contains("the run r1 began was said before");
    }

    @Test
    void whatIsToldAfterTheEndOrOfNoRunIsNamed() throws Exception {
        EventRow first = requireNonNull(Ledger.at(attacker, 3));
        EventRow late = append(EventKind.TRIAL_DONE, RecordJson.tree(first.body()));
        assertThat(why(verify())).contains("had ended with event " + head.seq());
        assertThat(verify().problems()).anyMatch(problem -> problem.seq() == late.seq());
        append(
                EventKind.TRIAL_DONE,
                RecordJson.tree(EventRow.utf8(EventRow.text(first.body()).replace("r1", "r7"))));
        assertThat(why(verify())).contains("the run r7, which never began");
    }

    @Test
    void aTrialToldTwiceIsNamed() throws Exception {
        try (History history = open(Access.READ_WRITE)) {
            RunJournal journal = history.journal(RunDigest.none());
            Run begun = SampleRuns.begun("r2", NOON.plusSeconds(60));
            journal.started(begun);
            for (int position = 0; position < 2; position++) {
                journal.trialDone(
                        begun.id(), SampleRuns.key("v1-fp32"), SampleRuns.trial(journal, 0, new Random(1)), Map.of());
            }
        }
        assertThat(why(verify())).contains("block 0 of v1-fp32 (").contains("was done was said before");
    }

    @Test
    void anUnknownKindIsNamed() throws Exception {
        append("run.restated", Map.of("run", "r1"));
        assertThat(why(verify())).contains("no such kind");
    }

    @Test
    void aKeyThatTheOldKeySignedForIsTrusted() throws Exception {
        SigningKey fresh = SigningKey.in(elsewhere);
        EventRow introduced = introduce(fresh);
        Checkpoint.sign(attacker, head.ledger(), introduced, SigningKey.in(folder));
        assertThat(verify().problems()).isEmpty();
        Files.copy(elsewhere.resolve(SigningKey.FILE_NAME), replaced(folder.resolve(SigningKey.FILE_NAME)));
        try (History history = open(Access.READ_WRITE)) {
            SampleRuns.record(history.journal(RunDigest.none()), "r2", NOON);
        }
        assertThat(verify().problems()).isEmpty();
        assertThat(verify().checkpoints()).isEqualTo(3);
    }

    @Test
    void aKeyThatOnlySignedForItselfIsNot() throws Exception {
        SigningKey fresh = SigningKey.in(elsewhere);
        Checkpoint.sign(attacker, head.ledger(), introduce(fresh), fresh);
        assertThat(why(verify())).contains("no earlier key signed for");
        assertThat(verify().checkpoints()).isEqualTo(1);
    }

    @Test
    void aHistoryWhoseKeyIsGoneIsNotGoneOnWithAndThatIsSaidBeforeAnythingIsMeasured() throws Exception {
        try (History history = open(Access.READ_WRITE)) {
            RunJournal journal = history.journal(RunDigest.none());
            Path key = folder.resolve(SigningKey.FILE_NAME);
            byte[] bytes = Files.readAllBytes(key);
            Files.delete(key);
            assertRefused(journal, "is missing; put the key back from a backup");
            SigningKey.in(elsewhere);
            Files.copy(elsewhere.resolve(SigningKey.FILE_NAME), key);
            assertRefused(journal, "is not the one that seals this history; put the key back");
            Files.write(replaced(key), bytes);
            SampleRuns.record(journal, "r2", NOON);
        }
        assertThat(verify().problems()).isEmpty();
    }

    @Test
    void aRunThatWasClosedAsInterruptedTakesNoTrialAndNoSecondEnd() throws Exception {
        try (History history = open(Access.READ_WRITE)) {
            RunJournal journal = history.journal(RunDigest.none());
            Run begun = SampleRuns.begun("r2", NOON);
            journal.started(begun);
            try (LedgerStore store = new LedgerStore(folder.resolve(History.FILE_NAME), attacker)) {
                store.write(LedgerStore.Durability.SEALED, connection -> {
                    new RunEnd("eve", folder)
                            .write(
                                    connection,
                                    EventKind.RUN_INTERRUPTED,
                                    Map.of("run", interrupted(begun)),
                                    interrupted(begun));
                    return begun;
                });
            }
            assertThatThrownBy(() -> journal.trialDone(
                            begun.id(),
                            SampleRuns.key("v1-fp32"),
                            SampleRuns.trial(journal, 0, new Random(1)),
                            Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed it as interrupted");
            assertThatThrownBy(() -> journal.finished(begun)).hasMessageContaining("closed it as interrupted");
        }
        assertThat(verify().problems()).isEmpty();
    }

    private static Run interrupted(Run begun) {
        return InterruptedRun.of(begun, List.of(), Map.of(), begun.startedAt(), trials -> null);
    }

    private void assertRefused(RunJournal journal, String words) {
        assertThatThrownBy(() -> journal.started(SampleRuns.begun("r3", NOON)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    private void assertFirstEndIsShown() throws Exception {
        try (History history = open(Access.READ_WRITE)) {
            assertThat(history.listFromEvents()).extracting(RunSummary::grade).containsExactly(Grade.B);
            history.rebuildProjections();
            assertThat(history.run("r1")).isEqualTo(recorded);
        }
    }

    private EventRow introduce(SigningKey key) throws Exception {
        return append(
                EventKind.KEY_INTRODUCED, Map.of("algorithm", "Ed25519", "publicKey", Sha256.hex(key.publicKey())));
    }

    private EventRow append(String kind, Object body) throws Exception {
        return Ledger.append(attacker, "eve", kind, body);
    }

    private static Path replaced(Path file) throws IOException {
        Files.delete(file);
        return file;
    }

    private static String why(VerifyReport report) {
        return String.join(
                "\n", report.problems().stream().map(VerifyReport.Problem::text).toList());
    }

    private History open(Access access) throws UserError {
        return History.open(folder, access, "ada");
    }

    private VerifyReport verify() throws UserError {
        try (History history = open(Access.READ_ONLY)) {
            return history.verify(VerifyOptions.plain().expecting(head));
        }
    }
}
