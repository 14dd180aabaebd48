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
import java.util.concurrent.CancellationException;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of others, and runs that have not ended. */
class AuditTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aCopyOfAnyNameIsReadAndNothingIsWrittenBesideIt() throws Exception {
        Path copy = copy("from the auditor.bin");
        try (History history = History.audit(copy)) {
            assertThat(history.list(RunFilter.all())).hasSize(2);
            assertThat(history.run("r1").id().value()).isEqualTo("r1");
            assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
            assertThatThrownBy(() -> history.journal(RunDigest.none())).isInstanceOf(IllegalStateException.class);
        }
        assertThat(files(requireNonNull(copy.getParent()))).containsExactly("from the auditor.bin");
    }

    @Test
    void aHistoryThatIsBeingWrittenIsReadWithItsLog() throws Exception {
        try (History live = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(live.journal(RunDigest.none()), "r1", NOON);
            try (History history = History.audit(folder)) {
                assertThat(history.list(RunFilter.all())).hasSize(1);
                assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
            }
        }
    }

    @Test
    void aCopyOfTheFileAloneHoldsEveryFinishedRun() throws Exception {
        try (History live = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(live.journal(RunDigest.none()), "r1", NOON);
            Path copy = Files.copy(
                    live.file(), Files.createDirectory(folder.resolve("copied")).resolve("alone.db"));
            try (History history = History.audit(copy)) {
                assertThat(history.run("r1").id().value()).isEqualTo("r1");
                assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
            }
        }
    }

    @Test
    void whatIsNoHistoryIsSaidInOneLine() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path text = Files.writeString(folder.resolve("text.db"), "x".repeat(200));
        Path newer = copy("newer.db");
        byte[] bytes = Files.readAllBytes(newer);
        bytes[61] = 9;
        Files.write(newer, bytes);
        assertLine(empty, "is empty");
        assertLine(text, "not a history");
        assertLine(newer, "newer version");
        assertLine(folder.resolve("gone.db"), "no file");
        assertLine(Files.createDirectory(folder.resolve("bare")), "it is a folder");
    }

    @Test
    void runsCanBeListedFromTheEventsWhenTheListIsDamaged() throws Exception {
        Path copy = copy("copy.db");
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
            Sql.update(attacker, "UPDATE run_index SET status = 'SPLENDID' WHERE run = 'r2'");
            Sql.script(attacker, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        try (History history = History.audit(copy)) {
            assertThatThrownBy(() -> history.list(RunFilter.all())).isInstanceOf(UserError.class);
            assertThat(history.listFromEvents())
                    .extracting(run -> run.id().value())
                    .containsExactly("r2", "r1");
        }
    }

    @Test
    void eventsOfARunAreThoseThatNameItAndNoOthers() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            RunJournal journal = history.journal(RunDigest.none());
            journal.started(SampleRuns.begun("r1", NOON));
            SampleRuns.record(journal, "r11", NOON.plusSeconds(1));
            journal.trialDone(
                    SampleRuns.begun("r1", NOON).id(),
                    SampleRuns.key("v1-fp32"),
                    SampleRuns.trial(journal, 0, new Random(1)),
                    Map.of());
            assertThat(history.eventsOf("r1"))
                    .hasSize(1 + 1)
                    .extracting(Event::kind)
                    .containsExactly(EventKind.RUN_STARTED, EventKind.TRIAL_DONE);
            assertThat(history.eventsOf("r11")).hasSize(6);
        }
    }

    @Test
    void aRunThatGoesOnIsShownWithItsFinishedTrials() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            RunJournal journal = history.journal(RunDigest.none());
            Run begun = SampleRuns.begun("live", NOON);
            journal.started(begun);
            assertThat(history.runSoFar("live").versions())
                    .hasSize(2)
                    .allMatch(version -> version.trials().isEmpty());
            journal.trialDone(
                    begun.id(), SampleRuns.key("v2-int8"), SampleRuns.trial(journal, 0, new Random(1)), Map.of());
            assertThat(history.runSoFar("live").versions())
                    .extracting(version -> version.trials().size())
                    .containsExactly(0, 1);
            Run ended = SampleRuns.record(journal, "done", NOON.plusSeconds(1));
            assertThat(history.runSoFar("done")).isEqualTo(ended);
        }
    }

    @Test
    void aVerificationEndsWhenItsListenerSaysSo() throws Exception {
        try (History history = History.audit(copy("copy.db"))) {
            VerifyOptions options = VerifyOptions.plain().reportingTo((stage, done, total) -> {
                if (done == 3) {
                    throw new CancellationException();
                }
            });
            assertThatThrownBy(() -> history.verify(options)).isInstanceOf(CancellationException.class);
            assertThat(history.verify(VerifyOptions.plain()).holds()).isTrue();
        }
    }

    private static void assertLine(Path file, String words) {
        assertThatThrownBy(() -> History.audit(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("JOULEMARK_HOME");
    }

    /** Two runs in a file of that name, alone in its folder. */
    private Path copy(String name) throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            RunJournal journal = history.journal(RunDigest.none());
            SampleRuns.record(journal, "r1", NOON);
            SampleRuns.record(journal, "r2", NOON.plusSeconds(60));
        }
        Path alone = Files.createDirectory(folder.resolve("copies"));
        return Files.copy(folder.resolve(History.FILE_NAME), alone.resolve(name));
    }

    private static List<String> files(Path in) throws IOException {
        try (var files = Files.list(in)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
