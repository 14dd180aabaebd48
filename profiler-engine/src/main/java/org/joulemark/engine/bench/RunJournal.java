package org.joulemark.engine.bench;

import java.io.IOException;
import java.util.Map;
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
 * Where a run is written down while it happens, so that a crash loses at most a second of samples and never a finished
 * trial. Every start is recorded, so that nobody can keep the best of ten. Thread-safe: samples arrive from the sampler's
 * writer while trials arrive from the runner. Every method throws {@link IOException} if the record could not be made
 * durable (full disk, read-only folder); the run then stops and keeps what it has.
 */
public interface RunJournal {
    /** Records that a run began, before anything is measured; the given run has no versions yet. */
    void started(Run begun) throws IOException;

    /** Appends readings of one sensor; called about once a second and at the end. */
    void samples(RunId run, SensorId sensor, SensorTrace chunk) throws IOException;

    /** Keeps latencies and gives their address. */
    BlobId keep(LatencySeries latencies) throws IOException;

    /** Keeps answers and gives their address. */
    BlobId keep(Predictions predictions) throws IOException;

    /** Keeps the whole trace of a sensor and gives its address. */
    BlobId keep(SensorTrace trace) throws IOException;

    /**
     * Records a finished trial of a version of the run together with the readings that {@link #samples} has not had yet,
     * all or nothing: a trial without the readings up to its end could never be recomputed.
     */
    void trialDone(RunId run, VersionKey version, Trial trial, Map<SensorId, SensorTrace> latest) throws IOException;

    /** Records how the run ended; drops the live samples, which the traces named in it now hold. */
    void finished(Run run) throws IOException;
}
