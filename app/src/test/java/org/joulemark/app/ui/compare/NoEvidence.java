package org.joulemark.app.ui.compare;

import java.io.IOException;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.SensorTrace;

/** A history whose raw material is lost. */
final class NoEvidence implements Evidence {
    @Override
    public SensorTrace trace(BlobId id) throws IOException {
        throw new IOException("the trace is lost");
    }

    @Override
    public LatencySeries latencies(BlobId id) throws IOException {
        throw new IOException("the latencies are lost");
    }

    @Override
    public Predictions predictions(BlobId id) throws IOException {
        throw new IOException("the answers are lost");
    }
}
