package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.history.codec.BlobCodec;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.stats.LatencySummaries;
import org.jspecify.annotations.Nullable;

/** Closes runs whose program died, keeping every finished trial and the live samples. */
final class Recovery {
    private final LedgerStore store;
    private final String actor;

    Recovery(LedgerStore store, String actor) {
        this.store = store;
        this.actor = actor;
    }

    /** Closes what can be closed and gives one sentence for each run that was, or that could not be. */
    List<String> closeDeadRuns() throws SQLException, IOException {
        List<String> notes = new ArrayList<>();
        for (IndexRow row : store.read(connection -> RunIndex.running(connection))) {
            try {
                closeIfDead(row, notes);
            } catch (IOException | RuntimeException e) {
                // A damaged record of one run must not keep all others from being read.
                notes.add("the run " + Foreign.word(row.run()) + " was interrupted and could not be closed: "
                        + Foreign.why(e));
            }
        }
        return notes;
    }

    private void closeIfDead(IndexRow row, List<String> notes) throws SQLException, IOException {
        EventRow begun = store.read(connection -> first(connection, row));
        WriterMark writer = RecordJson.read(Ledger.part(begun, "writer"), WriterMark.class);
        if (writer.dead(IndexRow.moment(row.started()), Instant.now())) {
            if (!store.read(connection -> signed(connection, row, begun))) {
                notes.add("the run " + Foreign.word(row.run()) + " was begun by an event that nobody signed; it was not"
                        + " closed");
                return;
            }
            RunEnd end = new RunEnd(actor, LedgerFile.folder(store.file()));
            String closed =
                    store.write(LedgerStore.Durability.SEALED, connection -> close(connection, row, begun, end));
            if (!closed.isEmpty()) {
                notes.add(closed);
            }
        }
    }

    /** Anybody can add an event and a row of the list; what follows from them is signed only if the event is ours. */
    private static boolean signed(Connection connection, IndexRow row, EventRow begun)
            throws SQLException, IOException {
        return begun.kindText().equals(EventKind.RUN_STARTED)
                && Ledger.part(begun, "run").path("id").asText().equals(row.run())
                && SignedEvents.of(connection).hold(begun);
    }

    private static EventRow first(Connection connection, IndexRow row) throws SQLException, IOException {
        EventRow begun = Ledger.at(connection, row.startedSeq());
        if (begun == null) {
            throw new IOException("its first event is missing");
        }
        return begun;
    }

    /** Gives the sentence about it; empty if another program was faster. */
    private String close(Connection connection, IndexRow row, EventRow begun, RunEnd end)
            throws SQLException, IOException {
        IndexRow now = RunIndex.find(connection, row.run());
        if (now == null || now.endedSeq() != null) {
            return "";
        }
        Run plan = RecordJson.read(Ledger.part(begun, "run"), Run.class);
        List<String> lost = new ArrayList<>();
        Map<SensorId, BlobId> traces = new HashMap<>();
        Map<SensorId, SensorTrace> live = PendingSamples.traces(connection, plan.id(), lost);
        // A sensor of which nothing came before the end has a trace too, an empty one.
        plan.setting().sensors().forEach(sensor -> live.putIfAbsent(sensor.id(), SensorTrace.empty()));
        for (Map.Entry<SensorId, SensorTrace> trace : live.entrySet()) {
            traces.put(trace.getKey(), Blobs.put(connection, BlobCodec.encode(trace.getValue())));
        }
        KeptTrials sifted = KeptTrials.of(
                trialEvents(connection, begun.seq(), row.run()), new TrialSieve(plan, live, new LedgerEvidence(store)));
        Run run = InterruptedRun.of(
                plan,
                trials(sifted.kept()),
                traces,
                lastSign(connection, plan, sifted.kept()),
                trials -> pooled(connection, trials));
        Map<String, Object> body = new HashMap<>();
        body.put("run", run);
        body.put("lost", lost);
        if (!sifted.notKept().isEmpty()) {
            body.put(NotKept.PART, sifted.notKept());
        }
        end.write(connection, EventKind.RUN_INTERRUPTED, body, run);
        return "the run " + Foreign.word(row.run()) + " was interrupted; what it had measured is kept" + sifted.text();
    }

    /** Events of the run's finished trials behind the given event. */
    static List<EventRow> trialEvents(Connection connection, long after, String run) throws SQLException, IOException {
        List<EventRow> events = new ArrayList<>();
        for (EventRow event : Sql.list(
                connection,
                "SELECT " + EventRow.COLUMNS + " FROM event WHERE seq > ? AND kind = ? ORDER BY seq",
                EventRow::of,
                after,
                EventKind.TRIAL_DONE)) {
            if (tellsOf(event, run)) {
                events.add(event);
            }
        }
        return events;
    }

    private static boolean tellsOf(EventRow event, String run) {
        try {
            return Ledger.part(event, "run").asText().equals(run);
        } catch (IOException e) {
            // It tells of nothing; verification names it.
            return false;
        }
    }

    /** The trials such events tell of. */
    static List<InterruptedRun.DoneTrial> trials(List<EventRow> events) throws IOException {
        List<InterruptedRun.DoneTrial> done = new ArrayList<>();
        for (EventRow event : events) {
            done.add(new InterruptedRun.DoneTrial(
                    ToldTrial.versionOf(event), RecordJson.read(Ledger.part(event, "trial"), Trial.class)));
        }
        return done;
    }

    /** The last moment the run is known to have lived. */
    private static Instant lastSign(Connection connection, Run begun, List<EventRow> trialEvents) throws SQLException {
        Instant last = begun.setting().startedAt();
        Instant sample = PendingSamples.lastSign(connection, begun.id());
        last = sample != null && sample.isAfter(last) ? sample : last;
        if (!trialEvents.isEmpty()) {
            Instant trial = trialEvents.getLast().toEvent().at();
            last = trial.isAfter(last) ? trial : last;
        }
        return last;
    }

    private static @Nullable LatencySummary pooled(Connection connection, List<Trial> trials) {
        List<LatencySeries> series = new ArrayList<>();
        try {
            for (Trial trial : trials) {
                series.add(BlobCodec.latencies(Blobs.get(connection, trial.latencies())));
            }
        } catch (SQLException | IOException e) {
            // The trials keep their own summaries; verification names the blob that cannot be read.
            return null;
        }
        return series.stream().allMatch(each -> each.size() == 0) ? null : LatencySummaries.ofAll(series);
    }
}
