package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.bench.Schedule;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.PlannedVersion;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials are found by what their version is, not by how it is called on the screen. */
class KeyedTrialsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int TRIALS = 4;
    private static final int DONE = 2;

    @TempDir
    Path folder;

    private final List<List<Trial>> told = new ArrayList<>();

    @Test
    void aRunOnTwoGpusKilledInTheMiddleKeepsEverySealedTrialAtItsOwnGpu() throws Exception {
        kill(SampleRuns.plan(List.of("v1"), List.of(gpu(0), gpu(1)), TRIALS));
        assertThat(kept()).isEqualTo(told);
    }

    @Test
    void versionsWhoseWordsAreTheSameKeepTheirOwnTrials() throws Exception {
        kill(SampleRuns.plan(List.of("model", "model"), List.of(gpu(0), gpu(1)), TRIALS));
        assertThat(kept()).isEqualTo(told);
    }

    @Test
    void theEventOfATrialHoldsIdsAndNoWords() throws Exception {
        kill(SampleRuns.plan(List.of("called-so-today"), List.of(gpu(0), gpu(1)), TRIALS));
        try (History history = open()) {
            List<String> bodies = history.events(1, 100).stream()
                    .filter(event -> event.kind().equals(EventKind.TRIAL_DONE))
                    .map(Event::body)
                    .toList();
            assertThat(bodies).hasSize(2 * DONE).noneMatch(body -> body.contains("called-so-today"));
            assertThat(bodies.getFirst())
                    .contains("\"version\":{\"configurationId\":\"cuda.gpu-0.b1.t1\",\"modelId\":\"m1\"}");
            assertThat(bodies.getLast()).contains("\"configurationId\":\"cuda.gpu-1.b1.t1\"");
        }
    }

    private void kill(BenchPlan plan) throws Exception {
        try (History history = open()) {
            RunJournal journal = history.journal(RunDigest.none());
            Run begun = SampleRuns.begun("r", NOON, plan);
            start(begun);
            Random random = new Random(1);
            for (PlannedVersion version : plan.versions()) {
                List<Trial> trials = new ArrayList<>();
                for (int block = 0; block < DONE; block++) {
                    Trial trial = SampleRuns.placed(journal, block, position(plan, block, version), random);
                    journal.trialDone(begun.id(), version.key(), trial, Map.of());
                    trials.add(trial);
                }
                told.add(trials);
            }
        }
    }

    private static int position(BenchPlan plan, int block, PlannedVersion version) {
        return Schedule.blocks(plan.versions().size(), plan.settings().trials(), plan.seed())
                .get(block)
                .indexOf(plan.versions().indexOf(version));
    }

    private List<List<Trial>> kept() throws Exception {
        try (History history = open()) {
            Run run = history.run("r");
            assertThat(run.ending().status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(history.verify(VerifyOptions.plain()).problems()).isEmpty();
            return run.versions().stream().map(VersionResult::trials).toList();
        }
    }

    private static Configuration gpu(int index) {
        return new Configuration(new ProviderId("cuda"), DeviceId.gpu(index), 1, 1);
    }

    private History open() throws Exception {
        return History.open(folder, Access.READ_WRITE, "ada");
    }

    /** Begins a run as a program does that is not there any more. */
    private void start(Run begun) throws Exception {
        WriterMark gone =
                new WriterMark(Integer.MAX_VALUE, WriterMark.ofThisProcess().host(), null);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(History.FILE_NAME))) {
            SigningKey key = LedgerKey.ready(folder, connection, "ada");
            EventRow event =
                    Ledger.append(connection, "ada", EventKind.RUN_STARTED, Map.of("run", begun, "writer", gone));
            RunIndex.put(connection, IndexRow.started(event.seq(), begun));
            Checkpoint.sign(connection, Ledger.id(connection), event, key);
        }
    }
}
