package org.joulemark.engine.history;

import java.io.IOException;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorTrace;

/**
 * Raw material handed out to recompute figures, in proportion to the file it comes from: an event may name one blob a
 * thousand times, and each window is looked for in each trace.
 */
final class MeteredEvidence implements Evidence {
    private static final long LEAST = 1_000_000_000L;

    /** Readings times windows for each byte of the file; a run of 2,000 windows whose readings take a byte each. */
    private static final long A_BYTE = 2_000;

    private final Evidence evidence;
    private long left;
    private long windows = 1;

    MeteredEvidence(Evidence evidence, long fileBytes) {
        this.evidence = evidence;
        this.left = LEAST + A_BYTE * fileBytes;
    }

    /** What is asked for next belongs to this run. */
    void of(Run run) {
        windows = 2
                + run.versions().stream()
                        .mapToLong(each -> each.trials().size())
                        .sum();
    }

    @Override
    public SensorTrace trace(BlobId id) throws IOException {
        require();
        SensorTrace trace = evidence.trace(id);
        left -= windows * trace.size();
        require();
        return trace;
    }

    @Override
    public LatencySeries latencies(BlobId id) throws IOException {
        require();
        LatencySeries latencies = evidence.latencies(id);
        left -= latencies.size();
        return latencies;
    }

    @Override
    public Predictions predictions(BlobId id) throws IOException {
        require();
        Predictions predictions = evidence.predictions(id);
        left -= predictions.rows();
        return predictions;
    }

    private void require() throws IOException {
        if (left < 0) {
            throw new IOException("the events ask for more to be computed than the raw material of this file can need");
        }
    }
}
