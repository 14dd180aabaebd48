package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verdict says: short, in words for people, and of what it speaks. */
class VerdictTextTest {
    @TempDir
    Path folder;

    private Connection attacker;
    private Head head = new Head("", 0, "");

    @BeforeEach
    void recordARun() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(history.journal(RunDigest.none()), "r1", Instant.EPOCH);
            head = history.head();
        }
        attacker = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(History.FILE_NAME));
    }

    @AfterEach
    void disconnect() throws Exception {
        attacker.close();
    }

    @Test
    void aRunIdOfMegabytesIsCutAndItsControlCharactersAreSpelledOut() throws Exception {
        String trial = EventRow.text(requireNonNull(Ledger.at(attacker, 4)).body());
        String id = "\u001b[2J" + "x".repeat(4_000_000);
        Ledger.append(
                attacker,
                "eve",
                EventKind.TRIAL_DONE,
                RecordJson.tree(EventRow.utf8(trial.replace("\"r1\"", "\"\\u001b[2J" + id.substring(4) + "\""))));
        Ledger.append(attacker, "eve", id, Map.of());
        VerifyReport report = verify();
        String all = report.summary() + report.details();
        assertThat(all).hasSizeLessThan(5_000).doesNotContain("\u001b").contains("\\u001b[2Jxxx", "which never began");
    }

    @Test
    void theListOfRunsNamesRunAndField() throws Exception {
        Sql.update(attacker, "UPDATE run_index SET grade = 'A'");
        assertThat(verify().summary()).contains("the run r1: grade is A where the events say B");
        Sql.update(attacker, "UPDATE run_index SET run = 'r7'");
        assertThat(verify().details())
                .anyMatch(text -> text.contains("the run r1 is missing from it"))
                .anyMatch(text -> text.contains("the run r7 is in it and no event tells of it"));
    }

    @Test
    void aMissingBlobNamesTheKindOfItsEvent() throws Exception {
        Sql.script(attacker, "DROP TRIGGER blob_no_delete");
        Sql.script(attacker, "DELETE FROM blob WHERE rowid = 1");
        assertThat(verify().details()).anyMatch(text -> text.startsWith("event 4 (trial.done): the blob"));
    }

    @Test
    void aBodyThatCannotBeReadIsSaidWithoutTheWordsOfALibrary() throws Exception {
        for (String body : List.of(
                "{\"run\":{\"versions\":[null]}}",
                "{\"run\":{\"judgement\":{\"grade\":\"SPLENDID\"},\"id\":\"r1\"}}",
                "{\"run\":{\"id\":\"r1\"}}",
                "[".repeat(2_000) + "]".repeat(2_000))) {
            EventRow last = requireNonNull(Ledger.last(attacker));
            EventRow row = EventRow.next(last.seq(), last.hash(), "eve", EventKind.RUN_FINISHED, EventRow.utf8(body));
            Sql.update(
                    attacker,
                    "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    row.seq(),
                    EventRow.text(row.wallTime()),
                    row.monotonicNanos(),
                    "eve",
                    EventKind.RUN_FINISHED,
                    row.body(),
                    row.bodySha(),
                    row.previous(),
                    row.hash());
        }
        assertThat(verify().details())
                .hasSizeGreaterThan(4)
                .noneMatch(text -> text.contains("java") || text.contains("org.joulemark") || text.contains("`"))
                .noneMatch(text -> text.contains("Cannot invoke") || text.contains("null") || text.contains("Enum"));
    }

    @Test
    void aShortAnchorSaysHowMuchWasComparedAndAnOddOneIsRefused() throws Exception {
        VerifyReport report = verify(Head.parse(head.shortText()));
        assertThat(report.anchored()).isTrue();
        assertThat(report.notes())
                .anyMatch(note -> note.contains("16 of the 64 digits") && note.contains("8 of the 36 characters"));
        assertThat(verify(head).notes()).noneMatch(note -> note.contains("short one"));
        assertThatThrownBy(() -> Head.parse(head.text().replace("/" + head.seq() + "/", "/0" + head.seq() + "/")))
                .isInstanceOf(UserError.class);
    }

    @Test
    void anEmptyFileIsDamagedAndNoHistoryYetIsSaidOnlyWhereThereIsNoFile() throws Exception {
        Path emptied = Files.createDirectory(folder.resolve("emptied"));
        Files.createFile(emptied.resolve(History.FILE_NAME));
        assertThatThrownBy(() -> History.open(emptied, Access.READ_ONLY, "ada"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.kind()).isEqualTo(UserError.Kind.DAMAGED))
                .hasMessageContaining("is empty");
    }

    private VerifyReport verify() throws UserError {
        return verify(null);
    }

    private VerifyReport verify(@Nullable Head anchor) throws UserError {
        VerifyOptions options = VerifyOptions.plain();
        try (History history = History.open(folder, Access.READ_ONLY, "auditor")) {
            return history.verify(anchor == null ? options : options.expecting(anchor));
        }
    }
}
