package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.history.LedgerStore.Durability;
import org.joulemark.engine.history.codec.BlobCodec;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;

/**
 * Writes runs into the ledger while they happen. Events are on disk when a method returns; samples and blobs survive the
 * end of the program at once and a power cut with the next event. What the event of a trial speaks of is on disk before
 * it (latencies) or with it (samples).
 */
public final class LedgerJournal implements RunJournal {
    private final LedgerStore store;
    private final String actor;
    private final RunDigest digest;

    LedgerJournal(LedgerStore store, String actor, RunDigest digest) {
        this.store = store;
        this.actor = actor;
        this.digest = digest;
    }

    @Override
    public void started(Run begun) throws IOException {
        Map<String, Object> body = Map.of("run", begun, "writer", WriterMark.ofThisProcess());
        write(Durability.SEALED, connection -> {
            // Opened first: a key that cannot be used is said now, not when everything has been measured.
            SigningKey key = LedgerKey.ready(folder(), connection, actor);
            if (RunIndex.find(connection, begun.id().value()) != null) {
                throw new IOException("the run " + begun.id() + " is already in the history");
            }
            EventRow event = Ledger.append(connection, actor, EventKind.RUN_STARTED, body);
            RunIndex.put(connection, IndexRow.started(event.seq(), begun));
            // Signed at once: only what this installation began is closed and signed for when its program has died.
            Checkpoint.sign(connection, Ledger.id(connection), event, key);
            return event;
        });
    }

    @Override
    public void samples(RunId run, SensorId sensor, SensorTrace chunk) throws IOException {
        if (chunk.size() > 0) {
            write(Durability.LIVE, connection -> {
                PendingSamples.add(connection, run, sensor, chunk);
                return chunk;
            });
        }
    }

    @Override
    public BlobId keep(LatencySeries latencies) throws IOException {
        return keep(BlobCodec.encode(latencies));
    }

    @Override
    public BlobId keep(Predictions predictions) throws IOException {
        return keep(BlobCodec.encode(predictions));
    }

    @Override
    public BlobId keep(SensorTrace trace) throws IOException {
        return keep(BlobCodec.encode(trace));
    }

    @Override
    public void trialDone(RunId run, VersionKey version, Trial trial, Map<SensorId, SensorTrace> latest)
            throws IOException {
        Map<String, Object> body = Map.of("run", run, "version", version, "trial", trial);
        write(Durability.SEALED, connection -> {
            RunIndex.going(connection, run);
            for (Map.Entry<SensorId, SensorTrace> chunk : latest.entrySet()) {
                PendingSamples.add(connection, run, chunk.getKey(), chunk.getValue());
            }
            return Ledger.append(connection, actor, EventKind.TRIAL_DONE, body);
        });
    }

    @Override
    public void finished(Run run) throws IOException {
        Map<String, Object> body = new HashMap<>();
        body.put("run", run);
        addFigures(run, body);
        RunEnd end = new RunEnd(actor, folder());
        write(Durability.SEALED, connection -> {
            end.write(connection, EventKind.RUN_FINISHED, body, run);
            return run;
        });
        settle();
    }

    /** The run is safe already; whether a copy of the file alone would hold it is a convenience. */
    private void settle() {
        try {
            store.settle();
        } catch (SQLException busyOrFull) {
            // It is tried again when the next run ends, and when the file is closed.
        }
    }

    /** Figures can be computed again from the record, so a failure here must not cost the run: it is written down. */
    private void addFigures(Run run, Map<String, Object> body) {
        try {
            body.put("figures", digest.figures(run));
        } catch (RuntimeException e) {
            body.put(RecordedFigures.MISSING, String.valueOf(e.getMessage()));
        }
    }

    private BlobId keep(byte[] bytes) throws IOException {
        return write(Durability.LIVE, connection -> Blobs.put(connection, bytes));
    }

    private Path folder() {
        return LedgerFile.folder(store.file());
    }

    private <T> T write(Durability durability, LedgerStore.Work<T> work) throws IOException {
        try {
            return store.write(durability, work);
        } catch (SQLException e) {
            throw StoreTrouble.ioException(store.file(), e);
        }
    }
}
