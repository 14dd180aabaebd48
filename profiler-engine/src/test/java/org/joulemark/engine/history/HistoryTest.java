package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.VersionKey;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    @TempDir
    Path folder;

    @Test
    void aRecordedRunComesBackEqual() throws Exception {
        Run recorded;
        try (History history = open()) {
            recorded = SampleRuns.record(history.journal(RunDigest.none()), "20261121T120000Z-aaaaaa", NOON);
        }
        try (History history = History.open(folder, Access.READ_ONLY, "eve")) {
            assertThat(history.run("last")).isEqualTo(recorded);
            assertThat(history.run("20261121")).isEqualTo(recorded);
            Evidence evidence = history.evidence();
            assertThat(evidence.trace(requireNonNull(recorded.traces().get("rapl:package-0"))))
                    .isEqualTo(SampleRuns.trace(0, 10));
            assertThat(evidence.latencies(recorded.versions()
                                    .getFirst()
                                    .trials()
                                    .getFirst()
                                    .latencies())
                            .size())
                    .isEqualTo(200);
            assertThat(evidence.predictions(requireNonNull(
                                            recorded.versions().getFirst().accuracy())
                                    .predictions())
                            .rows())
                    .isEqualTo(3);
        }
    }

    @Test
    void everyStepIsAnEventAndTheFirstOneNamesTheLedger() throws Exception {
        try (History history = open()) {
            SampleRuns.record(history.journal(RunDigest.none()), "r1", NOON);
            List<Event> events = history.events(1, 100);
            assertThat(events)
                    .extracting(Event::kind)
                    .containsExactly(
                            "ledger.created",
                            "run.started",
                            "trial.done",
                            "trial.done",
                            "trial.done",
                            "trial.done",
                            "key.introduced",
                            "run.finished");
            assertThat(events).extracting(Event::actor).containsOnly("ada");
            assertThat(history.head().hash()).isEqualTo(events.getLast().hash());
            assertThat(events.getFirst().body()).contains(history.head().ledger());
            assertThat(history.events(3, 4)).isEqualTo(events.subList(2, 4));
        }
    }

    @Test
    void figuresOfTheDayAreKeptBesideTheRun() throws Exception {
        Map<VersionKey, Map<String, Figure>> figures = Map.of(
                SampleRuns.key("v1-fp32"), Map.of("energy.gross", Quantity.exact(1.25, Unit.WATT_HOURS_PER_1000)));
        try (History history = open()) {
            SampleRuns.record(history.journal(run -> figures), "r1", NOON);
            assertThat(history.figures("r1")).isEqualTo(figures);
        }
    }

    @Test
    void figuresThatFailDoNotCostTheRun() throws Exception {
        try (History history = open()) {
            SampleRuns.record(
                    history.journal(run -> {
                        throw new IllegalStateException("no metric");
                    }),
                    "r1",
                    NOON);
            assertThat(history.figures("r1")).isEmpty();
            assertThat(history.events(8, 8).getFirst().body()).contains("\"figuresMissing\":\"no metric\"");
        }
    }

    @Test
    void listIsNewestFirstAndFilters() throws Exception {
        try (History history = open()) {
            RunJournal journal = history.journal(RunDigest.none());
            SampleRuns.record(journal, "b", NOON);
            SampleRuns.record(journal, "c", NOON.plusSeconds(60));
            journal.started(SampleRuns.begun("a", NOON.plusSeconds(120)));
            assertThat(history.list(RunFilter.all()))
                    .extracting(summary -> summary.id().value())
                    .containsExactly("a", "c", "b");
            RunSummary running = history.list(RunFilter.all()).getFirst();
            assertThat(running.status()).isNull();
            assertThat(running.versions()).isEqualTo(2);
            RunSummary ended = history.list(
                            RunFilter.all().withStatus(RunStatus.COMPLETED).limit(1))
                    .getFirst();
            assertThat(ended.startedAt()).isEqualTo(NOON.plusSeconds(60));
            assertThat(ended.models()).containsExactly("v1-fp32", "v2-int8");
            assertThat(ended.devices()).containsExactly("cpu");
            assertThat(ended.preset()).isEqualTo("demo");
            assertThat(ended.site()).isEqualTo("home");
            assertThat(history.list(RunFilter.all().withModel("INT8"))).hasSize(3);
            assertThat(history.list(RunFilter.all().withModel("v9"))).isEmpty();
            assertThat(history.list(RunFilter.all().since(NOON.plusSeconds(60)).until(NOON.plusSeconds(61))))
                    .hasSize(1);
        }
    }

    @Test
    void theListCanBeMadeAnewFromTheEvents() throws Exception {
        try (History history = open()) {
            RunJournal journal = history.journal(RunDigest.none());
            SampleRuns.record(journal, "b", NOON);
            journal.started(SampleRuns.begun("a", NOON.plusSeconds(120)));
            List<RunSummary> before = history.list(RunFilter.all());
            history.rebuildProjections();
            assertThat(history.list(RunFilter.all())).isEqualTo(before);
        }
    }

    @Test
    void unknownAndAmbiguousNamesAreSaidClearly() throws Exception {
        try (History history = open()) {
            assertUsage(() -> history.run("last"), "No run has ended");
            RunJournal journal = history.journal(RunDigest.none());
            SampleRuns.record(journal, "x1", NOON);
            SampleRuns.record(journal, "x2", NOON);
            SampleRuns.record(journal, "x", NOON);
            assertUsage(() -> history.run("y"), "no run \"y\"");
            assertUsage(() -> history.run(""), "no run");
            assertThat(history.run("x").id().value()).isEqualTo("x");
            SampleRuns.record(journal, "zz1", NOON);
            SampleRuns.record(journal, "zz2", NOON);
            assertUsage(() -> history.run("zz"), "zz1, zz2");
            journal.started(SampleRuns.begun("live", NOON));
            assertUsage(() -> history.run("live"), "not ended");
        }
    }

    @Test
    void aRunCannotBeginTwiceNorEndTwiceNorEndUnbegun() throws Exception {
        try (History history = open()) {
            RunJournal journal = history.journal(RunDigest.none());
            Run run = SampleRuns.record(journal, "r", NOON);
            assertThatThrownBy(() -> journal.started(run)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> journal.finished(run)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> journal.finished(SampleRuns.begun("other", NOON)))
                    .isInstanceOf(IOException.class);
            assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
        }
    }

    @Test
    void theSameBytesAreKeptOnce() throws Exception {
        try (History history = open()) {
            RunJournal journal = history.journal(RunDigest.none());
            BlobId first = journal.keep(SampleRuns.trace(0, 100));
            assertThat(journal.keep(SampleRuns.trace(0, 100))).isEqualTo(first);
            assertThat(journal.keep(SampleRuns.trace(1, 100))).isNotEqualTo(first);
        }
    }

    @Test
    void keyIsForItsOwnerOnly() throws Exception {
        try (History history = open()) {
            SampleRuns.record(history.journal(RunDigest.none()), "r", NOON);
        }
        Path key = folder.resolve(SigningKey.FILE_NAME);
        Assumptions.assumeTrue(
                key.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX files");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void aHeadCanBeWrittenDownAndReadBack() throws Exception {
        try (History history = open()) {
            Head head = history.head();
            assertThat(Head.parse(head.text())).isEqualTo(head);
            assertUsage(() -> Head.parse("nonsense"), "not a ledger head");
            assertUsage(() -> Head.parse("JM1:" + head.text()), "not a ledger head");
            assertUsage(() -> Head.parse(head.ledger().substring(0, 8) + "/1/cd"), "not a ledger head");
        }
    }

    @Test
    void twoProgramsMayHaveItOpen() throws Exception {
        try (History one = open();
                History two = open()) {
            SampleRuns.record(one.journal(RunDigest.none()), "r1", NOON);
            SampleRuns.record(two.journal(RunDigest.none()), "r2", NOON);
            SampleRuns.record(one.journal(RunDigest.none()), "r3", NOON);
            assertThat(two.list(RunFilter.all())).hasSize(3);
            assertThat(one.verify(VerifyOptions.plain()).problems()).isEmpty();
        }
    }

    @Test
    void samplesAndTrialsMayComeFromDifferentThreads() throws Exception {
        try (History history = open()) {
            RunJournal journal = history.journal(RunDigest.none());
            Run begun = SampleRuns.begun("r", NOON, 20);
            journal.started(begun);
            CompletableFuture<Void> sampler = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 100; i++) {
                    try {
                        journal.samples(begun.id(), SampleRuns.SENSOR, SampleRuns.trace(10 * i, 10));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
            for (int block = 0; block < 20; block++) {
                journal.trialDone(
                        begun.id(),
                        SampleRuns.key("v1-fp32"),
                        SampleRuns.trial(journal, block, new Random(block)),
                        Map.of());
            }
            sampler.join();
            assertThat(history.events(1, 100)).hasSize(22);
            assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
        }
    }

    private History open() throws UserError {
        return History.open(folder, Access.READ_WRITE, "ada");
    }

    private static void assertUsage(ThrowingCallable call, String part) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.kind()).isEqualTo(UserError.Kind.USAGE))
                .hasMessageContaining(part)
                .hasMessageNotContaining("\n");
    }
}
