package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.model.VersionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole ledger written anew, every hash right and signed: what is left are the contradictions in what it tells. */
class ReconciliationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int STARTED = 3;
    private static final int FIRST_TRIAL = 4;

    @TempDir
    Path folder;

    private final List<Told> told = new ArrayList<>();

    /** An event without its place. */
    private record Told(String kind, String body) {}

    @BeforeEach
    void recordARun() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(history.journal(RunDigest.none()), "r1", NOON);
            history.events(1, 100).forEach(event -> told.add(new Told(event.kind(), event.body())));
        }
    }

    @Test
    void whatIsToldAsItWasHolds() throws Exception {
        rewrite(1, body -> body);
        assertThat(why()).isEmpty();
    }

    @Test
    void anotherNumberOfCallsInATrialIsNamed() throws Exception {
        rewrite(FIRST_TRIAL, body -> body.replace("\"calls\":\"200\"", "\"calls\":\"400\""));
        assertThat(why()).contains("event 8 (run.finished)", "block 0 of v1-fp32", "event 4", "calls: 400", "200");
    }

    @Test
    void aTrialOfMoreRowsACallThanItsConfigurationAsksForIsNamed() throws Exception {
        rewriteAll(body -> body.replace("\"batchSize\":1,\"block\"", "\"batchSize\":10,\"block\""));
        assertThat(why())
                .contains("event 4 (trial.done)", "block 0 of v1-fp32", "states calls of 10 rows")
                .contains("event 7 (trial.done)");
    }

    @Test
    void aTrialInAnotherPlaceThanTheSeedGivesItIsNamed() throws Exception {
        rewriteAll(body -> body.replace("\"position\":0", "\"position\":2")
                .replace("\"position\":1", "\"position\":0")
                .replace("\"position\":2", "\"position\":1"));
        assertThat(why()).contains("event 4 (trial.done)", "which the order drawn with seed");
    }

    @Test
    void aPlanOrMachineThatChangedUnderWayIsNamed() throws Exception {
        rewrite(last(), body -> body.replace("\"seed\":\"" + Long.MIN_VALUE + "\"", "\"seed\":\"7\""));
        assertThat(why()).contains("plan.seed").contains("7").contains("event 3");
        rewrite(last(), body -> body.replace("\"cpuName\":\"cpu\"", "\"cpuName\":\"faster\""));
        assertThat(why()).contains("machine.cpuName", "faster");
        rewrite(STARTED, body -> body.replace("\"cpuName\":\"cpu\"", "\"cpuName\":\"faster\""));
        assertThat(why()).contains("machine.cpuName", "faster");
    }

    @Test
    void aSensorThatChangedItsProvenanceIsNamed() throws Exception {
        rewrite(
                STARTED,
                body -> body.replace("\"sensors\":[]", "\"sensors\":[" + sensor(Provenance.ESTIMATED) + "]"),
                body -> body.replace("\"sensors\":[]", "\"sensors\":[" + sensor(Provenance.COUNTER) + "]"));
        assertThat(why()).contains("sensors[0].provenance", "COUNTER", "ESTIMATED");
    }

    @Test
    void aFindingThatDisappearsIsNamed() throws Exception {
        String busy = "[{\"code\":\"busy\",\"remedy\":\"\",\"severity\":\"WARNING\",\"text\":\"machine busy\"}]";
        rewrite(STARTED, body -> body.replace("\"preflight\":[]", "\"preflight\":" + busy));
        assertThat(why()).contains("preflight");
    }

    @Test
    void aVersionThatIsDroppedFromTheRecordIsNamedWithItsTrials() throws Exception {
        rewriteRun(run -> run(run, List.of(run.versions().getFirst())));
        assertThat(why()).contains("v2-int8").contains("its plan asks for it").contains("event 5 (trial.done)");
    }

    @Test
    void aRecordWithoutVersionsIsNoEmptyPass() throws Exception {
        rewriteRun(run -> run(run, List.of()));
        assertThat(why()).contains("v1-fp32").contains("v2-int8");
    }

    @Test
    void aVersionListedTwiceIsNamed() throws Exception {
        rewriteRun(run -> run(
                run,
                List.of(
                        run.versions().getFirst(),
                        run.versions().getFirst(),
                        run.versions().getLast())));
        assertThat(why()).contains("v1-fp32").contains("2 times");
    }

    @Test
    void aTrialNobodyToldOfIsNamed() throws Exception {
        told.remove(FIRST_TRIAL - 1);
        rewrite(1, body -> body);
        assertThat(why()).contains("block 0 of v1-fp32").contains("no event tells of it");
    }

    @Test
    void aCompletedRunThatIsCalledInterruptedIsNamedAndTheOtherWayRound() throws Exception {
        told.set(last() - 1, new Told(EventKind.RUN_INTERRUPTED, told.getLast().body()));
        rewrite(1, body -> body);
        assertThat(why()).contains("COMPLETED");
        told.set(
                last() - 1,
                new Told(
                        EventKind.RUN_FINISHED,
                        told.getLast().body().replace("\"status\":\"COMPLETED\"", "\"status\":\"INTERRUPTED\"")));
        rewrite(1, body -> body);
        assertThat(why()).contains("INTERRUPTED");
    }

    @Test
    void aTrialOfAnotherVersionThanPlannedIsNamed() throws Exception {
        rewrite(FIRST_TRIAL, body -> body.replace("\"version\":\"v1-fp32\"", "\"version\":\"v9\""));
        assertThat(why()).contains("event 4 (trial.done)").contains("v9").contains("plan");
    }

    @Test
    void aLedgerUnderAnotherKeyThanTheOneBesideItIsNamed() throws Exception {
        Path key = folder.resolve(SigningKey.FILE_NAME);
        byte[] own = Files.readAllBytes(key);
        Files.delete(key);
        String before = Sha256.hex(requireNonNull(publicKeyIn(own)));
        String fresh = Sha256.hex(SigningKey.in(folder).publicKey());
        told.replaceAll(event -> new Told(event.kind(), event.body().replace(before, fresh)));
        rewrite(1, body -> body);
        assertThat(why()).isEmpty();
        Files.write(key, own);
        assertThat(why()).contains("key").contains("is not one this ledger was sealed with");
    }

    private static String sensor(Provenance provenance) {
        return RecordJson.canonical(new SensorInfo(
                SampleRuns.SENSOR,
                DeviceId.CPU,
                "RAPL",
                SensorScope.CPU_PACKAGE,
                provenance,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                1_000_000,
                new SensorUncertainty(0.02, 0.02, 0),
                null,
                null,
                ""));
    }

    private byte[] publicKeyIn(byte[] pem) throws IOException {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.write(alone.resolve(SigningKey.FILE_NAME), pem);
        return SigningKey.in(alone).publicKey();
    }

    private int last() {
        return told.size();
    }

    private static Run run(Run run, List<VersionResult> versions) {
        return InterruptedRun.withVersions(run, versions);
    }

    private void rewriteRun(UnaryOperator<Run> change) throws Exception {
        Run run = RecordJson.read(
                RecordJson.tree(EventRow.utf8(told.getLast().body())).path("run"), Run.class);
        String body = RecordJson.canonical(Map.of("run", change.apply(run), "figures", Map.of()));
        rewrite(last(), was -> body);
    }

    /** Tells everything anew, changed alike wherever it stands. */
    private void rewriteAll(UnaryOperator<String> change) throws Exception {
        told.replaceAll(event -> new Told(event.kind(), change.apply(event.body())));
        rewrite(1, body -> body);
    }

    private void rewrite(int seq, UnaryOperator<String> change) throws Exception {
        rewrite(seq, change, body -> body);
    }

    /** Writes all events anew, one of them and the last one changed, with every hash and signature right. */
    private void rewrite(int seq, UnaryOperator<String> change, UnaryOperator<String> changeLast) throws Exception {
        Path file = folder.resolve(History.FILE_NAME);
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            List<String> triggers =
                    Sql.list(attacker, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", row -> row.getString(1));
            for (String trigger : triggers) {
                Sql.script(attacker, "DROP TRIGGER " + trigger.split(" ", 4)[2]);
            }
            for (String table : List.of("checkpoint", "event", "run_index")) {
                Sql.script(attacker, "DELETE FROM " + table);
            }
            for (int i = 0; i < told.size(); i++) {
                String body = told.get(i).body();
                body = i + 1 == seq ? change.apply(body) : body;
                body = i + 1 == told.size() ? changeLast.apply(body) : body;
                EventRow event =
                        Ledger.append(attacker, "eve", told.get(i).kind(), RecordJson.tree(EventRow.utf8(body)));
                if (i + 1 == STARTED || i + 1 == told.size()) {
                    Checkpoint.sign(attacker, Ledger.id(attacker), event, SigningKey.in(folder));
                }
            }
            for (String trigger : triggers) {
                Sql.script(attacker, trigger);
            }
        }
    }

    private String why() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            history.rebuildProjections();
            return String.join(
                    "\n",
                    history.verify(VerifyOptions.plain()).problems().stream()
                            .map(VerifyReport.Problem::text)
                            .toList());
        }
    }
}
